"""What each to-do is about, beyond its unit: two findings to acknowledge are told apart by number and first words."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from stages.enums import TodoKind
from stages.models import Finding, MakeUpTask, Rectification
from units.models import Todo

FIRST_WORDS = 24

_OF_FINDING = {
    TodoKind.ACKNOWLEDGE,
    TodoKind.ANSWER_SUGGESTION,
    TodoKind.SETTLE_DISPUTE,
    TodoKind.CLOSE_FINDING,
}
_OF_RECTIFICATION = {TodoKind.RECTIFY, TodoKind.VERIFY_RECTIFICATION}
_OF_MAKE_UP = {TodoKind.MAKE_UP, TodoKind.CHECK_MAKE_UP}


def matters_of(todos: Iterable[Todo]) -> dict[int, str]:
    """By to-do, the matter in a few words; at most three queries, none for kinds that are not in the list."""
    rows = [todo for todo in todos if todo.target_id]
    findings = {
        pk: _("no. %(number)s: %(text)s") % {"number": number, "text": _first_words(text)}
        for pk, number, text in _wanted(Finding, rows, _OF_FINDING, "number", "text")
    }
    measures = {pk: _first_words(text) for pk, text in _wanted(Rectification, rows, _OF_RECTIFICATION, "measure")}
    tasks = {pk: _first_words(text) for pk, text in _wanted(MakeUpTask, rows, _OF_MAKE_UP, "demand")}
    told: Mapping[str, dict[int, str]] = (
        dict.fromkeys(_OF_FINDING, findings)
        | dict.fromkeys(_OF_RECTIFICATION, measures)
        | dict.fromkeys(_OF_MAKE_UP, tasks)
    )
    return {todo.pk: told.get(todo.kind, {}).get(todo.target_id or 0, "") for todo in rows}


def _wanted(
    model: type[Finding | Rectification | MakeUpTask], rows: Sequence[Todo], kinds: Container[str], *fields: str
) -> Iterable[tuple[Any, ...]]:
    ids = {todo.target_id for todo in rows if todo.kind in kinds and todo.target_id}
    return model._default_manager.filter(pk__in=ids).values_list("pk", *fields) if ids else []


def _first_words(text: str) -> str:
    return Truncator(" ".join(text.split())).chars(FIRST_WORDS)
