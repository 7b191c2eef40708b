"""The to-do list: the only writer of `Todo` and of whose hands a case is in."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import QuerySet

from teams import clock
from units.enums import Party
from units.models import Case, Todo
from units.ranks import rank_of


def open_todo(
    case: Case,
    kind: str,
    *,
    party: Party,
    key: str | None = None,
    count: int = 1,
    due_on: date | None = None,
    target_id: int | None = None,
) -> None:
    """Open a duty, or bring the open one of the same key up to date (a pile grows and shrinks).

    In a closed case nothing is to be done: there no duty opens, and what `take_up_again` would open is kept true.
    """
    if case.closed_on is not None:
        _last_settled(case, key or str(kind)).update(count=count, due_on=due_on, target_id=target_id)
        return
    Todo.objects.update_or_create(
        case=case,
        key=key or str(kind),
        settled_at=None,
        defaults={"count": count, "due_on": due_on, "target_id": target_id},
        create_defaults={
            "kind": str(kind),
            "party": party,
            "rank": rank_of(kind),
            "since": clock.now(),
            "count": count,
            "due_on": due_on,
            "target_id": target_id,
        },
    )
    place(case)


def set_due(case: Case, key: str, due_on: date) -> None:
    """Give the open duty of this key another day, if there is one."""
    Todo.objects.filter(case=case, key=str(key), settled_at=None).update(due_on=due_on)


def settle(case: Case, key: str) -> None:
    """Close the open duty of this key, if there is one; in a closed case it will not be taken up again."""
    open_rows = Todo.objects.filter(case=case, key=str(key), settled_at=None)
    rows = open_rows if case.closed_on is None else _last_settled(case, str(key))
    rows.update(settled_at=clock.now())
    place(case)


def settle_all(case: Case, *, at: datetime) -> None:
    """Close every open duty: the case is closed `at` that moment."""
    Todo.objects.filter(case=case, settled_at=None).update(settled_at=at)
    place(case)


def take_up_again(case: Case, *, since: datetime) -> None:
    """Open what `settle_all` closed at that moment: nothing has been done about it, for the case was closed."""
    Todo.objects.filter(case=case, settled_at=since).update(settled_at=None)
    place(case)


def set_pile(case: Case, kind: str, *, party: Party, count: int, due_on: date | None = None) -> None:
    """Open, adjust or settle a pile by its size."""
    if count:
        open_todo(case, kind, party=party, count=count, due_on=due_on)
    else:
        settle(case, kind)


def _last_settled(case: Case, key: str) -> QuerySet[Todo]:
    last = Todo.objects.filter(case=case, key=key).exclude(settled_at=None).order_by("-settled_at", "-pk").first()
    return Todo.objects.filter(pk=last.pk) if last else Todo.objects.none()


def place(case: Case) -> None:
    """Write in whose hands the case is: the party of the open row of lowest rank, since that row stands."""
    first = Todo.objects.filter(case=case, settled_at=None).order_by("rank", "since", "pk").first()
    holder = (first.party, first.since, first.kind) if first else ("", None, "")
    if (case.holder, case.holder_since, case.holder_reason) != holder:
        case.holder, case.holder_since, case.holder_reason = holder
        case.save(update_fields=["holder", "holder_since", "holder_reason"])
