"""Rules that the unit made: the list, and what unit and team do with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from teams.exceptions import Text
from teams.rulings import Ruling, require
from teams.views.acts import admit, attempt, page, posted_version, version_to_carry
from teams.views.signed_in import SignedInRequest
from units import access
from units.forms.regulations import RegulationForm, RegulationReasonForm
from units.models import RegulationOutput
from units.rules import regulations as rules
from units.selectors import standing_of
from units.selectors.regulations import regulations_of
from units.services.regulations import (
    record_regulation,
    take_back_regulation,
    verify_regulation,
    withdraw_regulation,
)
from units.standing import CaseStanding
from units.views.activity_facts import file_facts


@require_GET
def regulations(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Every rule, newest first, with what one may do about it."""
    case = access.get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    found = list(regulations_of(case))
    for each in found:
        each.case = case
    context = {
        "case": case,
        "standing": standing,
        "tab": "activities",
        "rows": [_row(each, standing) for each in found],
        "may_record": rules.may_record(standing, case),
    }
    return render(request, "units/regulation_list.html", context)


def _row(regulation: RegulationOutput, standing: CaseStanding) -> dict[str, Any]:
    if regulation.withdrawn_at:
        tone, state = "rest", _("Withdrawn")
    elif regulation.verified_at:
        tone, state = "pass", _("Verified")
    else:
        tone, state = "wait", _("To be verified")
    return {
        "regulation": regulation,
        "tone": tone,
        "state": state,
        "file": file_facts(regulation.file) if regulation.file else None,
        "may_verify": rules.may_verify(standing, regulation),
        "may_take_back": rules.may_take_back(standing, regulation),
        "may_withdraw": rules.may_withdraw(standing, regulation),
    }


@require_http_methods(["GET", "POST"])
def regulation_new(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Record a rule, with its paper if there is one."""
    case = access.get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    require(rules.may_record(standing, case))
    form = RegulationForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        attempted = attempt(
            form,
            record_regulation,
            case_id=case.pk,
            regulation=form.regulation(),
            upload=form.cleaned_data["file"],
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("The regulation is recorded; the team verifies it."))
            return redirect("regulations", case.pk)
    context = {"case": case, "standing": standing, "tab": "activities", "form": form}
    return page(request, "units/regulation_form.html", context, form)


@require_POST
def regulation_verify(request: SignedInRequest, case_id: int, regulation_id: int) -> HttpResponse:
    """The team has seen it."""
    regulation = access.get_regulation(request.user, case_id, regulation_id)
    verify_regulation(regulation_id=regulation.pk, expected_version=posted_version(request), acting_user=request.user)
    messages.success(request, _("“%(title)s” is verified.") % {"title": regulation.title})
    return redirect("regulations", case_id)


@dataclass(frozen=True)
class _TakingBack:
    """What is taken back of a rule, by which rule and act, and in which words."""

    title: Text
    hint: Text
    done: Text
    rule: Callable[[CaseStanding, RegulationOutput], Ruling]
    act: Callable[..., RegulationOutput]


_WITHDRAWAL = _TakingBack(
    gettext_lazy("Withdraw the regulation"),
    gettext_lazy("It counts no longer; the record and the reason stay."),
    gettext_lazy("Withdrawn."),
    rules.may_withdraw,
    withdraw_regulation,
)
_TAKEN_BACK = _TakingBack(
    gettext_lazy("Take the verification back"),
    gettext_lazy("It waits to be verified again, and counts as declared until then."),
    gettext_lazy("The verification is taken back."),
    rules.may_take_back,
    take_back_regulation,
)


@require_http_methods(["GET", "POST"])
def regulation_withdraw(request: SignedInRequest, case_id: int, regulation_id: int) -> HttpResponse:
    """The unit takes back what it recorded."""
    return _taking_back(request, case_id, regulation_id, _WITHDRAWAL)


@require_http_methods(["GET", "POST"])
def regulation_take_back(request: SignedInRequest, case_id: int, regulation_id: int) -> HttpResponse:
    """The team takes its verification back."""
    return _taking_back(request, case_id, regulation_id, _TAKEN_BACK)


def _taking_back(request: SignedInRequest, case_id: int, regulation_id: int, what: _TakingBack) -> HttpResponse:
    regulation = access.get_regulation(request.user, case_id, regulation_id)
    standing = standing_of(request.user, regulation.case)
    admit(request, what.rule(standing, regulation))
    form = RegulationReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        attempted = attempt(
            form,
            what.act,
            regulation_id=regulation.pk,
            expected_version=posted_version(request),
            reason=form.cleaned_data["reason"],
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, str(what.done))
            return redirect("regulations", case_id)
    context = {
        "case": regulation.case,
        "standing": standing,
        "tab": "activities",
        "regulation": regulation,
        "words": what,
        "form": form,
        "version": version_to_carry(request, regulation, form),
    }
    return page(request, "units/regulation_take_back.html", context, form)
