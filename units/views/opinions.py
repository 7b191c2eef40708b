"""What the unit heard: gists by theme, and how they are recorded and withdrawn. Nobody's name stands beside one."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from teams.rulings import require
from teams.views.acts import admit, attempt, page, posted_version, version_to_carry
from teams.views.signed_in import SignedInRequest
from units import access
from units.forms.opinions import OpinionForm, WithdrawOpinionForm
from units.rules import opinions as rules
from units.selectors import standing_of
from units.selectors.opinions import opinions_of
from units.services.opinions import record_opinion, withdraw_opinion


@require_GET
def opinions(request: SignedInRequest, case_id: int) -> HttpResponse:
    """All that was heard, as far as counts may be shown."""
    case = access.get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    context = {
        "case": case,
        "standing": standing,
        "tab": "activities",
        "opinions": opinions_of(case),
        "may_record": rules.may_record(standing, case),
    }
    return render(request, "units/opinion_list.html", context)


@require_http_methods(["GET", "POST"])
def opinion_new(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Write one gist down."""
    case = access.get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    require(rules.may_record(standing, case))
    form = OpinionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        attempted = attempt(form, record_opinion, case_id=case.pk, heard=form.heard(), acting_user=request.user)
        if attempted.done:
            messages.success(request, _("The gist is recorded."))
            return redirect("opinions", case.pk)
    context = {"case": case, "standing": standing, "tab": "activities", "form": form}
    return page(request, "units/opinion_form.html", context, form)


@require_http_methods(["GET", "POST"])
def opinion_withdraw(request: SignedInRequest, case_id: int, opinion_id: int) -> HttpResponse:
    """Take a gist back, with the reason."""
    opinion = access.get_opinion(request.user, case_id, opinion_id)
    standing = standing_of(request.user, opinion.case)
    admit(request, rules.may_withdraw(standing, opinion))
    form = WithdrawOpinionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        attempted = attempt(
            form,
            withdraw_opinion,
            opinion_id=opinion.pk,
            expected_version=posted_version(request),
            reason=form.cleaned_data["reason"],
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("Withdrawn."))
            return redirect("opinions", case_id)
    context = {
        "case": opinion.case,
        "standing": standing,
        "tab": "activities",
        "opinion": opinion,
        "form": form,
        "version": version_to_carry(request, opinion, form),
    }
    return page(request, "units/opinion_withdraw.html", context, form)
