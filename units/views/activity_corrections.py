"""The team mends its own slips on an activity: its verification taken back, its figures set right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from teams.views.acts import admit, attempt, page, posted_version, version_to_carry
from teams.views.signed_in import SignedInRequest
from units import access
from units.forms.activity_checks import CorrectionForm, TakeBackForm
from units.models import Activity
from units.rules import activities as rules
from units.selectors import standing_of
from units.services.activity_corrections import correct_figures, take_back_verification
from units.views.activity_facts import figure_rows, said


@require_http_methods(["GET", "POST"])
def activity_take_back(request: SignedInRequest, case_id: int, activity_id: int) -> HttpResponse:
    """Why the verification is taken back, beside what was verified."""
    recorded = access.get_activity(request.user, case_id, activity_id)
    admit(request, rules.may_take_back(standing_of(request.user, recorded.case), recorded))
    form = TakeBackForm(request.POST or None)
    if _done(request, form, take_back_verification, recorded):
        messages.success(request, _("The verification is taken back; the activity waits to be verified again."))
        return redirect("activity", case_id, recorded.pk)
    shown = {"figures": figure_rows(recorded.figures.all())}
    return _act_page(request, "units/activity_take_back.html", recorded, form, shown)


@require_http_methods(["GET", "POST"])
def activity_correct(request: SignedInRequest, case_id: int, activity_id: int) -> HttpResponse:
    """The team's figures, to be set right with a reason."""
    recorded = access.get_activity(request.user, case_id, activity_id)
    admit(request, rules.may_correct(standing_of(request.user, recorded.case), recorded))
    form = CorrectionForm(request.POST or None, figures=recorded.figures.all())
    if _done(request, form, correct_figures, recorded, lambda: {"verified": form.verified()}):
        messages.success(request, _("The figures of “%(title)s” are corrected.") % {"title": recorded.title})
        return redirect("activity", case_id, recorded.pk)
    shown = {"rows": [row | {"shown": said(row["measure"], row["declared"])} for row in form.rows()]}
    return _act_page(request, "units/activity_correct.html", recorded, form, shown)


def _done(
    request: SignedInRequest,
    form: Form,
    act: Callable[..., Activity],
    recorded: Activity,
    more: Callable[[], dict[str, Any]] = dict,
) -> bool:
    if request.method != "POST" or not form.is_valid():
        return False
    return attempt(
        form,
        act,
        activity_id=recorded.pk,
        expected_version=posted_version(request),
        reason=form.cleaned_data["reason"],
        acting_user=request.user,
        **more(),
    ).done


def _act_page(
    request: SignedInRequest, template: str, recorded: Activity, form: Form, shown: dict[str, Any]
) -> HttpResponse:
    context = {
        "case": recorded.case,
        "standing": standing_of(request.user, recorded.case),
        "tab": "activities",
        "activity": recorded,
        "form": form,
        "version": version_to_carry(request, recorded, form),
    }
    return page(request, template, context | shown, form)
