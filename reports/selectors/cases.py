"""The list of cases across units: where each stands, in whose hands, with which team, and what is due first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet

from stages.enums import RunState
from stages.models import Stage, StageRun
from stages.views.duties import INSIDE
from teams.models import Team, User
from teams.models.posts import posts_of
from units.models import Assignment, Case, Todo
from units.models.posts import unit_posts_of


@dataclass(frozen=True)
class Listed:
    """A case with the stage it is in, its team, and of all that is open in it the duty that is due first."""

    case: Case
    stage: Stage | None
    team: Team | None
    due: Todo | None


def cases_of(user: User) -> QuerySet[Case]:
    """Visible cases by code."""
    return Case.objects.visible_to(user).select_related("unit", "batch").order_by("unit__code", "batch__number")


def listed(cases: Sequence[Case]) -> list[Listed]:
    """The cases of one page with what is told of them: three queries, whatever the number of all cases."""
    runs = StageRun.objects.filter(case__in=cases, state=RunState.OPEN).select_related("stage").order_by()
    stages = {run.case_id: run.stage for run in runs}
    assignments = Assignment.live.filter(case__in=cases).select_related("team")
    teams = {assignment.case_id: assignment.team for assignment in assignments}
    duties = Todo.objects.filter(case__in=cases, settled_at=None, due_on__isnull=False).exclude(kind__in=INSIDE)
    due = {todo.case_id: todo for todo in duties.order_by("-due_on", "-rank", "-pk")}
    return [Listed(case, stages.get(case.pk), teams.get(case.pk), due.get(case.pk)) for case in cases]


def stages_of(user: User) -> list[Stage]:
    """Stages of the campaigns in which a post of the person is, each code once, for the filter."""
    campaigns = {post.team.campaign_id for post in posts_of(user)} | {
        post.campaign_id for post in unit_posts_of(user) if post.campaign_id
    }
    stages = Stage.objects.filter(template__campaign__in=campaigns).order_by("number", "pk")
    return list({stage.code: stage for stage in stages}.values())


def teams_in_use(user: User) -> QuerySet[Team]:
    """Teams that supervise a visible case now, for the filter."""
    live = Assignment.live.filter(team=OuterRef("pk"), case__in=Case.objects.visible_to(user))
    return Team.objects.filter(Exists(live))
