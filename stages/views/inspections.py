"""Recording a study inspection."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stages.forms.gates import InspectionForm
from stages.rules.gates import may_inspect
from stages.services.inspections import record_inspection
from teams import clock
from teams.rulings import require
from teams.views.acts import attempt, page
from teams.views.signed_in import SignedInRequest
from units.access import get_case
from units.selectors import standing_of


@require_http_methods(["GET", "POST"])
def inspection_new(request: SignedInRequest, case_id: int) -> HttpResponse:
    """The five kinds on one page; what was not looked at stays empty."""
    case = get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    require(may_inspect(standing, entered=case.entered_on is not None, closed=case.closed_on is not None))
    form = InspectionForm(request.POST or None, initial={"inspected_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        attempted = attempt(
            form,
            record_inspection,
            case_id=case.pk,
            inspected_on=form.cleaned_data["inspected_on"],
            items=form.items(),
            conclusion=form.cleaned_data["conclusion"],
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("The inspection is recorded."))
            return redirect("gates", case.pk)
    context = {"case": case, "standing": standing, "tab": "gates", "form": form}
    return page(request, "stages/inspection_edit.html", context, form)
