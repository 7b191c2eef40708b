"""Recording a collective discussion: of the plan, of a gate, of a transition (row 96)."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stages.enums import Matter
from stages.forms.collective import DiscussionForm
from stages.rules.quorum import may_record_decision, needed
from stages.selectors.collective import team_of
from stages.selectors.template import template_of
from stages.services.collective import record_decision
from teams import clock
from teams.rulings import require
from teams.views.acts import attempt, page
from teams.views.signed_in import SignedInRequest
from units.access import get_case
from units.models import Case
from units.selectors import standing_of

# The tab to which one returns, unless `next` names the page from which one came.
_TABS = {
    Matter.PLAN: "plan",
    Matter.RECTIFICATION_PLAN: "plan",
    Matter.GATE: "gates",
    Matter.EXEMPLAR: "findings",
    Matter.TRANSITION: "transition",
}


@require_http_methods(["GET", "POST"])
def discussion_new(request: SignedInRequest, case_id: int, matter: str) -> HttpResponse:
    """Record a discussion of the case's team; `matter` is one of `Matter` in small letters."""
    case = get_case(request.user, case_id)
    if matter.upper() not in Matter:
        raise Http404
    about = Matter(matter.upper())
    back = _way_back(request) or reverse(_TABS[about], args=[case.pk])
    standing = standing_of(request.user, case)
    require(may_record_decision(standing, entered=case.entered_on is not None, closed=case.closed_on is not None))
    members = team_of(case)
    form = DiscussionForm(request.POST or None, members=members, initial={"held_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        attempted = attempt(
            form,
            record_decision,
            case_id=case.pk,
            matter=about,
            held_on=form.cleaned_data["held_on"],
            present=form.present_ids(),
            minutes=form.cleaned_data["minutes"],
            conclusion=form.cleaned_data["conclusion"],
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("The discussion is recorded."))
            return redirect(back)
    context = {
        "case": case,
        "standing": standing,
        "tab": _TABS[about],
        "matter": about.label,
        "least": _least(case, len(members)),
        "total": len(members),
        "form": form,
        "back": back,
    }
    return page(request, "stages/discussion_edit.html", context, form)


def _least(case: Case, total: int) -> int:
    """How many make a quorum; an entered case has its template."""
    template = template_of(case)
    return needed(template, total) if template else total


def _way_back(request: SignedInRequest) -> str:
    """The page of this site that asked for the discussion, if one did."""
    target = request.GET.get("next", "")
    return target if url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}) else ""
