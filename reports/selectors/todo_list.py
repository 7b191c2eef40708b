"""The to-do list (待办) of a person: open duties of the cases that a live role opens, by whose turn it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import F, Q, QuerySet

from stages.views.duties import INSIDE
from teams import clock
from teams.enums import SUPERVISION_ROLES, Role
from teams.models import User
from teams.models.posts import posts_of
from teams.selectors.mandates import places_of
from units.enums import Party, TodoKind
from units.models import Assignment, Case, Todo
from units.models.posts import unit_posts_of

NOBODYS = Q(pk__in=())

LONGEST = 50
"""No part of the list is longer; what is due first stands in it."""


@dataclass(frozen=True)
class TodoList:
    """`count` is all that waits for the person, `mine` and `overdue` at most the LONGEST of it."""

    count: int
    overdue: list[Todo]
    mine: list[Todo]
    others: list[Todo]
    entries: QuerySet[Todo]
    """Entries of others, by unit; as many as there are units before a batch begins."""

    @property
    def is_cut(self) -> bool:
        return self.count > len(self.overdue) + len(self.mine)


def todo_list_of(user: User, count: int) -> TodoList:
    """The list of `user`, for whom `count` rows wait (`waiting_for`): three queries, whatever the size of the data."""
    today = clock.today()
    mine = list(_soonest(todos_of(user)))
    others = _todos_of_others(user)
    return TodoList(
        count=count,
        overdue=[todo for todo in mine if todo.due_on and todo.due_on < today],
        mine=sorted(
            (todo for todo in mine if not todo.due_on or todo.due_on >= today),
            key=lambda todo: (todo.rank, todo.since, todo.pk),
        ),
        others=list(_soonest(others.exclude(kind=TodoKind.ENTER))),
        entries=others.filter(kind=TodoKind.ENTER).select_related("case__unit").order_by("case__unit__code"),
    )


def todos_of(user: User) -> QuerySet[Todo]:
    """Open rows of which it is the turn of a party that the person acts for."""
    return Todo.objects.filter(_turn_of(user), settled_at=None)


def _todos_of_others(user: User) -> QuerySet[Todo]:
    """Of each visible case the row that holds it, and whatever is late."""
    holds = Q(party=F("case__holder"), kind=F("case__holder_reason"))
    late = Q(due_on__lt=clock.today())
    rows = Todo.objects.filter(holds | late, settled_at=None, case__in=Case.objects.visible_to(user))
    return rows.exclude(_turn_of(user)).exclude(kind__in=INSIDE)


def _turn_of(user: User) -> Q:
    return reduce(or_, _turns(user), NOBODYS)


def _turns(user: User) -> Iterator[Q]:
    """The director decides for the leading group, or whoever acts in that place; a clerk watches."""
    posts = posts_of(user)
    if units := {post.unit_id for post in unit_posts_of(user)}:
        yield Q(party=Party.UNIT, case__unit__in=units)
    if teams := {post.team_id for post in posts if post.role in SUPERVISION_ROLES}:
        yield Q(party=Party.TEAM, case__in=Assignment.live.filter(team__in=teams).values("case"))
    if directed := {post.team.campaign_id for post in posts if post.role == Role.DIRECTOR}:
        yield Q(party=Party.GROUP, case__batch__campaign__in=directed)
    if watched := {post.team_id for post in posts if post.role == Role.CLERK}:
        in_place = places_of(user).filter(membership__role=Role.DIRECTOR, membership__team__in=watched)
        yield Q(party=Party.GROUP, case__batch__campaign__in=in_place.values("membership__team__campaign"))


def _soonest(rows: QuerySet[Todo]) -> QuerySet[Todo]:
    return rows.select_related("case__unit").order_by(F("due_on").asc(nulls_last=True), "rank", "since", "pk")[:LONGEST]
