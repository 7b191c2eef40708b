"""Many activities at once: a weekly series, or rows out of a table; first looked at, then one draft for each row."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_http_methods

from teams.canonical import sha256
from teams.exceptions import Invalid
from teams.rulings import require
from teams.views.acts import page
from teams.views.signed_in import SignedInRequest
from units import access
from units.enums import ActivityKind
from units.forms.columns import COLUMNS, USUAL
from units.forms.pasted import PasteForm, label_of
from units.forms.series import SeriesForm
from units.models import Case
from units.rules import activities as rules
from units.selectors import standing_of
from units.services.activity_series import Entry, draft_each, looked_at
from units.services.bulk import Row
from units.standing import CaseStanding
from units.views.activity_facts import said


@require_http_methods(["GET", "POST"])
def activity_series(request: SignedInRequest, case_id: int) -> HttpResponse:
    """A session held every week: its days, then a draft for each of them."""
    case, standing = _admitted(request, case_id)
    form = SeriesForm(request.POST or None, kind=request.GET.get("kind", ""))
    return _in_two_steps(request, case, standing, form, "units/activity_series.html", {})


@require_http_methods(["GET", "POST"])
def activity_paste(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Rows out of a spreadsheet: what each would become, then a draft for each that can be."""
    case, standing = _admitted(request, case_id)
    columns = {
        "usual": [COLUMNS[name] for name in USUAL],
        "more": [COLUMNS[name] for name in COLUMNS if name not in USUAL],
    }
    return _in_two_steps(request, case, standing, PasteForm(request.POST or None), "units/activity_paste.html", columns)


def _admitted(request: SignedInRequest, case_id: int) -> tuple[Case, CaseStanding]:
    case = access.get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    require(rules.may_record(standing, case))
    return case, standing


def _in_two_steps(
    request: SignedInRequest,
    case: Case,
    standing: CaseStanding,
    form: SeriesForm | PasteForm,
    template: str,
    more: dict[str, Any],
) -> HttpResponse:
    """The form, the rows beneath it, and what came of them.

    Only the rows that were shown are written: whoever changes the form after the preview is shown the rows anew.
    """
    context = {"case": case, "standing": standing, "tab": "activities", "form": form, **more}
    if request.method != "POST" or not form.is_valid():
        return page(request, template, context, form)
    entries = form.entries()
    shown = _fingerprint(entries)
    if "record" in request.POST and form.cleaned_data["seen"] == shown:
        rows = draft_each(case_id=case.pk, entries=entries, acting_user=request.user)
        return render(request, "units/activity_series_done.html", context | _told(case, rows))
    rows = looked_at(case=case, entries=entries, acting_user=request.user)
    preview = _told(case, rows) | {"shown": shown, "changed_since": "record" in request.POST}
    return page(request, template, context | preview, form)


def _fingerprint(entries: Sequence[Entry]) -> str:
    return sha256(repr([(entry.number, entry.entered, dict(entry.cells)) for entry in entries]))


def _told(case: Case, rows: Sequence[Row[Entry]]) -> dict[str, Any]:
    """The rows for the page, and how many of them there are of each sort."""
    possible, refused = sum(row.done for row in rows), sum(not row.done for row in rows)
    return {
        "rows": [_row(row) for row in rows],
        "possible": possible,
        "record_label": ngettext("Save %(count)s draft", "Save %(count)s drafts", possible) % {"count": possible},
        "saved": ngettext("%(count)s draft is saved.", "%(count)s drafts are saved.", possible) % {"count": possible},
        "refused": ngettext("%(count)s row is refused.", "%(count)s rows are refused.", refused) % {"count": refused}
        if refused
        else "",
    }


def _row(row: Row[Entry]) -> dict[str, Any]:
    entry, entered = row.subject, row.subject.entered
    shown: dict[str, Any] = {name: entry.cells.get(name, "") for name in ("held_on", "title", "kind")}
    times = [entry.cells.get(name, "") for name in ("starts_at", "ends_at")]
    figures: list[str] = []
    if entered is not None:
        shown |= {"held_on": entered.held_on, "title": entered.title, "kind": ActivityKind(entered.kind).label}
        times = [f"{each:%H:%M}" if each else "" for each in (entered.starts_at, entered.ends_at)]
        figures = [f"{measure.label} {said(measure, figure)}" for measure, figure in entered.declared.items()]
    return {
        "number": entry.number,
        "done": row.done,
        "activity": row.result,
        "reasons": _reasons(row),
        "notes": entry.notes,
        "times": "–".join(each for each in times if each),
        "figures": figures,
        **shown,
    }


def _reasons(row: Row[Entry]) -> list[str]:
    """Every sentence under the name of its column."""
    if not isinstance(row.refusal, Invalid):
        return row.reasons
    between = pgettext("between label and text", ": ")
    return [
        f"{label}{between}{sentence}" if (label := label_of(name)) else str(sentence)
        for name, sentences in row.refusal.errors.items()
        for sentence in sentences
    ]
