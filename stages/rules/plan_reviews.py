"""The four-point review of a plan (四看): who gives it, what each answer needs, and what it comes to (rows 13-54)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol

from django.utils.translation import gettext_lazy as _

from stages.enums import PlanAnswer, PlanVerdict
from teams.exceptions import Text
from teams.rulings import Ruling, all_of, unless
from units.enums import PlanState
from units.models import Case, PlanVersion
from units.rules.plans import in_state
from units.rules.profiles import under_supervision
from units.standing import CaseStanding


class Asked(Protocol):
    """What the rules read of a criterion (`stages.models.Criterion`)."""

    pk: int

    @property
    def entry_choices(self) -> list[tuple[str, str]]: ...


def may_review(standing: CaseStanding, case: Case, version: PlanVersion) -> Ruling:
    """The leader, or the deputy acting for the leader, on a submitted version, once the profile is confirmed."""
    return all_of(
        (
            unless(standing.may_lead, "not_leader", _("The leader of the case's team gives the review."), row=49),
            under_supervision(case),
            unless(
                case.profile_confirmed_at is not None,
                "profile_not_confirmed",
                _("The unit's profile has not been confirmed: confirm it before the review."),
                row=24,
            ),
            in_state(version, PlanState.SUBMITTED),
        )
    )


def answer_errors(criterion: Asked, answer: PlanAnswer, ticked: Collection[str], remark: str) -> dict[str, list[Text]]:
    """What is wrong with the answer to one criterion, by the field of the form."""
    codes = {code for code, _wording in criterion.entry_choices}
    errors: dict[str, list[Text]] = {}
    if not set(ticked) <= codes:
        errors[f"ticked_{criterion.pk}"] = [_("Choose from the list.")]
    elif answer == PlanAnswer.REVISE and not remark:
        errors[f"remark_{criterion.pk}"] = [_("Say what is to be revised.")]
    elif set(ticked) != codes and not remark:
        errors[f"remark_{criterion.pk}"] = [_("Not everything on the list is there: say why.")]
    return errors


def verdict_of(answers: Iterable[PlanAnswer]) -> PlanVerdict:
    """One item to revise returns the plan: all of the four points pass, or the plan does not (rows 50, 54)."""
    return PlanVerdict.RETURNED if PlanAnswer.REVISE in answers else PlanVerdict.PASSED
