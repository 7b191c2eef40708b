"""The transition tab: what is missing, the look-back, the unit's request."""

from __future__ import annotations

from collections.abc import Sequence

from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from stages.access import get_transition_request
from stages.enums import RequestState
from stages.forms.transitions import LookBackForm, ReasonForm, RequestForm
from stages.models import TransitionRequest
from stages.rules import blockers as blockers_rule
from stages.rules import transitions as rules
from stages.rules.blockers import Moment
from stages.rules.extensions import may_ask
from stages.selectors.blockers import blockers_of
from stages.selectors.runs import current_run
from stages.selectors.template import look_back_criteria
from stages.selectors.transitions import (
    answered_rounds,
    last_approval,
    look_back_of,
    open_request,
    pinned_for,
    rounds_of,
)
from stages.services.look_backs import record_look_back
from stages.services.transitions import (
    draft_transition,
    pinned_before,
    save_transition,
    submit_transition,
    withdraw_transition,
)
from stages.views.extension_rows import extension_rows, is_asked
from teams.exceptions import Conflict
from teams.rulings import require, require_right
from teams.views.acts import admit, attempt, page, posted_version, version_to_carry
from teams.views.one_button import comes_back_to
from teams.views.signed_in import SignedInRequest
from units.access import get_case
from units.models import Case
from units.selectors import standing_of
from units.standing import CaseStanding


