"""Home is the to-do list (待办): overdue, waiting for me, waiting for others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet, Window
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from reports.context_processors import waiting_of
from reports.filters import NOT_ENTERED
from reports.selectors.todo_list import todo_list_of
from reports.selectors.todo_matters import matters_of
from stages.views.duties import label_of, subject_of, url_of, verb_of
from teams import clock
from teams.selectors.mandates import held_places
from teams.templatetags.dates import day
from teams.views.signed_in import SignedInRequest
from units.enums import Party
from units.models import Todo

FEW = 3

Row = dict[str, Any]


@require_GET
def home(request: SignedInRequest) -> HttpResponse:
    """What the person is to do, most urgent first; and what waits for somebody else."""
    listed = todo_list_of(request.user, waiting_of(request, request.user).todos)
    matters = matters_of([*listed.overdue, *listed.mine, *listed.others])
    others = [_others(todo, matters) for todo in listed.others] + _entries(listed.entries)
    context = {
        "count": listed.count,
        "held": held_places(request.user),
        "today": clock.today(),
        "overdue": _first_stands_out([_mine(todo, matters) for todo in listed.overdue]),
        "mine": _first_stands_out([_mine(todo, matters) for todo in listed.mine]),
        "others": others,
        "is_empty": not (listed.count or others),
        "is_cut": listed.is_cut,
    }
    return render(request, "reports/home.html", context)


def _first_stands_out(rows: list[Row]) -> list[Row]:
    """The button of the first row is the loud one."""
    return [row | {"primary": number == 0} for number, row in enumerate(rows)]


def _mine(todo: Todo, matters: Mapping[int, str]) -> Row:
    late = _days_late(todo.due_on)
    return _row(todo, matters) | {
        "tone": "block" if late else "now",
        "kind": _overdue(late) if late else subject_of(todo.kind),
        "action": {"label": verb_of(todo.kind), "url": url_of(todo)},
    }


def _others(todo: Todo, matters: Mapping[int, str]) -> Row:
    return _row(todo, matters) | {
        "tone": "rest",
        "kind": _("waits for: %(party)s") % {"party": Party(todo.party).label},
        "action": {"label": _("Look"), "url": url_of(todo)},
    }


def _row(todo: Todo, matters: Mapping[int, str]) -> Row:
    due = _("was due %(date)s") if _days_late(todo.due_on) else _("due on %(date)s")
    what = label_of(todo.kind)
    return {
        "title": _("%(what)s (%(n)d)") % {"what": what, "n": todo.count} if todo.count > 1 else what,
        "subtitle": " · ".join(filter(None, [str(todo.case.unit), matters.get(todo.pk)])),
        "since": _("since %(date)s") % {"date": day(todo.since)},
        "due": due % {"date": day(todo.due_on)} if todo.due_on else "",
        "late": bool(_days_late(todo.due_on)),
    }


def _entries(todos: QuerySet[Todo]) -> list[Row]:
    """Of a few units each; of many, as before a batch begins, one row for all, so that the rest is seen."""
    first = list(todos.annotate(number=Window(Count("pk")))[: FEW + 1])
    if len(first) <= FEW:
        return [_others(todo, {}) for todo in first]
    number = first[0].number
    units = ngettext("%(n)d unit", "%(n)d units", number) % {"n": number}
    look = {"label": _("Look"), "url": f"{reverse('cases')}?stage={NOT_ENTERED}"}
    return [_others(first[0], {}) | {"subtitle": units, "since": "", "action": look}]


def _days_late(due_on: date | None) -> int:
    return max((clock.today() - due_on).days, 0) if due_on else 0


def _overdue(days: int) -> str:
    return ngettext("%(n)d day overdue", "%(n)d days overdue", days) % {"n": days}
