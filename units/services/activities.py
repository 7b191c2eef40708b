"""Acts on activities: the unit drafts, hands in and takes back; the team verifies or returns (rows 4, 57-60)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from teams import clock
from teams.exceptions import Invalid
from teams.models import StoredFile, User
from teams.rulings import require
from teams.services.texts import cleaned, required
from teams.transitions import move, touch
from units.campaign_terms import not_yet
from units.enums import Act, ActivityState, Measure, NoticeKind
from units.models import Activity
from units.rules import activities as rules
from units.rules import plausibility
from units.rules.plausibility import Entered
from units.selectors import standing_of
from units.selectors.activities import entered_of
from units.services.activity_entries import facts_of, require_new
from units.services.activity_figures import (
    VERIFIED_OF_DECLARED,
    Figures,
    declare,
    figures_of,
    require_possible,
    told,
    write_verified,
)
from units.services.activity_rows import count_piles, locked_activity
from units.services.activity_telling import record, tell_team, tell_unit
from units.services.evidence import destroy, lay_in, received_evidence
from units.services.locks import locked_case


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
    nobody but the unit knows of it yet. What the team has once had does.
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
    if missing := plausibility.what_is_missing(entered_of(activity)):
        raise Invalid(missing)
    first_time = activity.submitted_at is None
    stamps: dict[str, Any] = {"submitted_by": acting_user, "submitted_at": clock.now()}
    if first_time:
        stamps["is_late_entry"] = rules.is_late_entry(activity.held_on, clock.today())
    move(activity, ActivityState.SUBMITTED, rules.ACTIVITY, expected_version=expected_version, **stamps)
    record(acting_user, Act.ACTIVITY_SUBMITTED, activity, standing.title)
    tell_team(activity, NoticeKind.ACTIVITY_SUBMITTED)
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
    record(acting_user, Act.ACTIVITY_WITHDRAWN, activity, standing.title, reason=texts["reason"])
    tell_team(activity, NoticeKind.ACTIVITY_WITHDRAWN, reason=texts["reason"])
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
    figures = figures_of(activity)
    require_possible(activity, figures, verified)
    text = cleaned(remark)
    if not text and any(figure.declared != verified[measure] for measure, figure in figures.items()):
        raise Invalid(remark=_("Say why the team's figures differ from those declared."))
    move(
        activity,
        ActivityState.VERIFIED,
        rules.ACTIVITY,
        expected_version=expected_version,
        checked_by=acting_user,
        checked_at=clock.now(),
        team_remark=text,
    )
    write_verified(figures, verified)
    _record_verified(acting_user, activity, standing.title, figures, verified)
    tell_unit(activity, NoticeKind.ACTIVITY_VERIFIED)
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
    record(acting_user, Act.ACTIVITY_RETURNED, activity, standing.title, remark=texts["remark"])
    tell_unit(activity, NoticeKind.ACTIVITY_RETURNED, remark=texts["remark"])
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
        standing = standing_of(acting_user, case)
        require(rules.may_record(standing, case))
        facts = require_new(case, entered, not_yet(case))
        activity = Activity(case=case, drafted_by=acting_user, drafted_at=clock.now(), **facts)
        activity.is_late_entry = rules.is_late_entry(entered.held_on, clock.today())
        activity.save(force_insert=True)
    else:
        activity = locked_activity(activity_id)
        standing = standing_of(acting_user, activity.case)
        require(rules.may_edit(standing, activity))
        facts = facts_of(activity.case, entered) | _late(activity, entered.held_on)
        case = activity.case
        touch(activity, expected_version=expected_version, **facts)
        activity.case = case
        if activity.submitted_at is not None:
            record(acting_user, Act.ACTIVITY_MENDED, activity, standing.title)
    declare(activity, entered.declared)
    lay_in(activity, stored, standing)
    return activity


def _late(activity: Activity, held_on: date) -> dict[str, bool]:
    """Whether the entry is late; that is settled once it was handed in, for that date."""
    if activity.submitted_at is None or held_on != activity.held_on:
        return {"is_late_entry": rules.is_late_entry(held_on, clock.today())}
    return {}


def _record_verified(
    acting_user: User, activity: Activity, title: str, figures: Figures, verified: Mapping[Measure, int]
) -> None:
    """A session is told by its minutes, everything else by what was counted of it."""
    compared = {measure.value: [figure.declared, figure.verified] for measure, figure in figures.items()}
    if Measure.MINUTES in figures:
        minutes = {"declared": figures[Measure.MINUTES].declared, "verified": verified[Measure.MINUTES]}
        record(acting_user, Act.ACTIVITY_VERIFIED, activity, title, **minutes, figures=compared)
        return
    words = told(
        [(measure, figure.declared, verified[measure]) for measure, figure in figures.items()],
        each=VERIFIED_OF_DECLARED,
    )
    record(acting_user, Act.ACTIVITY_COUNTS_VERIFIED, activity, title, counts=words, figures=compared)
