"""The list of cases that a person's live roles open."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from reports.filters import CaseFilter
from reports.selectors.cases import Listed, cases_of, listed
from stages.views.duties import INSIDE, label_of
from teams import clock
from teams.exceptions import Text
from teams.templatetags.dates import day
from teams.views.signed_in import SignedInRequest
from teams.workdays import workdays_between
from units.enums import Party
from units.models import Case

PAGE_SIZE = 20


@require_GET
def cases(request: SignedInRequest) -> HttpResponse:
    """One row per case, by code; the filters stand in the address."""
    chosen = CaseFilter(request.GET, queryset=cases_of(request.user), user=request.user)
    page_obj = Paginator(chosen.qs, PAGE_SIZE).get_page(request.GET.get("page"))
    total = page_obj.paginator.count
    context = {
        "filter_form": chosen.form,
        "page_obj": page_obj,
        "rows": [_row(row) for row in listed(list(page_obj))],
        "found": ngettext("%(n)d case", "%(n)d cases", total) % {"n": total},
        "clear_url": reverse("cases") if any(request.GET.get(name) for name in chosen.filters) else "",
    }
    return render(request, "reports/cases.html", context)


def _row(row: Listed) -> dict[str, Any]:
    case, due = row.case, row.due
    return {
        "case": case,
        "url": reverse("case", args=[case.pk]),
        "team": row.team or _("none yet"),
        "stage": _stage(row),
        "holder": _holder(case),
        "what": _what(case),
        "due": day(due.due_on) if due else "",
        "due_what": label_of(due.kind) if due and due.kind != case.holder_reason else "",
        "late": bool(due and due.due_on and due.due_on < clock.today()),
    }


def _stage(row: Listed) -> dict[str, Any]:
    if row.stage:
        return {"tone": "now", "label": row.stage.name}
    if row.case.closed_on:
        return {"tone": "pass", "label": _("Closed")}
    return {"tone": "rest", "label": _("Not entered yet")}


def _holder(case: Case) -> str:
    if not case.holder or case.holder_since is None:
        return "—"
    days = workdays_between(timezone.localtime(case.holder_since).date(), clock.today())
    waiting = ngettext("%(n)d working day", "%(n)d working days", days) % {"n": days}
    return f"{Party(case.holder).label} · {waiting if days else _('since today')}"


def _what(case: Case) -> Text:
    return label_of(case.holder_reason) if case.holder_reason and case.holder_reason not in INSIDE else ""
