"""The ledger of measures (整改台账), one measure, and what either side does with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from stages.access import get_rectification
from stages.forms.rectifications import LedgerFilter, MeasureForm, ReopenForm, ReportForm, VerifyForm
from stages.models import Rectification
from stages.rules import rectifications as rules
from stages.selectors.rectifications import counts, evidence_of, shown_of
from stages.services import rectifications as services
from stages.views.act_pages import Words, act_page
from stages.views.finding_facts import file_rows, rectification_offers, row_of_rectification
from teams.rulings import Ruling
from teams.views.signed_in import SignedInRequest
from units.access import get_case
from units.selectors import standing_of
from units.standing import CaseStanding

PAGE_SIZE = 20


@require_GET
def rectifications(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Every measure with its deadline; what is late stands out."""
    case = get_case(request.user, case_id)
    form = LedgerFilter(request.GET)
    show = form.cleaned_data["show"] if form.is_valid() else ""
    page_obj = Paginator(shown_of(case, show), PAGE_SIZE).get_page(request.GET.get("page"))
    total = page_obj.paginator.count
    context = {
        "case": case,
        "standing": standing_of(request.user, case),
        "tab": "rectifications",
        "counts": counts(case),
        "filter_form": form,
        "clear_url": reverse("rectifications", args=[case.pk]) if show else "",
        "found": ngettext("%(n)d measure", "%(n)d measures", total) % {"n": total},
        "page_obj": page_obj,
        "rows": [row_of_rectification(rectification) for rectification in page_obj],
    }
    return render(request, "stages/rectifications.html", context)


@require_GET
def rectification(request: SignedInRequest, case_id: int, rectification_id: int) -> HttpResponse:
    """One measure: what was promised, what was reported, what the team found."""
    found = get_rectification(request.user, case_id, rectification_id)
    standing = standing_of(request.user, found.case)
    context = {
        "case": found.case,
        "standing": standing,
        "tab": "rectifications",
        "rectification": found,
        "row": row_of_rectification(found),
        "files": file_rows(evidence_of(found)),
        "offers": rectification_offers(standing, found),
    }
    return render(request, "stages/rectification.html", context)


@require_http_methods(["GET", "POST"])
def rectification_plan(request: SignedInRequest, case_id: int, rectification_id: int) -> HttpResponse:
    """The unit completes or changes its measure."""
    found = get_rectification(request.user, case_id, rectification_id)
    form = MeasureForm(request.POST or None, rectification=found)
    words = Words(
        _("Write the measure"),
        _("Save"),
        _("The measure is saved."),
        _("It is in progress as soon as responsible, deadline and quality requirement stand as well."),
    )
    return _act(request, found, form, services.plan, lambda: {"given": form.given()}, rules.may_plan, words)


@require_http_methods(["GET", "POST"])
def rectification_report(request: SignedInRequest, case_id: int, rectification_id: int) -> HttpResponse:
    """The unit reports what a measure has brought."""
    found = get_rectification(request.user, case_id, rectification_id)
    form = ReportForm(request.POST or None, request.FILES or None)
    words = Words(_("Report the result"), _("Report"), _("The report is with the team, which verifies it."))
    return _act(request, found, form, services.report, lambda: _reported(form), rules.may_report, words)


@require_http_methods(["GET", "POST"])
def rectification_verify(request: SignedInRequest, case_id: int, rectification_id: int) -> HttpResponse:
    """The team strikes a measure off."""
    found = get_rectification(request.user, case_id, rectification_id)
    form = VerifyForm(request.POST if request.method == "POST" else None)
    words = Words(_("Verify and strike off"), _("Strike off"), _("The measure is verified and struck off."))
    return _act(request, found, form, services.verify, lambda: form.cleaned_data, rules.may_verify, words)


@require_http_methods(["GET", "POST"])
def rectification_reopen(request: SignedInRequest, case_id: int, rectification_id: int) -> HttpResponse:
    """The team sends a report back, or reopens what has rebounded."""
    found = get_rectification(request.user, case_id, rectification_id)
    form = ReopenForm(request.POST or None)
    words = Words(_("Send back"), _("Send back"), _("The measure is with the unit again."))
    return _act(request, found, form, services.reopen, lambda: form.cleaned_data, rules.may_reopen, words)


def _reported(form: ReportForm) -> dict[str, Any]:
    return {"result": form.cleaned_data["result"], "files": form.cleaned_data["evidence"]}


def _act(
    request: SignedInRequest,
    found: Rectification,
    form: Form,
    act: Callable[..., Any],
    arguments: Callable[[], dict[str, Any]],
    rule: Callable[[CaseStanding, Rectification], Ruling],
    words: Words,
) -> HttpResponse:
    standing = standing_of(request.user, found.case)
    return act_page(
        request,
        form=form,
        act=act,
        arguments=lambda: {"rectification_id": found.pk, **arguments()},
        ruling=rule(standing, found),
        template="stages/rectification_act.html",
        context={
            "case": found.case,
            "standing": standing,
            "tab": "rectifications",
            "rectification": found,
            "row": row_of_rectification(found),
            "words": words,
        },
        done=words.done,
        back=reverse("rectification", args=[found.case_id, found.pk]),
        row=found,
    )
