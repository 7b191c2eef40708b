"""The problems that a plan sets out to solve, each with its measure (rows 52, 53, 79, 80)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from teams.exceptions import Invalid, Text
from teams.models import User
from teams.rules.privacy import names_a_number
from teams.rulings import require
from teams.services.privacy import GUIDANCE
from teams.services.texts import cleaned
from teams.transitions import touch
from units.enums import THE_FIVE_CATEGORIES, PlanKind, ProblemCategory, SubjectLevel
from units.models import PlanOmission, PlanProblem, PlanVersion
from units.rules import plans as rules
from units.selectors import standing_of
from units.services.plans import locked_version

LONGEST_RESPONSIBLE = 100


@dataclass(frozen=True)
class ProblemGiven:
    """One line of the list; a line without any text is no problem."""

    category: str
    text: str
    measure: str
    responsible: str = ""
    due_on: date | None = None
    quality_requirement: str = ""
    level: str = SubjectLevel.LEADERSHIP

    @property
    def is_blank(self) -> bool:
        texts = (self.text, self.measure, self.responsible, self.quality_requirement)
        return not (any(cleaned(text) for text in texts) or self.due_on)


@transaction.atomic
def save_problems(
    *,
    version_id: int,
    expected_version: int,
    problems: Sequence[ProblemGiven],
    omissions: Mapping[str, str],
    acting_user: User,
) -> PlanVersion:
    """Replace the draft's problems, and the reasons for categories that list none (by category).

    `Invalid` at `text_<n>`, `measure_<n>` and so on for the n-th line given, from 0: a problem has its wording and its
    measure (row 53). `Invalid` at `omission_<category>` for a reason where a problem is listed (row 52).

    What row 80 asks of a rectification plan may be left for later until submitting. Nobody is named in one: the
    individual level is counts only (row 79).
    """
    version = locked_version(version_id)
    case = version.plan.case
    require(rules.may_edit(standing_of(acting_user, case), case, version))
    listed = {n: given for n, given in enumerate(problems) if not given.is_blank}
    reasons = {category: text for category, reason in omissions.items() if (text := cleaned(reason))}
    _check(PlanKind(version.plan.kind), listed, reasons)
    touch(version, expected_version=expected_version)
    version.problems.all().delete()
    version.omissions.all().delete()
    PlanProblem.objects.bulk_create(
        PlanProblem(
            plan_version=version,
            category=given.category,
            text=cleaned(given.text),
            measure=cleaned(given.measure),
            responsible=cleaned(given.responsible),
            due_on=given.due_on,
            quality_requirement=cleaned(given.quality_requirement),
            level=given.level,
        )
        for given in listed.values()
    )
    PlanOmission.objects.bulk_create(
        PlanOmission(plan_version=version, category=category, reason=reason) for category, reason in reasons.items()
    )
    return version


def _check(kind: PlanKind, listed: Mapping[int, ProblemGiven], reasons: Mapping[str, str]) -> None:
    errors: dict[str, list[Text]] = {}
    for n, given in listed.items():
        if given.category not in ProblemCategory.values:
            errors[f"category_{n}"] = [_("Choose one of the categories.")]
        if not cleaned(given.text):
            errors[f"text_{n}"] = [_("Say what the problem is.")]
        if not cleaned(given.measure):
            errors[f"measure_{n}"] = [_("Every problem has a measure: say what will be done about it.")]
        if len(cleaned(given.responsible)) > LONGEST_RESPONSIBLE:
            errors[f"responsible_{n}"] = [_("At most %(most)s characters.") % {"most": LONGEST_RESPONSIBLE}]
        if given.level not in SubjectLevel.values:
            errors[f"level_{n}"] = [_("Measures are itemised for the leadership team and the branches only.")]
        if kind is PlanKind.RECTIFICATION:
            errors |= {f"{field}_{n}": [GUIDANCE] for field in _naming_somebody(given)}
    taken = {given.category for given in listed.values()}
    for category in reasons:
        if category in taken:
            errors[f"omission_{category}"] = [_("A problem of this category is listed: no reason is needed.")]
        elif category not in THE_FIVE_CATEGORIES:
            errors[f"omission_{category}"] = [_("Choose one of the categories.")]
    if errors:
        raise Invalid(errors)


def _naming_somebody(given: ProblemGiven) -> list[str]:
    texts = {field: getattr(given, field) for field in ("text", "measure", "responsible", "quality_requirement")}
    return [field for field, text in texts.items() if names_a_number(text)]
