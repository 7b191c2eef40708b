"""The team reviews a request: every exit criterion, the opinion, the meeting, the verdict."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from stages.access import get_transition_request
from stages.enums import Matter, ReviewVerdict
from stages.forms.transitions import ReviewForm
from stages.rules import transitions as rules
from stages.rules.blockers import Moment
from stages.selectors.blockers import blockers_of
from stages.selectors.collective import decisions_of
from stages.selectors.transitions import look_back_of
from stages.services.team_reviews import judged, review_transition
from teams.views.acts import admit, attempt, page, posted_version, version_to_carry
from teams.views.signed_in import SignedInRequest
from units.selectors import standing_of


@require_http_methods(["GET", "POST"])
def transition_review(request: SignedInRequest, case_id: int, request_id: int) -> HttpResponse:
    """The review form beside what the unit asked and what still stands in the way."""
    transition_request = get_transition_request(request.user, case_id, request_id)
    case = transition_request.run.case
    standing = standing_of(request.user, case)
    admit(request, rules.may_review(standing, transition_request))
    form = ReviewForm(
        request.POST or None, criteria=judged(transition_request), decisions=decisions_of(case, Matter.TRANSITION)
    )
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["collective_decision"]
        attempted = attempt(
            form,
            review_transition,
            request_id=transition_request.pk,
            expected_version=posted_version(request),
            verdict=ReviewVerdict(form.cleaned_data["verdict"]),
            answers=form.answers(),
            opinion=form.cleaned_data["opinion"],
            remaining=form.cleaned_data["remaining"],
            collective_decision_id=chosen.pk if chosen else None,
            pinned=form.pinned(),
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("The review is given."))
            return redirect("transition", case.pk)
    context = {
        "case": case,
        "standing": standing,
        "tab": "transition",
        "transition_request": transition_request,
        "look_back": look_back_of(transition_request.run),
        "blockers": blockers_of(case, transition_request.run, Moment.RECOMMEND),
        "form": form,
        "version": version_to_carry(request, transition_request, form),
    }
    return page(request, "stages/transition_review.html", context, form)
