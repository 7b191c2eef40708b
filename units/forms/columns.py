"""Columns of a pasted table: what they are called in every language of the site, and how their cells are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from django.conf import settings
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy

from teams.exceptions import Text
from units.enums import ActivityKind, Measure, Organiser, SolicitingMethod
from units.rules.plausibility import field_of

COLUMNS: Mapping[str, Text] = {
    "held_on": _("Date"),
    "starts_at": _("Beginning"),
    "ends_at": _("End"),
    "kind": _("Kind of activity"),
    "title": _("Topic"),
    **{field_of(measure): measure.label for measure in Measure},
    "organiser": _("Held by"),
    "is_concentrated": _("Concentrated study"),
    "has_discussion": _("With discussion and exchange"),
    "team_attended": _("Somebody of the supervision team was there"),
    "method": _("Method"),
    "absence_reason": _("Why members were absent"),
    "absence_plan": _("How and by when they make up for it"),
    "summary": _("What took place"),
}
# Where the table has no heading.
USUAL = ("held_on", "starts_at", "ends_at", "kind", "title", "expected", "attended")
# What else a column is called; several names are separated by commas.
_ALSO: Mapping[str, Text] = {
    "held_on": pgettext_lazy("names of a column", "day, held on"),
    "starts_at": pgettext_lazy("names of a column", "start, from"),
    "ends_at": pgettext_lazy("names of a column", "until, to"),
    "kind": pgettext_lazy("names of a column", "kind, type"),
    "title": pgettext_lazy("names of a column", "title, subject"),
    "minutes": pgettext_lazy("names of a column", "minutes, length"),
    "expected": pgettext_lazy("names of a column", "expected, members"),
    "attended": pgettext_lazy("names of a column", "present, attended"),
    "organiser": pgettext_lazy("names of a column", "organiser, who"),
    "is_concentrated": pgettext_lazy("names of a column", "concentrated"),
    "has_discussion": pgettext_lazy("names of a column", "discussion"),
    "team_attended": pgettext_lazy("names of a column", "team present"),
    "absence_reason": pgettext_lazy("names of a column", "why absent"),
    "absence_plan": pgettext_lazy("names of a column", "make-up"),
    "summary": pgettext_lazy("names of a column", "summary, content"),
}
_YES = pgettext_lazy("in a table", "yes, y, true, 1, x")
_NO = pgettext_lazy("in a table", "no, n, false, 0, -")
_CHOICES: Mapping[str, type[TextChoices]] = {"kind": ActivityKind, "organiser": Organiser, "method": SolicitingMethod}
_FLAGS = frozenset({"is_concentrated", "has_discussion", "team_attended"})
_COUNTS = frozenset(field_of(measure) for measure in Measure) - {"minutes"}
_DAY = re.compile(r"(\d{4})\D(\d{1,2})\D(\d{1,2})\D?")
_SECONDS = re.compile(r"(\d+:\d\d):00")


def column_called(name: str) -> str | None:
    """The field that a heading means, in whatever language of the site; None for a heading of nothing."""
    return _names().get(_plain(name))


def cell_of(field: str, text: str) -> str:
    """What a browser would post for the cell; a text that nobody can read is left as it is, for the form to refuse.

    Raises `LookupError` where the cell is none of the words that the column knows.
    """
    text = text.strip()
    plain = unicodedata.normalize("NFKC", text)
    if not text:
        return ""
    if field in _CHOICES:
        return _words(field)[_plain(text)]
    if field in _FLAGS:
        return _flags()[_plain(text)]
    if field == "held_on" and (day := _DAY.fullmatch(plain)):
        return "-".join(day.groups())
    if field in ("minutes", "starts_at", "ends_at") and (shortened := _SECONDS.fullmatch(plain)):
        return shortened[1]
    return plain if field in ("held_on", "starts_at", "ends_at", *_COUNTS) else text


def words_of(field: str) -> list[Text]:
    """What a cell of this column may say, in the reader's language, where that is a choice."""
    if field in _CHOICES:
        return [each.label for each in _CHOICES[field]]
    return [_("yes"), _("no")] if field in _FLAGS else []


@cache
def _names() -> dict[str, str]:
    return {
        _plain(name): field
        for field, label in COLUMNS.items()
        for name in (field, *_said(label), *_said_apart(_ALSO.get(field, "")))
    }


@cache
def _words(field: str) -> dict[str, str]:
    return {_plain(name): each.value for each in _CHOICES[field] for name in (each.value, *_said(each.label))}


@cache
def _flags() -> dict[str, str]:
    return dict.fromkeys(map(_plain, _said_apart(_YES)), "on") | dict.fromkeys(map(_plain, _said_apart(_NO)), "")


def _said(text: Text) -> list[str]:
    """The text in every language of the site."""
    found = []
    for language, _name in settings.LANGUAGES:
        with override(language):
            found.append(str(text))
    return found


def _said_apart(text: Text) -> Iterable[str]:
    return [name for said in _said(text) for name in unicodedata.normalize("NFKC", said).split(",") if name.strip()]


def _plain(name: str) -> str:
    """Without case, space, full-width forms and the star of what must be filled in."""
    return re.sub(r"[\s*]", "", unicodedata.normalize("NFKC", name)).casefold()
