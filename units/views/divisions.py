"""Who of the team looks after the case: the page, and its two buttons."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from teams.rulings import require
from teams.views.one_button import comes_back_to
from teams.views.signed_in import SignedInRequest
from units import access
from units.rules import divisions as rules
from units.selectors import standing_of
from units.selectors.divisions import divisions_of, members_of
from units.services.divisions import begin_division, end_division


@require_GET
def division(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Every member of the team, and whether the case is in that member's care."""
    case = access.get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    require(rules.may_read(standing))
    divisions = {each.user_id: each for each in divisions_of(case)}
    context = {
        "case": case,
        "standing": standing,
        "tab": "overview",
        "rows": [
            {
                "name": each.user.name,
                "role": each.get_role_display(),
                "user_id": each.user_id,
                "division": divisions.get(each.user_id),
            }
            for each in members_of(case)
        ],
        "may_divide": rules.may_divide(standing),
    }
    return render(request, "units/division.html", context)


@require_POST
@comes_back_to("division", "case_id")
def division_begin(request: SignedInRequest, case_id: int, user_id: int) -> HttpResponse:
    """The leader entrusts the case to a member."""
    case = access.get_case(request.user, case_id)
    begin_division(case_id=case.pk, user_id=access.get_member(case, user_id).pk, acting_user=request.user)
    messages.success(request, _("The division of work is recorded."))
    return redirect("division", case_id)


@require_POST
@comes_back_to("division", "case_id")
def division_end(request: SignedInRequest, case_id: int, division_id: int) -> HttpResponse:
    """The member looks after the case no longer."""
    found = access.get_division(request.user, case_id, division_id)
    end_division(division_id=found.pk, acting_user=request.user)
    messages.success(request, _("The division of work is recorded."))
    return redirect("division", case_id)
