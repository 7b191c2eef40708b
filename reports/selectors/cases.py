"""The list of cases across units: where each stands, in whose hands, with which team."""

from __future__ import annotations

from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery

from stages.enums import RunState
from stages.models import Stage, StageRun
from teams.models import Team, User
from units.models import Assignment, Case, Todo


def cases_of(user: User) -> QuerySet[Case, Any]:
    """Visible cases by code, each with its stage, team and the day by which its holder is to act."""
    run = StageRun.objects.filter(case=OuterRef("pk"), state=RunState.OPEN)
    team = Assignment.live.filter(case=OuterRef("pk"))
    holds = Todo.objects.filter(
        case=OuterRef("pk"), settled_at=None, party=OuterRef("holder"), kind=OuterRef("holder_reason")
    ).order_by(F("due_on").asc(nulls_last=True))
    return (
        Case.objects.visible_to(user)
        .select_related("unit", "batch")
        .annotate(
            stage_zh=Subquery(run.values("stage__name_zh")[:1]),
            stage_en=Subquery(run.values("stage__name_en")[:1]),
            team_zh=Subquery(team.values("team__name_zh")[:1]),
            team_en=Subquery(team.values("team__name_en")[:1]),
            due_on=Subquery(holds.values("due_on")[:1]),
        )
        .order_by("unit__code", "batch__number")
    )


def stages_in_use(user: User) -> list[Stage]:
    """Stages in which a visible case is or was, each code once, for the filter."""
    # One of each is enough: PostgreSQL would look for all runs where a mere EXISTS asks for any.
    runs = StageRun.objects.filter(stage=OuterRef("pk"), case__in=Case.objects.visible_to(user)).order_by()
    stages = Stage.objects.annotate(used=Subquery(runs.values("pk")[:1])).filter(used__isnull=False)
    return list({stage.code: stage for stage in stages.order_by("number", "pk")}.values())


def teams_in_use(user: User) -> QuerySet[Team]:
    """Teams that supervise a visible case now, for the filter."""
    live = Assignment.live.filter(team=OuterRef("pk"), case__in=Case.objects.visible_to(user)).order_by()
    return Team.objects.annotate(used=Subquery(live.values("pk")[:1])).filter(used__isnull=False)
