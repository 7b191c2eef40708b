"""Acts on activities: the unit drafts, hands in and takes back; the team verifies or returns (rows 4, 57-60)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from teams import audit, clock
from teams.exceptions import Invalid
from teams.models import StoredFile, User
from teams.rulings import require
from teams.services.notices import tell
from teams.services.texts import cleaned, required
from teams.transitions import move, touch
from units.enums import Act, ActivityState, Measure, NoticeKind
from units.models import Activity, ActivityFigure
from units.rules import activities as rules
from units.rules import plausibility
from units.rules.plausibility import Entered
from units.selectors import standing_of
from units.selectors.standing import people_of_team, people_of_unit
from units.services.activity_rows import count_piles, locked_activity, locked_case
from units.services.evidence import destroy, lay_in, received_evidence


def save_draft(
    *,
    case_id: int,
    entered: Entered,
    acting_user: User,
    activity_id: int | None = None,
    expected_version: int | None = None,
    evidence: Sequence[UploadedFile[bytes]] = (),
) -> Activity:
    """Write a new draft, or change one, or mend what was returned; files come with it or nothing comes.

    Raises `Invalid` at the field for what cannot be, `Conflict` for a stale form. A draft leaves no ledger entry:
    nobody but the unit knows of it yet.
    """
    with received_evidence(evidence, acting_user) as stored, transaction.atomic():
        return _saved(case_id, activity_id, entered, stored, acting_user, expected_version)


def save_and_submit(
    *,
    case_id: int,
    entered: Entered,
    acting_user: User,
    activity_id: int | None = None,
    expected_version: int | None = None,
    evidence: Sequence[UploadedFile[bytes]] = (),
) -> Activity:
    """`save_draft` and `submit_activity` in one: both or neither."""
    with received_evidence(evidence, acting_user) as stored, transaction.atomic():
        activity = _saved(case_id, activity_id, entered, stored, acting_user, expected_version)
        return submit_activity(activity_id=activity.pk, acting_user=acting_user)


@transaction.atomic
def submit_activity(*, activity_id: int, acting_user: User, expected_version: int | None = None) -> Activity:
    """Hand an activity in to the team, for the first time or mended; `Invalid` by field while figures are missing."""
    activity = locked_activity(activity_id)
    standing = standing_of(acting_user, activity.case)
    require(rules.may_submit(standing, activity))
    declared = {figure.measure: figure.declared for figure in activity.figures.all()}
    if missing := plausibility.what_is_missing(activity.kind, activity.organiser, declared):
        raise Invalid(missing)
    first_time = activity.submitted_at is None
    stamps: dict[str, Any] = {"submitted_by": acting_user, "submitted_at": clock.now()}
    if first_time:
        stamps["is_late_entry"] = rules.is_late_entry(activity.held_on, clock.today())
    move(activity, ActivityState.SUBMITTED, rules.ACTIVITY, expected_version=expected_version, **stamps)
    _record(acting_user, Act.ACTIVITY_SUBMITTED, activity, standing.title)
    _tell_team(activity, NoticeKind.ACTIVITY_SUBMITTED)
    count_piles(activity.case)
    return activity


@transaction.atomic
def withdraw_activity(
    *, activity_id: int, reason: str, acting_user: User, expected_version: int | None = None
) -> Activity:
    """Take back what was handed in and is not verified; it stays readable with its reason."""
    activity = locked_activity(activity_id)
    standing = standing_of(acting_user, activity.case)
    require(rules.may_withdraw(standing, activity))
    texts = required({"reason": reason}, _("Say why it is withdrawn."))
    move(
        activity,
        ActivityState.WITHDRAWN,
        rules.ACTIVITY,
        expected_version=expected_version,
        withdrawn_reason=texts["reason"],
    )
    _record(acting_user, Act.ACTIVITY_WITHDRAWN, activity, standing.title, reason=texts["reason"])
    _tell_team(activity, NoticeKind.ACTIVITY_WITHDRAWN, reason=texts["reason"])
    count_piles(activity.case)
    return activity


@transaction.atomic
def discard_draft(*, activity_id: int, acting_user: User, expected_version: int | None = None) -> None:
    """Delete a draft with its figures and files: nobody but the unit has seen it."""
    activity = locked_activity(activity_id)
    require(rules.may_discard(standing_of(acting_user, activity.case), activity))
    touch(activity, expected_version=expected_version)
    for case_file in activity.files.select_related("file"):
        destroy(activity, case_file)
    activity.delete()


@transaction.atomic
def verify_activity(
    *,
    activity_id: int,
    verified: Mapping[Measure, int],
    remark: str,
    acting_user: User,
    expected_version: int | None = None,
) -> Activity:
    """Record the team's own figure for each declared one; where they differ, the remark says why (rows 4, 57-60).

    Raises `Invalid` at the field for a figure that is missing or cannot be, `Conflict` for a stale form.
    """
    activity = locked_activity(activity_id)
    standing = standing_of(acting_user, activity.case)
    require(rules.may_check(standing, activity))
    figures = {Measure(figure.measure): figure for figure in activity.figures.all()}
    text = _own_figures(activity, figures, verified, remark)
    move(
        activity,
        ActivityState.VERIFIED,
        rules.ACTIVITY,
        expected_version=expected_version,
        checked_by=acting_user,
        checked_at=clock.now(),
        team_remark=text,
    )
    for measure, figure in figures.items():
        figure.verified = verified[measure]
        figure.save(update_fields=["verified"])
    _record(
        acting_user,
        Act.ACTIVITY_VERIFIED,
        activity,
        standing.title,
        declared=figures[Measure.MINUTES].declared,
        verified=verified[Measure.MINUTES],
        figures={measure.value: [figure.declared, figure.verified] for measure, figure in figures.items()},
    )
    _tell_unit(activity, NoticeKind.ACTIVITY_VERIFIED)
    count_piles(activity.case)
    return activity


@transaction.atomic
def return_activity(
    *, activity_id: int, remark: str, acting_user: User, expected_version: int | None = None
) -> Activity:
    """Give an activity back to the unit with what is to be mended; the team changes nothing in it (row 4)."""
    activity = locked_activity(activity_id)
    standing = standing_of(acting_user, activity.case)
    require(rules.may_check(standing, activity))
    texts = required({"remark": remark}, _("Say what the unit is to correct."))
    move(
        activity,
        ActivityState.RETURNED,
        rules.ACTIVITY,
        expected_version=expected_version,
        checked_by=acting_user,
        checked_at=clock.now(),
        team_remark=texts["remark"],
    )
    _record(acting_user, Act.ACTIVITY_RETURNED, activity, standing.title, remark=texts["remark"])
    _tell_unit(activity, NoticeKind.ACTIVITY_RETURNED, remark=texts["remark"])
    count_piles(activity.case)
    return activity


def _saved(
    case_id: int,
    activity_id: int | None,
    entered: Entered,
    stored: Sequence[StoredFile],
    acting_user: User,
    expected_version: int | None,
) -> Activity:
    if activity_id is None:
        case = locked_case(case_id)
        require(rules.may_record(standing_of(acting_user, case), case))
        activity = Activity(case=case, drafted_by=acting_user, drafted_at=clock.now())
        for name, value in _facts(activity, entered).items():
            setattr(activity, name, value)
        activity.save(force_insert=True)
    else:
        activity = locked_activity(activity_id)
        require(rules.may_edit(standing_of(acting_user, activity.case), activity))
        touch(activity, expected_version=expected_version, **_facts(activity, entered))
    _declare(activity, entered.declared)
    lay_in(activity, stored, acting_user)
    return activity


def _facts(activity: Activity, entered: Entered) -> dict[str, Any]:
    """The fields of an entry, checked; whether it is late is settled once it was handed in, for that date."""
    title = required({"title": entered.title}, _("Give it a title."))["title"]
    case = activity.case
    assert case.entered_on is not None  # `may_record` has asked
    errors = plausibility.what_cannot_be(entered, entered_on=case.entered_on, today=clock.today())
    if errors:
        raise Invalid(errors)
    facts = {
        "kind": entered.kind,
        "title": title,
        "held_on": entered.held_on,
        "starts_at": entered.starts_at,
        "ends_at": entered.ends_at,
        "organiser": entered.organiser,
        "is_concentrated": entered.is_concentrated,
        "has_discussion": entered.has_discussion,
        "team_attended": entered.team_attended,
        "summary": cleaned(entered.summary),
    }
    if activity.submitted_at is None or entered.held_on != activity.held_on:
        facts["is_late_entry"] = rules.is_late_entry(entered.held_on, clock.today())
    return facts


def _declare(activity: Activity, declared: Mapping[Measure, int]) -> None:
    activity.figures.all().delete()
    ActivityFigure.objects.bulk_create(
        ActivityFigure(activity=activity, measure=measure, declared=figure) for measure, figure in declared.items()
    )


def _own_figures(
    activity: Activity, figures: Mapping[Measure, ActivityFigure], verified: Mapping[Measure, int], remark: str
) -> str:
    """The cleaned remark, once the team's figures are complete and can be."""
    if missing := [measure for measure in figures if measure not in verified]:
        raise Invalid({plausibility.field_of(measure): [_("Enter the team's figure.")] for measure in missing})
    own = {measure: verified[measure] for measure in figures}
    if errors := plausibility.wrong_figures(own, starts_at=activity.starts_at, ends_at=activity.ends_at):
        raise Invalid(errors)
    text = cleaned(remark)
    if not text and any(figure.declared != own[measure] for measure, figure in figures.items()):
        raise Invalid(remark=_("Say why the team's figures differ from those declared."))
    return text


def _record(acting_user: User, act: Act, activity: Activity, title: str, **details: Any) -> None:
    audit.record(
        acting_user,
        act,
        activity,
        scope=activity.case,
        acting_as=title,
        title=activity.title,
        held_on=activity.held_on,
        **details,
    )


def _tell_team(activity: Activity, kind: NoticeKind, **details: Any) -> None:
    tell(
        people_of_team(activity.case),
        kind,
        key=f"{kind}:{activity.pk}:{activity.version}",
        scope=activity.case,
        activity=activity.pk,
        unit=activity.case.unit,
        title=activity.title,
        **details,
    )


def _tell_unit(activity: Activity, kind: NoticeKind, **details: Any) -> None:
    tell(
        people_of_unit(activity.case),
        kind,
        key=f"{kind}:{activity.pk}:{activity.version}",
        scope=activity.case,
        activity=activity.pk,
        title=activity.title,
        **details,
    )
