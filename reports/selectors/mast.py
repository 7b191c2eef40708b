"""What the mast of every page says about a person: who they are, and how much waits for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import add

from django.db.models import F

from reports.selectors.todo_list import turns_of
from teams.enums import OFFICE_ROLES, Role
from teams.models import Membership, Notification, User
from teams.models.named import in_language
from teams.selectors.columns import number_of
from units.models import UnitMembership


@dataclass(frozen=True)
class Bearings:
    """Where a person stands: the post by which the pages greet them, the campaign, and a unit's own case."""

    post: str
    campaign: str
    is_clerk: bool
    own_case: int | None


@dataclass(frozen=True)
class Waiting:
    """How many rows of the to-do list and how many notices wait."""

    todos: int
    notices: int


def bearings_of(user: User) -> Bearings:
    """Two queries; a person with several posts is greeted by the first of them."""
    memberships = list(Membership.live.filter(user=user).select_related("team__campaign").order_by("pk"))
    if memberships:
        first = memberships[0]
        return Bearings(
            post=f"{first.team} · {first.get_role_display()}",
            campaign=first.team.campaign.name,
            is_clerk=any(each.role == Role.CLERK for each in memberships if each.role in OFFICE_ROLES),
            own_case=None,
        )
    acts_for = _unit_post(user)
    if acts_for is None:
        return Bearings(post="", campaign="", is_clerk=False, own_case=None)
    return Bearings(
        post=f"{acts_for.unit} · {acts_for.get_role_display()}",
        campaign=in_language(acts_for.campaign_zh or "", acts_for.campaign_en or ""),
        is_clerk=False,
        own_case=acts_for.case_id,
    )


def _unit_post(user: User):  # type: ignore[no-untyped-def]  # a membership with annotations
    return (
        UnitMembership.live.filter(user=user)
        .select_related("unit")
        .annotate(
            case_id=F("unit__cases"),
            campaign_zh=F("unit__cases__batch__campaign__name_zh"),
            campaign_en=F("unit__cases__batch__campaign__name_en"),
        )
        .order_by("pk", "-unit__cases")
        .first()
    )


def waiting_for(user: User) -> Waiting:
    """Both counts in one query."""
    unread = Notification.objects.filter(recipient=user, read_at=None)
    todos = reduce(add, map(number_of, turns_of(user)))
    found = User.objects.filter(pk=user.pk).values(todos=todos, notices=number_of(unread))[0]
    return Waiting(**found)
