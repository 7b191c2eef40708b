"""An approval taken back: the stage is open again, what the approval opened is put back, the reply is superseded."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import OPEN_REQUEST_STATES, Act, NoticeKind, RequestState, RunState, TodoKind
from stages.models import Decision, Revocation, StageRun, TransitionRequest
from stages.rules import transitions as rules
from stages.selectors.transitions import has_moved_on, run_after
from stages.services.extensions import place_asking
from stages.services.stage_duties import put_stage_away
from stages.services.team_reviews import hand_back
from stages.services.transitions import locked_request
from teams import audit, clock
from teams.exceptions import Conflict
from teams.models import User
from teams.rulings import require
from teams.services.notices import tell
from teams.services.texts import required
from teams.transitions import move, touch
from units.models import Case
from units.selectors import standing_of
from units.selectors.standing import people_of_team, people_of_unit
from units.services import todos
from units.services.documents import supersede_document


@transaction.atomic
def revoke_approval(*, request_id: int, expected_version: int, reason: str, acting_user: User) -> Revocation:
    """Revoke an approval, with a reason, until the next stage has a decision of its own.

    The run is open again; the next one is put back with what was asked in it withdrawn; a case that the approval
    closed is open again, with all that was to be done about it. Raises `Denied` and `Conflict`.
    """
    request = locked_request(request_id)
    case = request.run.case
    standing = standing_of(acting_user, case)
    require(rules.may_revoke(standing, request, moved_on=has_moved_on(request.run)))
    reason = required({"reason": reason}, _("Give the reason."))["reason"]
    move(request, RequestState.REVOKED, rules.REQUEST, expected_version=expected_version)
    decision = Decision.objects.select_related("reply").get(request=request)
    revocation = Revocation.objects.create(
        decision=decision, reason=reason, revoked_by=acting_user, revoked_at=clock.now()
    )
    _put_back(run_after(request.run), reason)
    _reopen(request.run, decision)
    hand_back(request)
    if decision.reply is not None:
        supersede_document(decision.reply)
    audit.record(
        acting_user,
        Act.TRANSITION_REVOKED,
        request,
        scope=case,
        acting_as=standing.title,
        stage=request.run.stage,
        request=request.run.stage.request_name,
        number=decision.reply.number if decision.reply else "",
        reason=reason,
    )
    tell(
        [*people_of_unit(case), *people_of_team(case)],
        NoticeKind.APPROVAL_REVOKED,
        key=f"request:{request.pk}:revoked",
        scope=case,
        unit=case.unit,
        stage=request.run.stage,
        request=request.run.stage.request_name,
    )
    return revocation


def _put_back(following: StageRun | None, reason: str) -> None:
    """The next stage stands still until it is opened again; a request made in it is withdrawn with it."""
    if following is None:
        return
    for request in following.requests.filter(state__in=OPEN_REQUEST_STATES):
        _withdraw(request, reason)
    put_stage_away(following.case, following)
    if not StageRun.objects.filter(pk=following.pk, state=RunState.OPEN).update(state=RunState.SUSPENDED):
        raise Conflict(_("The next stage has moved on in the meantime."))


def _withdraw(request: TransitionRequest, reason: str) -> None:
    move(request, RequestState.WITHDRAWN, rules.REQUEST, withdrawn_reason=reason)
    review = getattr(request, "review", None)
    if review is not None and review.document is not None:
        supersede_document(review.document)


def _reopen(run: StageRun, decision: Decision) -> None:
    """The stage is open; a case that was closed is open, too, and so is what was to be done when it was closed."""
    StageRun.objects.filter(pk=run.pk, state=RunState.CLOSED).update(state=RunState.OPEN, closed_on=None)
    case: Case = run.case
    if case.closed_on is not None:
        touch(case, closed_on=None)
        todos.take_up_again(case, since=decision.decided_at)
        # Settled by the decision itself, and not because the case was closed.
        todos.settle(case, TodoKind.DECIDE_REQUEST)
    place_asking(case)
