"""What the mast of every page says about a person: who they are, and how much waits for them."""

from __future__ import annotations

from dataclasses import dataclass

from reports.selectors.todo_list import todos_of
from teams.enums import Role
from teams.models import Notification, User
from teams.models.named import in_language
from teams.models.posts import posts_of
from teams.selectors.columns import number_of
from units.models.posts import unit_posts_of


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
    """By the posts that are kept with the person; whoever has several is greeted by the first of them."""
    posts = posts_of(user)
    if posts:
        first = posts[0]
        return Bearings(
            post=f"{first.team} · {first.get_role_display()}",
            campaign=first.team.campaign.name,
            is_clerk=any(post.role == Role.CLERK for post in posts),
            own_case=None,
        )
    acts_for = next(iter(unit_posts_of(user)), None)
    if acts_for is None:
        return Bearings(post="", campaign="", is_clerk=False, own_case=None)
    return Bearings(
        post=f"{acts_for.unit} · {acts_for.get_role_display()}",
        campaign=in_language(acts_for.campaign_zh or "", acts_for.campaign_en or ""),
        is_clerk=False,
        own_case=acts_for.case_id,
    )


def waiting_for(user: User) -> Waiting:
    """Both counts in one query."""
    unread = Notification.objects.filter(recipient=user, read_at=None)
    found = User.objects.filter(pk=user.pk).values(todos=number_of(todos_of(user)), notices=number_of(unread))[0]
    # Nothing is asked for whom has no post, and comes back as None.
    return Waiting(todos=found["todos"] or 0, notices=found["notices"])
