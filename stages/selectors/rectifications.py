"""The ledger of measures (整改台账)."""

from __future__ import annotations

from datetime import date

from django.db.models import F, QuerySet

from stages.enums import FindingState, RectificationState
from stages.models import Finding, Rectification
from stages.rules.rectifications import WITH_THE_UNIT
from teams import clock
from units.models import Case, CaseFile


def rectifications_of(case: Case) -> QuerySet[Rectification]:
    """Every measure of a case, the nearest deadline first, those without one last."""
    return (
        Rectification.objects.filter(case=case)
        .select_related("finding", "plan_problem")
        .order_by(F("due_on").asc(nulls_last=True), "pk")
    )


def open_ones(rectifications: QuerySet[Rectification]) -> QuerySet[Rectification]:
    """Not struck off, and not against a finding that was withdrawn."""
    return rectifications.exclude(state=RectificationState.VERIFIED).exclude(finding__state=FindingState.WITHDRAWN)


def overdue_ones(rectifications: QuerySet[Rectification], today: date) -> QuerySet[Rectification]:
    """Open measures whose deadline has passed in the unit's hands (row 36)."""
    return open_ones(rectifications).filter(state__in=WITH_THE_UNIT, due_on__lt=today)


def counts(case: Case) -> dict[str, int]:
    """How many measures there are, are open, overdue and struck off."""
    everything = Rectification.objects.filter(case=case)
    return {
        "all": everything.count(),
        "open": open_ones(everything).count(),
        "overdue": overdue_ones(everything, clock.today()).count(),
        "verified": everything.filter(state=RectificationState.VERIFIED).count(),
    }


def measures_against(finding: Finding) -> QuerySet[Rectification]:
    """The measures against one finding, in the order in which they were set."""
    return finding.rectifications.order_by("pk")


def evidence_of(rectification: Rectification) -> QuerySet[CaseFile]:
    """What the unit laid in with its report."""
    return rectification.files.select_related("file", "added_by").order_by("pk")
