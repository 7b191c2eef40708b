"""A measure as the unit writes it down: what, who, until when, how well (row 80)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext_lazy as _

from stages.enums import RectificationState
from stages.models import Finding, Rectification
from stages.rules.rectifications import is_planned
from stages.services.finding_duties import place_rectification
from teams import clock
from teams.exceptions import Invalid
from teams.services.privacy import require_impersonal
from teams.services.texts import cleaned, required
from units.enums import SubjectLevel

RESPONSIBLE_LENGTH = 100


@dataclass(frozen=True, kw_only=True)
class MeasureGiven:
    """Only the measure itself is needed to note it; all four stand before it leaves OPEN."""

    measure: str
    responsible: str = ""
    due_on: date | None = None
    quality_requirement: str = ""
    level: SubjectLevel = SubjectLevel.LEADERSHIP


def checked_measure(given: MeasureGiven, *, standing_deadline: date | None = None) -> MeasureGiven:
    """The measure with its texts cleaned; `Invalid` at what cannot be so.

    A deadline lies ahead, unless it is the `standing_deadline`, which may be kept after it has passed.
    """
    texts = required({"measure": given.measure}, _("Write down the measure."))
    texts |= {
        "responsible": cleaned(given.responsible),
        "quality_requirement": cleaned(given.quality_requirement),
    }
    require_impersonal(**texts)
    if len(texts["responsible"]) > RESPONSIBLE_LENGTH:
        raise Invalid(responsible=_("At most 100 characters."))
    if given.level not in SubjectLevel.values:
        raise Invalid(level=_("Measures are itemised for the leadership team and the branches only."))
    if given.due_on is not None and given.due_on < clock.today() and given.due_on != standing_deadline:
        raise Invalid(due_on=_("This date has passed."))
    return replace(
        given,
        measure=texts["measure"],
        responsible=texts["responsible"],
        quality_requirement=texts["quality_requirement"],
    )


def fields_of(given: MeasureGiven) -> dict[str, object]:
    """The columns of a measure."""
    return {
        "measure": given.measure,
        "responsible": given.responsible,
        "due_on": given.due_on,
        "quality_requirement": given.quality_requirement,
        "level": given.level,
    }


def set_measure(finding: Finding, given: MeasureGiven) -> Rectification:
    """Lay a checked measure against a finding: in progress when all four stand, else open."""
    rectification = Rectification(case=finding.case, finding=finding, **fields_of(given))
    if is_planned(rectification):
        rectification.state = RectificationState.IN_PROGRESS
    rectification.save(force_insert=True)
    place_rectification(rectification)
    return rectification
