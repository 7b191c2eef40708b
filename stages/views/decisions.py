"""The decision desk: nothing is decided without the paper in view."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from stages.access import get_transition_request
from stages.forms.transitions import ApproveForm, ReturnForm
from stages.models import TransitionRequest
from stages.rules import blockers as blockers_rule
from stages.rules import transitions as rules
from stages.rules.blockers import Blocker, Moment
from stages.selectors.blockers import blockers_of
from stages.selectors.transitions import waiting_for_decision
from stages.services.decisions import approve_transition, return_transition
from teams.rulings import Ruling
from teams.views.acts import admit, attempt, page
from teams.views.signed_in import SignedInRequest
from units.selectors import standing_of
from units.selectors.changes import changed_since
from units.standing import CaseStanding
from units.views.document_facts import document_facts


@require_GET
def transition_decide(request: SignedInRequest, case_id: int, request_id: int) -> HttpResponse:
    """The review's pages beside the decision."""
    transition_request = get_transition_request(request.user, case_id, request_id)
    standing = standing_of(request.user, transition_request.run.case)
    admit(request, _may_decide(standing, transition_request))
    document = transition_request.review.document
    seen = {"sha256": document.sha256 if document else ""}
    return _desk(request, standing, transition_request, ApproveForm(initial=seen), ReturnForm(initial=seen))


@require_POST
def transition_approve(request: SignedInRequest, case_id: int, request_id: int) -> HttpResponse:
    transition_request = get_transition_request(request.user, case_id, request_id)
    standing = standing_of(request.user, transition_request.run.case)
    admit(request, _may_decide(standing, transition_request))
    form = ApproveForm(request.POST)
    if form.is_valid():
        attempted = attempt(
            form,
            approve_transition,
            request_id=transition_request.pk,
            expected_sha256=form.cleaned_data["sha256"],
            remark=form.cleaned_data["remark"],
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("Approved. The reply is being prepared."))
            return redirect("transition", case_id)
    send_back = ReturnForm(initial={"sha256": request.POST.get("sha256", "")})
    return _desk(request, standing, transition_request, form, send_back)


@require_POST
def transition_return(request: SignedInRequest, case_id: int, request_id: int) -> HttpResponse:
    transition_request = get_transition_request(request.user, case_id, request_id)
    standing = standing_of(request.user, transition_request.run.case)
    admit(request, _may_decide(standing, transition_request))
    form = ReturnForm(request.POST)
    if form.is_valid():
        attempted = attempt(
            form,
            return_transition,
            request_id=transition_request.pk,
            expected_sha256=form.cleaned_data["sha256"],
            remark=form.cleaned_data["remark"],
            pinned=form.pinned(),
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("Returned to the unit with the items to mend."))
            return redirect("transition", case_id)
    approve = ApproveForm(initial={"sha256": request.POST.get("return-sha256", "")})
    return _desk(request, standing, transition_request, approve, form)


def _may_decide(standing: CaseStanding, transition_request: TransitionRequest) -> Ruling:
    """The desk shows the team's working papers, so it opens for nobody else, not even with a form that is refused."""
    return rules.may_decide(standing, transition_request, _reviewer(transition_request))


def _reviewer(transition_request: TransitionRequest) -> int | None:
    review = getattr(transition_request, "review", None)
    return review.reviewed_by_id if review else None


def _desk(
    request: SignedInRequest,
    standing: CaseStanding,
    transition_request: TransitionRequest,
    approve: ApproveForm,
    send_back: ReturnForm,
) -> HttpResponse:
    case = transition_request.run.case
    review = getattr(transition_request, "review", None)
    document = review.document if review else None
    if document:
        document.case = case  # loaded already
    context = {
        "case": case,
        "standing": standing,
        "transition_request": transition_request,
        "review": review,
        "document": document_facts(document) if document else None,
        "ready": bool(document and document.sha256),
        "may_decide": _may_decide(standing, transition_request),
        "changes": changed_since(document, standing) if document else None,
        "since": _since(transition_request),
        "queue": _queue(transition_request) if standing.is_office else [],
        "approve_form": approve,
        "return_form": send_back,
    }
    return page(request, "stages/decision_desk.html", context, approve, send_back)


def _since(transition_request: TransitionRequest) -> list[Blocker]:
    """What stands in the way by the live record, while there is something to decide."""
    if transition_request.decided_at is not None:
        return []
    run = transition_request.run
    return blockers_rule.hard(blockers_of(run.case, run, Moment.APPROVE))


def _queue(current: TransitionRequest) -> list[dict[str, Any]]:
    return [
        {
            "title": str(waiting.run.case.unit),
            "lines": [f"{waiting.run.stage.transition} · " + _("round %(round)s") % {"round": waiting.round}],
            "url": reverse("transition_decide", args=[waiting.run.case_id, waiting.pk]),
            "current": waiting.pk == current.pk,
        }
        for waiting in waiting_for_decision(current.run.case.batch.campaign_id)
    ]
