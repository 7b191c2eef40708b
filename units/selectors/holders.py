"""In whose hands a case is, with what and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from teams import clock
from teams.models import Team
from teams.workdays import workdays_between
from units.enums import Party
from units.models import Assignment, Case, Todo


@dataclass(frozen=True)
class Holder:
    """The party that must act next; `since_days` are whole working days."""

    party: Party
    todo: Todo
    since_days: int

    @property
    def due_on(self) -> date | None:
        return self.todo.due_on

    @property
    def is_late(self) -> bool:
        return self.todo.due_on is not None and self.todo.due_on < clock.today()


def holder_of(case: Case) -> Holder | None:
    """The holder by the open duty of lowest rank, or None when nothing is waiting."""
    todo = Todo.objects.filter(case=case, settled_at=None).first()
    if todo is None:
        return None
    return Holder(Party(todo.party), todo, days_waiting(todo))


def days_waiting(todo: Todo) -> int:
    """For how many working days the duty has been open."""
    return workdays_between(timezone.localtime(todo.since).date(), clock.today())


def team_of(case: Case) -> Team | None:
    """The team that supervises the case now."""
    assignment = Assignment.live.filter(case=case).select_related("team").first()
    return assignment.team if assignment else None
