"""The ledger of measures (整改台账)."""

from __future__ import annotations

from datetime import date

from django.db.models import Count, F, Q, QuerySet

from stages.enums import FindingState, RectificationState
from stages.models import Finding, Rectification
from stages.rules.rectifications import WITH_THE_UNIT
from teams import clock
from units.enums import PlanState
from units.models import Case, CaseFile


def rectifications_of(case: Case) -> QuerySet[Rectification]:
    """Every measure of a case, the nearest deadline first, those without one last."""
    return (
        Rectification.objects.filter(case=case)
        .select_related("finding", "plan_problem__plan_version")
        .order_by(F("due_on").asc(nulls_last=True), "pk")
    )


# Not against a finding that was withdrawn, nor of a plan that has not passed, or not in this version.
STANDING = (Q(finding=None) | ~Q(finding__state=FindingState.WITHDRAWN)) & (
    Q(plan_problem=None) | Q(plan_problem__plan_version__state=PlanState.PASSED)
)
OPEN = ~Q(state=RectificationState.VERIFIED) & STANDING


def overdue_on(today: date) -> Q:
    """Open, and the deadline has passed in the unit's hands (row 36)."""
    return OPEN & Q(state__in=WITH_THE_UNIT, due_on__lt=today)


def shown_of(case: Case, show: str) -> QuerySet[Rectification]:
    """What the ledger shows under its filter: open, overdue, verified, or all."""
    everything = rectifications_of(case)
    if show == "open":
        return everything.filter(OPEN)
    if show == "overdue":
        return everything.filter(overdue_on(clock.today()))
    if show == "verified":
        return everything.filter(state=RectificationState.VERIFIED)
    return everything


def counts(case: Case) -> dict[str, int]:
    """How many measures there are, are open, overdue and struck off."""
    counted: dict[str, int] = Rectification.objects.filter(case=case).aggregate(
        all=Count("pk"),
        open=Count("pk", filter=OPEN),
        overdue=Count("pk", filter=overdue_on(clock.today())),
        verified=Count("pk", filter=Q(state=RectificationState.VERIFIED)),
    )
    return counted


def measures_against(finding: Finding) -> QuerySet[Rectification]:
    """The measures against one finding, in the order in which they were set."""
    return finding.rectifications.order_by("pk")


def evidence_of(rectification: Rectification) -> QuerySet[CaseFile]:
    """What the unit laid in with its report."""
    return rectification.files.select_related("file", "added_by").order_by("pk")
