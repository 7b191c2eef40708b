"""The reviews of a case's plans, and what a verdict stands on."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from stages.enums import Outcome, RequestState, RunState
from stages.models import Decision, PlanReview, PlanReviewItem, StageRun, TransitionRequest
from stages.rules.plan_reviews import Footing
from stages.selectors.template import asks_for_rectification_plan
from teams import clock
from units.enums import PlanKind
from units.models import Case, PlanVersion


def reviews_of(versions: Collection[PlanVersion]) -> QuerySet[PlanReview]:
    """The reviews of these versions, with their items: two queries."""
    return (
        PlanReview.objects.filter(plan_version__in=versions)
        .select_related("reviewed_by", "taken_back_by")
        .prefetch_related(Prefetch("items", PlanReviewItem.objects.select_related("criterion")))
    )


def footing_of(case: Case, version: PlanVersion) -> Footing:
    """What the verdict on this version stands on: one query, one more for a plan that a stage asks for.

    `decided_since`: a stage was left after the verdict, by an approval that stands.
    """
    recommended = TransitionRequest.objects.filter(run=OuterRef("pk"), state=RequestState.RECOMMENDED)
    approvals = Decision.objects.filter(outcome=Outcome.APPROVED, request__state=RequestState.APPROVED)
    since = approvals.filter(request__run__case=case, decided_at__gte=version.reviewed_at or clock.now())
    run = (
        StageRun.objects.filter(case=case, state=RunState.OPEN)
        .select_related("stage")
        .annotate(recommended=Exists(recommended), decided_since=Exists(since))
        .first()
    )
    return Footing(
        in_its_stage=_in_its_stage(run, PlanKind(version.plan.kind)),
        with_the_group=bool(run and run.recommended),
        decided_since=bool(run and version.reviewed_at and run.decided_since),
    )


def _in_its_stage(run: StageRun | None, kind: PlanKind) -> bool:
    """The implementation plan is of the whole campaign; another is of the stage whose gates ask for it."""
    return run is not None and (kind is PlanKind.IMPLEMENTATION or asks_for_rectification_plan(run.stage))
