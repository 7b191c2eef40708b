"""What is known about a case at a glance: counts over its records, in one query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Subquery

from stages.enums import FindingKind, FindingState, MakeUpState
from stages.models import Finding, MakeUpTask, Rectification
from stages.selectors.rectifications import OPEN, overdue_on
from teams import clock
from teams.selectors.columns import number_of
from units.enums import ActivityKind, ActivityState, PlanKind, PlanState
from units.models import Activity, Case, PlanVersion


@dataclass(frozen=True)
class Summary:
    """Counts of what both sides know: no draft of the unit, none of the team."""

    plan_number: int | None
    plan_state: PlanState | None
    mobilised_on: date | None
    recorded: int
    problems: int
    open_problems: int
    suggestions: int
    open_rectifications: int
    overdue_rectifications: int
    open_make_up: int


def summary_of(case: Case) -> Summary:
    """The numbers for `case`, however long its record is: one query."""
    version = PlanVersion.objects.filter(
        plan__case=case, plan__kind=PlanKind.IMPLEMENTATION, submitted_at__isnull=False
    ).order_by("-number")
    recorded = Activity.objects.filter(state__in=[ActivityState.SUBMITTED, ActivityState.VERIFIED], case=case)
    meetings = recorded.filter(kind=ActivityKind.MOBILISATION)
    findings = Finding.objects.filter(case=case).issued().exclude(state=FindingState.WITHDRAWN)
    problems = findings.filter(kind=FindingKind.PROBLEM)
    rectifications = Rectification.objects.filter(case=case)
    found: dict[str, Any] = dict(
        Case.objects.filter(pk=case.pk)
        .values(
            plan_number=Subquery(version.values("number")[:1]),
            plan_state=Subquery(version.values("state")[:1]),
            mobilised_on=Subquery(meetings.order_by("held_on").values("held_on")[:1]),
            recorded=number_of(recorded),
            problems=number_of(problems),
            open_problems=number_of(problems.exclude(state=FindingState.CLOSED)),
            suggestions=number_of(findings.filter(kind=FindingKind.SUGGESTION)),
            open_rectifications=number_of(rectifications.filter(OPEN)),
            overdue_rectifications=number_of(rectifications.filter(overdue_on(clock.today()))),
            open_make_up=number_of(MakeUpTask.objects.filter(case=case).exclude(state=MakeUpState.CLEARED)),
        )
        .get()
    )
    state = found.pop("plan_state")
    return Summary(plan_state=PlanState(state) if state else None, **found)
