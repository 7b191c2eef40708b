"""Rows pasted out of a table: read line by line, each by the form of its kind, so that each says what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from teams.forms.layout import laid_out
from units.enums import ActivityKind, Organiser
from units.forms.activities import ActivityForm
from units.forms.columns import COLUMNS, USUAL, cell_of, column_called, words_of
from units.forms.other_records import OtherRecordForm
from units.forms.records import RecordForm
from units.rules.measures import OTHERS
from units.rules.plausibility import Errors
from units.services.activity_series import Entry
from units.services.bulk import MOST_ROWS

LONGEST = 100_000  # characters
_LINE = re.compile(r"\r\n|\r|\n")


class PasteForm(forms.Form):
    """A table as a spreadsheet copies it: one row a line, tabs between the cells."""

    table = forms.CharField(
        label=_("Rows"),
        max_length=LONGEST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "wrap": "off", "spellcheck": "false"}),
        help_text=_("Mark the rows in the spreadsheet, copy them and paste them here, with or without the heading."),
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    helper = laid_out("table")

    def clean_table(self) -> str:
        """The columns must be known before a row can be read."""
        text: str = self.cleaned_data["table"].replace("\x00", "")
        lines = list(_lines(text))
        if not lines:
            raise forms.ValidationError(_("Paste at least one row."))
        self.columns, self.lines = _heading(lines)
        if not self.lines:
            raise forms.ValidationError(_("There is a heading, but no row beneath it."))
        if len(self.lines) > MOST_ROWS:
            raise forms.ValidationError(_("At most %(most)s rows at a time.") % {"most": MOST_ROWS})
        return text

    def entries(self) -> list[Entry]:
        """Every line as an entry, or with what is wrong by column."""
        return [_entry(number, cells, self.columns) for number, cells in self.lines]


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """The lines that say something, with their number; a cell in quotation marks may run over several of them."""
    lines = _LINE.split(text)
    at = 0
    while at < len(lines):
        end = _end_of(lines, at)
        cells = [_unquoted(cell) for cell in "\n".join(lines[at : end + 1]).split("\t")]
        if any(cell.strip() for cell in cells):
            yield at + 1, cells
        at = end + 1


def _end_of(lines: Sequence[str], at: int) -> int:
    """The line on which the row ends: the first one, unless a quotation mark opened there is closed further down."""
    if lines[at].count('"') % 2 and any(cell.startswith('"') for cell in lines[at].split("\t")):
        return next((end for end in range(at + 1, len(lines)) if lines[end].count('"') % 2), at)
    return at


def _unquoted(cell: str) -> str:
    """A spreadsheet puts marks around a cell of several lines, and doubles those inside."""
    if "\n" in cell and cell.startswith('"') and cell.rstrip().endswith('"'):
        return cell.strip()[1:-1].replace('""', '"')
    return cell


def _heading(lines: list[tuple[int, list[str]]]) -> tuple[Sequence[str | None], list[tuple[int, list[str]]]]:
    """Which columns the table has, and the rows beneath the heading; without one they are the usual columns."""
    number, cells = lines[0]
    found = [column_called(cell) if cell.strip() else None for cell in cells]
    if sum(name is not None for name in found) < 2:
        return USUAL, lines
    for place, (cell, name) in enumerate(zip(cells, found, strict=True), 1):
        if name is None and cell.strip():
            raise forms.ValidationError(
                _("Line %(line)s, column %(column)s: “%(name)s” is no column that we know.")
                % {"line": number, "column": place, "name": cell.strip()}
            )
        if name is not None and found.index(name) < place - 1:
            raise forms.ValidationError(
                _("Line %(line)s, column %(column)s: “%(name)s” stands there twice.")
                % {"line": number, "column": place, "name": cell.strip()}
            )
    return found, lines[1:]


def _entry(number: int, cells: Sequence[str], columns: Sequence[str | None]) -> Entry:
    written = {name: cell.strip() for name, cell in zip(columns, cells, strict=False) if name}
    surplus = [cell for cell, name in zip_longest(cells, columns) if cell and cell.strip() and name is None]
    data, errors = _posted(written)
    if surplus:
        count = ngettext_lazy(
            "There is %(count)s cell more than there are columns.",
            "There are %(count)s cells more than there are columns.",
            "count",
        )
        errors[""] = [count % {"count": len(surplus)}]
    form = _form_of(data)
    form.is_valid()
    for name, cell in written.items():
        if cell and name not in form.fields and name not in errors and name != "kind":
            errors[name] = [_("This is not asked of this kind.")]
    for name, sentences in form.errors.items():
        errors.setdefault("" if name == "__all__" else name, list(map(str, sentences)))
    return Entry(number, None if errors else form.entered(), errors, written)


def _posted(written: Mapping[str, str]) -> tuple[dict[str, Any], Errors]:
    """The cells as a browser would post them, and those that no word of their column is like."""
    data: dict[str, Any] = {"kind": ActivityKind.STUDY_SESSION.value, "organiser": Organiser.UNIT.value}
    errors: Errors = {}
    for name, cell in written.items():
        try:
            posted = cell_of(name, cell)
        except LookupError:
            words = " / ".join(str(word) for word in words_of(name))
            errors[name] = [_("“%(cell)s” is none of: %(words)s") % {"cell": cell, "words": words}]
        else:
            data |= {name: posted} if posted or name not in data else {}
    return data, errors


def _form_of(data: Mapping[str, Any]) -> RecordForm:
    if data["kind"] in OTHERS:
        return OtherRecordForm({"title": ActivityKind(data["kind"]).label} | dict(data), kind=data["kind"])
    return ActivityForm(data)


def label_of(field: str) -> str:
    """What a column is called in the reader's language."""
    return str(COLUMNS.get(field, ""))
