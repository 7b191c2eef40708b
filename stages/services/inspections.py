"""Inspecting study on the spot: numbers, grades and effect, never texts (row 61)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from stages.enums import Act, Grade, InspectionKind
from stages.models import StudyInspection, StudyInspectionItem
from stages.rules import gates as rules
from teams import audit, clock
from teams.exceptions import Invalid, Text
from teams.models import User
from teams.rulings import require
from teams.services.texts import cleaned
from units.selectors import standing_of
from units.services.locks import locked_case

MOST_SAMPLED = 100_000


@dataclass(frozen=True)
class InspectionGiven:
    """What was seen of one kind: how many pieces or sessions, how good, to what effect."""

    kind: InspectionKind
    sampled: int
    grade: Grade
    effect: str


@transaction.atomic
def record_inspection(
    *, case_id: int, inspected_on: date, items: Sequence[InspectionGiven], conclusion: str, acting_user: User
) -> StudyInspection:
    """Record an inspection by a member of the team.

    It may look at some of the five kinds only; a gate is met by one that looked at all. `Invalid` for no kind or one
    twice, a number that cannot be, a missing effect, and a date before entry or to come. `sampled` is a whole number
    of pieces or sessions.
    """
    case = locked_case(case_id)
    standing = standing_of(acting_user, case)
    require(rules.may_inspect(standing, entered=case.entered_on is not None, closed=case.closed_on is not None))
    errors = _faults(items)
    if case.entered_on is not None and inspected_on < case.entered_on:
        errors["inspected_on"] = [_("The team had not entered the unit on this day.")]
    if inspected_on > clock.today():
        errors["inspected_on"] = [_("An inspection is recorded once it was made.")]
    if errors:
        raise Invalid(errors)
    inspection = StudyInspection.objects.create(
        case=case,
        inspected_on=inspected_on,
        conclusion=cleaned(conclusion),
        inspected_by=acting_user,
        recorded_at=clock.now(),
    )
    StudyInspectionItem.objects.bulk_create(
        StudyInspectionItem(
            inspection=inspection, kind=item.kind, sampled=item.sampled, grade=item.grade, effect=cleaned(item.effect)
        )
        for item in items
    )
    audit.record(
        acting_user,
        Act.STUDY_INSPECTED,
        inspection,
        scope=case,
        acting_as=standing.title,
        inspected_on=inspected_on,
        kinds=len(items),
    )
    return inspection


def _faults(items: Sequence[InspectionGiven]) -> dict[str, list[Text]]:
    errors: dict[str, list[Text]] = {}
    if not items:
        errors[""] = [_("Enter at least one of the five kinds.")]
    if len({item.kind for item in items}) < len(items):
        errors[""] = [_("Enter each kind once.")]
    for item in items:
        if not 1 <= item.sampled <= MOST_SAMPLED:
            errors[f"sampled_{item.kind}"] = [_("Enter how many were looked at, from 1 to %d.") % MOST_SAMPLED]
        if not cleaned(item.effect):
            errors[f"effect_{item.kind}"] = [_("Say what effect was seen.")]
    return errors