@require_GET
def transition(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Where the transition stands: what is missing, the open request, the rounds before."""
    case = get_case(request.user, case_id)
    return _transition_page(request, case, standing_of(request.user, case), ReasonForm())


def _transition_page(request: SignedInRequest, case: Case, standing: CaseStanding, form: ReasonForm) -> HttpResponse:
    run = current_run(case)
    rounds = rounds_of(case)
    under_way = open_request(rounds, run) if run else None
    found = blockers_of(case, run, Moment.SUBMIT if standing.is_unit else Moment.RECOMMEND)
    longer = extension_rows(case, standing)
    visible = under_way if under_way and (under_way.submitted_at or standing.is_unit) else None
    read = [each for each in rounds if _is_read(each, standing)]
    context = {
        "case": case,
        "standing": standing,
        "tab": "transition",
        "run": run,
        "look_back": look_back_of(run) if run else None,
        "blockers": found,
        "under_way": visible,
        "rounds": read,
        "answers_read": {each.pk for each in read} if standing.is_unit else answered_rounds(rounds),
        "asked_before": run is not None and any(each.run_id == run.pk for each in read),
        "may_draft": rules.may_draft(standing),
        "may_submit": rules.may_submit(standing, under_way, blockers_rule.ruling(found)) if under_way else None,
        "may_submit_for": rules.may_submit_for(standing, under_way, blockers_rule.ruling(found)) if under_way else None,
        "may_withdraw": rules.may_withdraw(standing, under_way) if under_way else None,
        "may_review": rules.may_review(standing, under_way) if under_way else None,
        "may_decide": rules.may_decide(standing, under_way, None) if under_way else None,
        "revocable": _revocable(rounds, standing),
        "extensions": longer,
        "may_ask_longer": may_ask(standing, due_on=run.due_on if run else None, asked_already=is_asked(longer, run)),
        "pinned": pinned_for(visible, rounds) if visible else [],
        "form": form,
    }
    return page(request, "stages/transition.html", context, form)


@require_http_methods(["GET", "POST"])
def look_back(request: SignedInRequest, case_id: int) -> HttpResponse:
    """The unit answers every reason not to move on."""
    case = get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    require(rules.may_draft(standing))
    run = current_run(case)
    if run is None:
        raise Conflict(_("No stage is open to look back at."))
    known = look_back_of(run)
    form = LookBackForm(request.POST or None, criteria=list(look_back_criteria(run.stage)), look_back=known)
    if request.method == "POST" and form.is_valid():
        attempted = attempt(
            form,
            record_look_back,
            case_id=case.pk,
            held_on=form.cleaned_data["held_on"],
            answers=form.answers(),
            summary=form.cleaned_data["summary"],
            acting_user=request.user,
            expected_version=posted_version(request),
        )
        if attempted.done:
            messages.success(request, _("The look-back is recorded."))
            return redirect("transition", case.pk)
    context = {"case": case, "standing": standing, "tab": "transition", "form": form, "run": run}
    version = version_to_carry(request, known, form) if known else None
    return page(request, "stages/look_back.html", context | {"version": version}, form)


@require_POST
@comes_back_to("transition", "case_id")
def transition_draft(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Begin the next round's request and go on to write it."""
    case = get_case(request.user, case_id)
    drafted = draft_transition(case_id=case.pk, acting_user=request.user)
    if drafted.state != RequestState.DRAFT:
        return redirect("transition", case.pk)
    return redirect("transition_edit", case.pk, drafted.pk)


@require_http_methods(["GET", "POST"])
def transition_edit(request: SignedInRequest, case_id: int, request_id: int) -> HttpResponse:
    """Write the request; saving submits nothing."""
    transition_request = get_transition_request(request.user, case_id, request_id)
    case = transition_request.run.case
    standing = standing_of(request.user, case)
    admit(request, rules.may_draft(standing) & rules.in_state(transition_request, RequestState.DRAFT))
    pinned = pinned_before(transition_request)
    form = RequestForm(request.POST or None, initial=model_to_dict(transition_request), pinned=pinned)
    if request.method == "POST" and form.is_valid():
        attempted = attempt(
            form,
            save_transition,
            request_id=transition_request.pk,
            expected_version=posted_version(request),
            text=form.text(),
            answers=form.answers(),
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("The draft is saved. The secretary submits it."))
            return redirect("transition", case.pk)
    context = {
        "case": case,
        "standing": standing,
        "tab": "transition",
        "form": form,
        "version": version_to_carry(request, transition_request, form),
        "transition_request": transition_request,
    }
    return page(request, "stages/transition_edit.html", context, form)


@require_POST
def transition_submit(request: SignedInRequest, case_id: int, request_id: int) -> HttpResponse:
    """The secretary submits; a refusal comes back to the tab with its reasons."""
    transition_request = get_transition_request(request.user, case_id, request_id)
    form = ReasonForm({"reason": "-"})
    form.is_valid()
    attempted = attempt(
        form,
        submit_transition,
        request_id=transition_request.pk,
        expected_version=posted_version(request),
        acting_user=request.user,
    )
    if attempted.done:
        messages.success(request, _("The request is with the supervision team."))
        return redirect("transition", case_id)
    case = transition_request.run.case
    return _refused(request, case, form)


@require_POST
def transition_withdraw(request: SignedInRequest, case_id: int, request_id: int) -> HttpResponse:
    """The secretary takes the request back before the team has spoken."""
    transition_request = get_transition_request(request.user, case_id, request_id)
    require_right(rules.may_withdraw(standing_of(request.user, transition_request.run.case), transition_request))
    form = ReasonForm(request.POST)
    if form.is_valid():
        attempted = attempt(
            form,
            withdraw_transition,
            request_id=transition_request.pk,
            expected_version=posted_version(request),
            reason=form.cleaned_data["reason"],
            acting_user=request.user,
        )
        if attempted.done:
            messages.success(request, _("The request is withdrawn."))
            return redirect("transition", case_id)
    return _refused(request, transition_request.run.case, form)


def _refused(request: SignedInRequest, case: Case, form: ReasonForm) -> HttpResponse:
    return _transition_page(request, case, standing_of(request.user, case), form)


def _is_read(each: TransitionRequest, standing: CaseStanding) -> bool:
    """A draft stands at the top, and what never left the unit is the unit's own."""
    return each.state != RequestState.DRAFT and (standing.is_unit or each.submitted_at is not None)


def _revocable(rounds: Sequence[TransitionRequest], standing: CaseStanding) -> TransitionRequest | None:
    """The approval that this person may still take back, if there is one."""
    approved = last_approval(rounds) if standing.is_director else None
    return approved if approved and rules.may_revoke(standing, approved, moved_on=False) else None
