"""The list of cases across units: where each stands, in whose hands, with which team."""

from __future__ import annotations

from typing import Any

from django.db.models import F, FilteredRelation, OuterRef, Q, QuerySet, Subquery

from stages.enums import RunState
from stages.models import Stage
from teams.models import Team, User
from teams.models.posts import posts_of
from units.models import Assignment, Case, Todo
from units.models.posts import unit_posts_of


def cases_of(user: User) -> QuerySet[Case, Any]:
    """Visible cases by code, each with its stage, team and the day by which its holder is to act."""
    holds = Todo.objects.filter(
        case=OuterRef("pk"), settled_at=None, party=OuterRef("holder"), kind=OuterRef("holder_reason")
    ).order_by(F("due_on").asc(nulls_last=True))
    return (
        Case.objects.visible_to(user)
        .select_related("unit", "batch")
        # A case has one open run and one live assignment at most, so that the joins multiply no row.
        .annotate(
            run=FilteredRelation("runs", condition=Q(runs__state=RunState.OPEN)),
            live=FilteredRelation("assignments", condition=Q(assignments__ended_at=None)),
            stage_zh=F("run__stage__name_zh"),
            stage_en=F("run__stage__name_en"),
            team_zh=F("live__team__name_zh"),
            team_en=F("live__team__name_en"),
            due_on=Subquery(holds.values("due_on")[:1]),
        )
        .order_by("unit__code", "batch__number")
    )


def stages_in_use(user: User) -> list[Stage]:
    """Stages of the campaigns in which a post of the person is, each code once, for the filter."""
    campaigns = {post.team.campaign_id for post in posts_of(user)} | {
        post.campaign_id for post in unit_posts_of(user) if post.campaign_id
    }
    stages = Stage.objects.filter(template__campaign__in=campaigns).order_by("number", "pk")
    return list({stage.code: stage for stage in stages}.values())


def teams_in_use(user: User) -> QuerySet[Team]:
    """Teams that supervise a visible case now, for the filter."""
    live = Assignment.live.filter(team=OuterRef("pk"), case__in=Case.objects.visible_to(user)).order_by()
    return Team.objects.annotate(used=Subquery(live.values("pk")[:1])).filter(used__isnull=False)
