"""The review of a plan (四看): who gives it, what each answer needs, what it comes to, how it is taken back (13-54)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Footing:
    """What a review of a case's plan stands on, loaded by `stages.selectors.plans`.

    A verdict that a decision or a recommendation rests on is not taken back.
    """

    in_its_stage: bool
    with_the_group: bool = False
    decided_since: bool = False


def may_judge_plans(standing: CaseStanding) -> Ruling:
    """Whose the verdict is: the leader's, or the deputy's acting for the leader."""
    return unless(standing.may_lead, "not_leader", _("The leader of the case's team gives the review."), row=49)


def may_review(standing: CaseStanding, case: Case, version: PlanVersion, *, in_its_stage: bool) -> Ruling:
    """The leader, or the deputy acting for the leader, on a submitted version, once the profile is confirmed.

    A plan that a stage asks for is judged while that stage is open (row 76).
    """
    return all_of(
        (
            may_judge_plans(standing),
            under_supervision(case),
            unless(
                in_its_stage,
                "not_in_its_stage",
                _("The stage that asks for this plan is not open: it is not reviewed now."),
                row=76,
            ),
            unless(
                case.profile_confirmed_at is not None,
                "profile_not_confirmed",
                _("The unit's profile has not been confirmed: confirm it before the review."),
                row=24,
            ),
            in_state(version, PlanState.SUBMITTED),
        )
    )


def may_take_back(standing: CaseStanding, case: Case, version: PlanVersion, footing: Footing) -> Ruling:
    """The leader takes back the verdict that passed a plan, until something rests on it.

    That is a decision that closed a stage, or a request that lies before the leading group.
    """
    return all_of(
        (
            may_judge_plans(standing),
            under_supervision(case),
            in_state(version, PlanState.PASSED),
            unless(
                footing.in_its_stage,
                "not_in_its_stage",
                _("The stage that asks for this plan is not open: its verdict stands."),
                row=76,
            ),
            unless(
                not footing.decided_since,
                "decided_since",
                _("The stage has been left on this verdict: it stands."),
                row=76,
            ),
            unless(
                not footing.with_the_group,
                "with_the_group",
                _("The request is with the leading group: it rests on this verdict."),
                row=76,
            ),
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
