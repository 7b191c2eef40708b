"""Measures: set and reported by the unit, verified or reopened by the team (rows 33, 36, 80)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, FindingState, NoticeKind, RectificationState
from stages.models import Rectification
from stages.rules import rectifications as rules
from stages.services.finding_duties import (
    locked_finding,
    locked_rectification,
    place_closing,
    place_rectification,
    rebound,
)
from stages.services.finding_telling import tell_of_rectification
from stages.services.measures import MeasureGiven, checked_measure, fields_of, set_measure
from teams import clock
from teams.exceptions import Invalid
from teams.inspection.kinds import EVIDENCE_FILES
from teams.models import StoredFile, User
from teams.rulings import require
from teams.services.files import all_received
from teams.services.privacy import require_impersonal
from teams.services.texts import cleaned, required
from teams.transitions import move, touch
from units.enums import FileSide
from units.selectors import standing_of
from units.selectors.standing import people_of_team, people_of_unit
from units.services import files as case_files


@transaction.atomic
def add(*, finding_id: int, given: MeasureGiven, acting_user: User) -> Rectification:
    """Set a further measure against an acknowledged problem."""
    finding = locked_finding(finding_id)
    standing = standing_of(acting_user, finding.case)
    require(rules.may_add(standing, finding))
    rectification = set_measure(finding, checked_measure(given))
    place_closing(finding)
    tell_of_rectification(rectification, Act.RECTIFICATION_ADDED, standing=standing, due_on=_deadline(rectification))
    return rectification


@transaction.atomic
def plan(*, rectification_id: int, expected_version: int, given: MeasureGiven, acting_user: User) -> Rectification:
    """Complete or change a measure; with all four of row 80 it is in progress.

    `Denied` for moving a deadline that has passed (row 36), `Invalid` for leaving out what already stood.
    """
    rectification = locked_rectification(rectification_id)
    standing = standing_of(acting_user, rectification.case)
    require(rules.may_plan(standing, rectification))
    checked = checked_measure(given, standing_deadline=rectification.due_on)
    if rectification.state != RectificationState.OPEN:
        checked = _complete(checked)
    if checked.due_on is not None:
        require(rules.may_move_deadline(rectification, checked.due_on, clock.today()))
    fields = fields_of(checked)
    if _is_complete(checked) and rectification.state != RectificationState.IN_PROGRESS:
        rectification = _moved(rectification, RectificationState.IN_PROGRESS, expected_version, **fields)
    else:
        rectification = _with_its_origin(rectification, touch, expected_version=expected_version, **fields)
    place_rectification(rectification)
    tell_of_rectification(rectification, Act.RECTIFICATION_PLANNED, standing=standing, due_on=_deadline(rectification))
    return rectification


def report(
    *,
    rectification_id: int,
    expected_version: int,
    result: str,
    acting_user: User,
    files: Sequence[UploadedFile[bytes]] = (),
) -> Rectification:
    """Report what a measure has brought, with evidence; the team now verifies it."""
    # Asked before the files are looked at, and again under the lock.
    reported = Rectification.objects.select_related("finding", "case__unit", "case__batch").get(pk=rectification_id)
    require(rules.may_report(standing_of(acting_user, reported.case), reported))
    texts = required({"result": result}, _("Write down what was done and what it has brought."))
    require_impersonal(**texts)
    with (
        all_received(files, accept=EVIDENCE_FILES, acting_user=acting_user, field="evidence") as stored,
        transaction.atomic(),
    ):
        return _reported(rectification_id, expected_version, texts["result"], stored, acting_user)


def _reported(
    rectification_id: int, expected_version: int, result: str, stored: Sequence[StoredFile], acting_user: User
) -> Rectification:
    rectification = locked_rectification(rectification_id)
    standing = standing_of(acting_user, rectification.case)
    require(rules.may_report(standing, rectification))
    rectification = _moved(
        rectification,
        RectificationState.REPORTED,
        expected_version,
        result=result,
        reported_by=acting_user,
        reported_at=clock.now(),
    )
    _lay_in(rectification, stored, acting_user)
    place_rectification(rectification)
    tell_of_rectification(
        rectification,
        Act.RECTIFICATION_REPORTED,
        NoticeKind.RECTIFICATION_REPORTED,
        people_of_team(rectification.case),
        standing=standing,
    )
    return rectification


@transaction.atomic
def verify(*, rectification_id: int, expected_version: int, acting_user: User, note: str = "") -> Rectification:
    """Strike off a reported measure (销号): by the team, never by who reported it (row 33)."""
    rectification = locked_rectification(rectification_id)
    standing = standing_of(acting_user, rectification.case)
    require(rules.may_verify(standing, rectification))
    require_impersonal(note=note)
    rectification = _moved(
        rectification,
        RectificationState.VERIFIED,
        expected_version,
        checked_by=acting_user,
        checked_at=clock.now(),
        check_note=cleaned(note),
    )
    place_rectification(rectification)
    if rectification.finding is not None:
        place_closing(rectification.finding)
    tell_of_rectification(
        rectification,
        Act.RECTIFICATION_VERIFIED,
        NoticeKind.RECTIFICATION_VERIFIED,
        people_of_unit(rectification.case),
        standing=standing,
        why=cleaned(note),
    )
    return rectification


@transaction.atomic
def reopen(*, rectification_id: int, expected_version: int, note: str, acting_user: User) -> Rectification:
    """Send a report back, or reopen what has rebounded (反弹); a finding already closed is open again."""
    rectification = locked_rectification(rectification_id)
    standing = standing_of(acting_user, rectification.case)
    require(rules.may_reopen(standing, rectification))
    texts = required({"note": note}, _("Say what is still missing."))
    require_impersonal(**texts)
    finding = rectification.finding
    rectification = _moved(
        rectification,
        RectificationState.REOPENED,
        expected_version,
        checked_by=acting_user,
        checked_at=clock.now(),
        check_note=texts["note"],
    )
    rebounds = finding is not None and finding.state == FindingState.CLOSED
    if finding is not None and rebounds:
        rectification.finding = rebound(finding, texts["note"])
    place_rectification(rectification)
    if rectification.finding is not None:
        place_closing(rectification.finding)
    tell_of_rectification(
        rectification,
        Act.RECTIFICATION_REBOUNDED if rebounds else Act.RECTIFICATION_REOPENED,
        NoticeKind.RECTIFICATION_REOPENED,
        people_of_unit(rectification.case),
        standing=standing,
        why=texts["note"],
    )
    return rectification


def _moved(rectification: Rectification, to: RectificationState, expected_version: int, **stamps: Any) -> Rectification:
    return _with_its_origin(rectification, move, to, rules.RECTIFICATION, expected_version=expected_version, **stamps)


def _with_its_origin(
    rectification: Rectification, change: Callable[..., Rectification], *arguments: Any, **changes: Any
) -> Rectification:
    """The measure as changed; it keeps the locked rows on which the duties are placed."""
    case, finding, problem = rectification.case, rectification.finding, rectification.plan_problem
    changed = change(rectification, *arguments, **changes)
    changed.case, changed.finding, changed.plan_problem = case, finding, problem
    return changed


def _is_complete(given: MeasureGiven) -> bool:
    return bool(given.responsible and given.quality_requirement and given.due_on)


def _complete(given: MeasureGiven) -> MeasureGiven:
    """What has left OPEN keeps all four (row 80)."""
    required(
        {"responsible": given.responsible, "quality_requirement": given.quality_requirement},
        _("A measure in progress keeps this."),
    )
    if given.due_on is None:
        raise Invalid(due_on=_("A measure in progress keeps this."))
    return given


def _deadline(rectification: Rectification) -> date | str:
    """The deadline for the ledger; a dash while there is none."""
    return rectification.due_on or "—"


def _lay_in(rectification: Rectification, stored: Sequence[StoredFile], acting_user: User) -> None:
    for each in stored:
        rectification.files.add(
            case_files.attach(
                case=rectification.case,
                stored=each,
                title=each.name,
                side=FileSide.UNIT,
                acting_user=acting_user,
                field="evidence",
            )
        )
