"""Entering a unit, and its profile: filled in by the unit, confirmed by the team (rows 24, 110)."""

from __future__ import annotations

from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from stages.forms.entry import EntryForm
from stages.rules.entry import may_enter
from stages.rules.profiles import may_confirm_profile
from stages.services.entry import enter_case
from stages.services.profiles import confirm_profile
from teams import clock
from teams.rulings import require_right
from teams.views.acts import admit, attempt, page, posted_version, version_to_carry
from teams.views.one_button import comes_back_to
from teams.views.signed_in import SignedInRequest
from units.access import get_case
from units.forms.plans import ProfileForm
from units.rules.profiles import may_fill_profile
from units.selectors import standing_of
from units.services.profiles import fill_profile


@require_http_methods(["GET", "POST"])
def enter(request: SignedInRequest, case_id: int) -> HttpResponse:
    """The team's leader records the day of entry; the first stage opens."""
    case = get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    admit(request, may_enter(standing, case))
    form = EntryForm(request.POST or None, initial={"entered_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        attempted = attempt(
            form,
            enter_case,
            case_id=case.pk,
            entered_on=form.cleaned_data["entered_on"],
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("Entered. The unit has been told to fill in its profile and hand in its plan."))
            return redirect("case", case.pk)
    context = {"case": case, "standing": standing, "tab": "overview", "form": form}
    return page(request, "stages/enter.html", context, form)


@require_http_methods(["GET", "POST"])
def profile(request: SignedInRequest, case_id: int) -> HttpResponse:
    """The unit in counts: its people fill it in, everyone of the case reads it, the team confirms it."""
    case = get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    if request.method == "POST":
        require_right(may_fill_profile(standing, case))
    form = ProfileForm(request.POST or None, initial=model_to_dict(case))
    if request.method == "POST" and form.is_valid():
        attempted = attempt(
            form,
            fill_profile,
            case_id=case.pk,
            expected_version=posted_version(request),
            **form.cleaned_data,
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("The profile is saved; the team confirms it."))
            return redirect("case", case.pk)
    context = {
        "case": case,
        "standing": standing,
        "tab": "overview",
        "form": form,
        "version": version_to_carry(request, case, form),
        "may_fill": may_fill_profile(standing, case),
        "may_confirm": may_confirm_profile(standing, case),
    }
    return page(request, "stages/profile.html", context, form)


@require_POST
@comes_back_to("profile", "case_id")
def profile_confirm(request: SignedInRequest, case_id: int) -> HttpResponse:
    """The team confirms the profile that it has read."""
    case = get_case(request.user, case_id)
    confirm_profile(case_id=case.pk, expected_version=posted_version(request), acting_user=request.user)
    messages.success(request, _("The profile is confirmed."))
    return redirect("case", case.pk)
