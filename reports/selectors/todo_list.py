"""The to-do list (待办) of a person: open duties of the cases that a live role opens, by whose turn it is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import F, Q, QuerySet

from stages.views.duties import INSIDE
from teams import clock
from teams.enums import Role
from teams.models import Membership, User
from teams.selectors.mandates import places_of
from units.enums import Party, TodoKind
from units.models import Assignment, Case, Todo, UnitMembership

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
    first, *rest = (rows.order_by().values("pk") for rows in turns_of(user))
    return Todo.objects.filter(pk__in=first.union(*rest, all=True))


def _todos_of_others(user: User) -> QuerySet[Todo]:
    """Of each visible case the row that holds it, and whatever is late."""
    holds = Q(party=F("case__holder"), kind=F("case__holder_reason"))
    late = Q(due_on__lt=clock.today())
    rows = Todo.objects.filter(holds | late, settled_at=None, case__in=Case.objects.visible_to(user))
    return rows.exclude(_turn_of(user)).exclude(kind__in=INSIDE)


def turns_of(user: User) -> list[QuerySet[Todo]]:
    """The rows of `todos_of` by party: each of these finds its own by index, which one condition for all would not."""
    return [Todo.objects.filter(turn, settled_at=None) for turn in _turns(user)]


def _turn_of(user: User) -> Q:
    return reduce(or_, _turns(user))


def _turns(user: User) -> list[Q]:
    """The director decides for the leading group, or whoever acts in that place; a clerk watches.

    No row is of two parties.
    """
    units = UnitMembership.live.filter(user=user).values("unit")
    posts = Membership.live.filter(user=user)
    in_place = places_of(user).filter(membership__role=Role.DIRECTOR).values("membership__team")
    directed = posts.filter(Q(role=Role.DIRECTOR) | Q(role=Role.CLERK, team__in=in_place)).values("team__campaign")
    return [
        Q(party=Party.UNIT, case__unit__in=units),
        Q(party=Party.TEAM, case__in=_supervised_by(user)),
        Q(party=Party.GROUP, case__batch__campaign__in=directed),
    ]


def _supervised_by(user: User) -> QuerySet[Assignment, Any]:
    return Assignment.live.filter(team__in=Membership.live.filter(user=user).values("team")).values("case")


def _soonest(rows: QuerySet[Todo]) -> QuerySet[Todo]:
    return rows.select_related("case__unit").order_by(F("due_on").asc(nulls_last=True), "rank", "since", "pk")[:LONGEST]
