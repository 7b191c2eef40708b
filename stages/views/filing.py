"""Asking for the transition in the secretary's name, with the scan of the sealed resolution (代提交)."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from stages.access import get_transition_request
from stages.rules import blockers as blockers_rule
from stages.rules import transitions as rules
from stages.rules.blockers import Moment
from stages.selectors.blockers import blockers
from stages.services.transitions import submit_transition
from stages.views.act_pages import Words, act_page
from teams.views.signed_in import SignedInRequest
from units.forms.filing import ResolutionForm
from units.selectors import standing_of
from units.views.filing import HINT


@require_http_methods(["GET", "POST"])
def transition_submit_for(request: SignedInRequest, case_id: int, request_id: int) -> HttpResponse:
    """Who is not the secretary submits the request with the resolution."""
    transition_request = get_transition_request(request.user, case_id, request_id)
    case = transition_request.run.case
    standing = standing_of(request.user, case)
    form = ResolutionForm(request.POST or None, request.FILES or None)
    words = Words(
        _("Submit the request in the secretary's name"),
        _("Submit"),
        _("The request is with the supervision team."),
        HINT,
    )
    back = reverse("transition", args=[case.pk])
    missing = blockers_rule.ruling(blockers(case, Moment.SUBMIT))
    return act_page(
        request,
        form=form,
        act=submit_transition,
        arguments=lambda: {"request_id": transition_request.pk, **form.cleaned_data},
        ruling=rules.may_submit_for(standing, transition_request, missing),
        template="units/submit_for.html",
        context={"case": case, "standing": standing, "tab": "transition", "words": words, "back": back},
        done=words.done,
        back=back,
        row=transition_request,
    )
