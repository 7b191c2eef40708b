"""Who of the team looks after a case."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from teams.enums import SUPERVISION_ROLES
from teams.models import Membership, User
from teams.models.posts import posts_of
from units.models import Assignment, Case, Division


def divisions_of(case: Case) -> QuerySet[Division]:
    """Those who look after the case now, as far as they are still of its team."""
    still = Membership.live.filter(team=OuterRef("assignment__team"), user=OuterRef("user"))
    found = Division.objects.filter(Exists(still), assignment__in=Assignment.live.filter(case=case), ended_at=None)
    return found.select_related("user", "assignment").order_by("started_at", "pk")


def looked_after_by(user: User) -> QuerySet[Division]:
    """The cases that a person looks after in a team; nothing is asked for whom is in none."""
    teams = {post.team_id for post in posts_of(user) if post.role in SUPERVISION_ROLES}
    return Division.objects.filter(user=user, ended_at=None, assignment__ended_at=None, assignment__team__in=teams)


def members_of(case: Case) -> list[Membership]:
    """The live members of the team that supervises the case."""
    teams = Assignment.live.filter(case=case).values("team")
    return list(Membership.live.filter(team__in=teams).select_related("user").order_by("pk"))
