"""What is known about a case at a glance: counts over its records, in one query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, IntegerField, Min, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from stages.enums import FindingKind, FindingState, MakeUpState, RectificationState
from stages.models import Finding, MakeUpTask, Rectification
from teams import clock
from units.enums import ActivityKind, ActivityState, PlanKind, PlanState
from units.models import Activity, Case, PlanVersion


@dataclass(frozen=True)
class Summary:
    """Counts of what both sides know: no draft of the unit, none of the team."""

    plan_number: int | None
    plan_state: PlanState | None
    mobilised_on: date | None
    activities: int
    problems: int
    open_problems: int
    suggestions: int
    open_rectifications: int
    overdue_rectifications: int
    open_make_up: int


def summary_of(case: Case) -> Summary:
    """The numbers for `case`, however long its record is: one query."""
    version = PlanVersion.objects.filter(
        plan__case=OuterRef("pk"), plan__kind=PlanKind.IMPLEMENTATION, submitted_at__isnull=False
    ).order_by("-number")
    recorded = Activity.objects.filter(state__in=[ActivityState.SUBMITTED, ActivityState.VERIFIED])
    findings = Finding.objects.issued().exclude(state=FindingState.WITHDRAWN)
    problems = findings.filter(kind=FindingKind.PROBLEM)
    rectifications = Rectification.objects.exclude(state=RectificationState.VERIFIED)
    found = (
        Case.objects.filter(pk=case.pk)
        .values(
            plan_number=Subquery(version.values("number")[:1]),
            plan_state=Subquery(version.values("state")[:1]),
            mobilised_on=Subquery(
                recorded.filter(case=OuterRef("pk"), kind=ActivityKind.MOBILISATION)
                .order_by()
                .values("case")
                .annotate(first=Min("held_on"))
                .values("first")
            ),
            activities=_count(recorded),
            problems=_count(problems),
            open_problems=_count(problems.exclude(state=FindingState.CLOSED)),
            suggestions=_count(findings.filter(kind=FindingKind.SUGGESTION)),
            open_rectifications=_count(rectifications),
            overdue_rectifications=_count(
                rectifications.exclude(state=RectificationState.REPORTED).filter(due_on__lt=clock.today())
            ),
            open_make_up=_count(MakeUpTask.objects.exclude(state=MakeUpState.CLEARED)),
        )
        .get()
    )
    state = found.pop("plan_state")
    return Summary(plan_state=PlanState(state) if state else None, **found)


def _count(rows: QuerySet) -> Coalesce:  # type: ignore[type-arg]  # rows of any model that belongs to a case
    """The number of the case's rows, as a column of the case."""
    counted = rows.filter(case=OuterRef("pk")).order_by().values("case").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
