"""A verdict that passed a plan taken back: the review stays on record, the plan is with the unit again."""

from __future__ import annotations

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext, gettext_lazy

from stages.enums import Act, NoticeKind
from stages.models import PlanReview
from stages.rules import plan_reviews as rules
from stages.selectors.plans import footing_of
from stages.services.plan_measures import lay_down_measures_of
from teams import audit, clock
from teams.exceptions import Conflict
from teams.models import User
from teams.rulings import require
from teams.services.notices import tell
from teams.services.texts import required
from units.enums import PlanKind
from units.models import PlanVersion
from units.selectors import standing_of
from units.selectors.standing import people_of_unit
from units.services.plan_verdicts import RemarkGiven, return_plan
from units.services.plans import locked_version


@transaction.atomic
def take_back_plan_verdict(*, version_id: int, expected_version: int, reason: str, acting_user: User) -> PlanReview:
    """Take back the verdict that passed a version, with a reason; the next version answers the reason.

    What the plan had brought into the ledger of measures asks for nothing until a version passes again. Raises
    `Denied` and `Conflict` (`stages.rules.plan_reviews.may_take_back`), `Invalid` at `reason`.
    """
    version = locked_version(version_id)
    case, kind = version.plan.case, PlanKind(version.plan.kind)
    standing = standing_of(acting_user, case)
    require(rules.may_take_back(standing, case, version, footing_of(case, version)))
    texts = required({"reason": reason}, gettext_lazy("Give the reason."))
    return_plan(version, expected_version=expected_version, remarks=[_pinned(texts["reason"])])
    review = _marked(version, acting_user, texts["reason"])
    lay_down_measures_of(version)
    audit.record(
        acting_user,
        Act.PLAN_TAKEN_BACK,
        version,
        scope=case,
        acting_as=standing.title,
        plan=kind.noun,
        number=version.number,
        reason=texts["reason"],
    )
    tell(
        people_of_unit(case),
        NoticeKind.PLAN_TAKEN_BACK,
        key=f"plan_taken_back:{version.pk}",
        scope=case,
        unit=case.unit,
        plan=kind.noun,
        plan_kind=kind,
        reason=texts["reason"],
    )
    return review


def _marked(version: PlanVersion, acting_user: User, reason: str) -> PlanReview:
    taken = PlanReview.objects.filter(plan_version=version, taken_back_at=None).update(
        taken_back_at=clock.now(), taken_back_by=acting_user, taken_back_reason=reason
    )
    if not taken:
        raise Conflict(gettext_lazy("This verdict has been taken back already."))
    return PlanReview.objects.get(plan_version=version)


def _pinned(reason: str) -> RemarkGiven:
    wordings = {}
    for language in ("zh-hans", "en"):
        with translation.override(language):
            wordings[language] = gettext("The verdict that passed this version was taken back")
    return RemarkGiven(wordings["zh-hans"], wordings["en"], reason)
