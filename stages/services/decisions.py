"""The leading group's decision: by the director, on the document that lay before him (rows 75, 76, 111)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, NoticeKind, Outcome, RequestState, RunState, TodoKind
from stages.models import Decision, Stage, StageRun, TeamReview, TransitionRequest
from stages.rules import blockers as blockers_rule
from stages.rules import transitions as rules
from stages.rules.blockers import Moment
from stages.selectors.blockers import blockers
from stages.selectors.template import schedule_of, stage_after
from stages.services.extensions import place_asking
from stages.services.stage_duties import leave_stage_to_the_unit
from stages.services.team_reviews import Pinned, hand_back, pin
from stages.services.transitions import locked_request
from stages.snapshots.reply import reply_snapshot, reply_title
from teams import audit, clock
from teams.exceptions import Conflict
from teams.models import User
from teams.rulings import require
from teams.services.notices import tell
from teams.services.texts import cleaned, required
from teams.transitions import move, touch
from units.enums import DocumentKind, DocumentState
from units.models import Case, Document
from units.selectors import standing_of
from units.selectors.standing import people_of_team, people_of_unit
from units.services import todos
from units.services.documents import order_document
from units.services.numbers import next_number


@transaction.atomic
def approve_transition(*, request_id: int, expected_sha256: str, remark: str = "", acting_user: User) -> Decision:
    """Approve: the run closes, the next opens (or the case closes), the reply is numbered and printed.

    `expected_sha256` is of the review that the director saw. Raises `Conflict` when it is another one, when
    somebody has decided already, or when something has come up since the review (a new red line, row 10).
    """
    request = locked_request(request_id)
    review = _require_decidable(request, acting_user, expected_sha256)
    found = blockers_rule.hard(blockers(request.run.case, Moment.APPROVE))
    if found:
        raise Conflict(
            _("Since the review this has come up: %(what)s Return the request.")
            % {"what": " ".join(str(reason.message) for reason in blockers_rule.ruling(found).reasons)}
        )
    moment = clock.now()
    move(request, RequestState.APPROVED, rules.REQUEST, decided_at=moment)
    todos.settle(request.run.case, TodoKind.DECIDE_REQUEST)
    following = _move_on(request, moment)
    decision = Decision(
        request=request,
        outcome=Outcome.APPROVED,
        remark=cleaned(remark),
        reviewer=review.reviewed_by,
        decider=acting_user,
        decided_at=moment,
        document_sha256=expected_sha256,
    )
    decision.reply = _order_reply(request, decision, following)
    decision.save(force_insert=True)
    _record(
        request,
        decision,
        Act.TRANSITION_APPROVED,
        NoticeKind.REQUEST_APPROVED,
        number=decision.reply.number,
        to=following or _("the close of the case"),
    )
    return decision


@transaction.atomic
def return_transition(
    *, request_id: int, expected_sha256: str, remark: str, pinned: Sequence[Pinned], acting_user: User
) -> Decision:
    """Return the request to the unit with items to mend; the next request is a new round."""
    request = locked_request(request_id)
    review = _require_decidable(request, acting_user, expected_sha256)
    remark = required({"remark": remark}, _("Say why it is returned."))["remark"]
    moment = clock.now()
    move(request, RequestState.RETURNED_BY_GROUP, rules.REQUEST, decided_at=moment)
    decision = Decision.objects.create(
        request=request,
        outcome=Outcome.RETURNED,
        remark=remark,
        reviewer=review.reviewed_by,
        decider=acting_user,
        decided_at=moment,
        document_sha256=expected_sha256,
    )
    pin(request, pinned)
    todos.settle(request.run.case, TodoKind.DECIDE_REQUEST)
    hand_back(request)
    _record(
        request,
        decision,
        Act.TRANSITION_RETURNED_BY_GROUP,
        NoticeKind.REQUEST_RETURNED,
        remark=remark,
        count=len(pinned),
    )
    return decision


def _require_decidable(request: TransitionRequest, acting_user: User, expected_sha256: str) -> TeamReview:
    """The review that is decided on: by somebody else, printed, and the one that lay before the director."""
    review = TeamReview.objects.select_related("reviewed_by", "document").filter(request=request).first()
    standing = standing_of(acting_user, request.run.case)
    if standing.is_director:
        _require_undecided(request)
    require(rules.may_decide(standing, request, review.reviewed_by_id if review else None))
    if review is None or review.document is None or review.document.state != DocumentState.READY:
        raise Conflict(_("The review is still being prepared; decide when its pages can be read."))
    if review.document.sha256 != expected_sha256:
        raise Conflict(_("The review that lay before you is not the one on file. Read it again."))
    return review


def _require_undecided(request: TransitionRequest) -> None:
    decision = Decision.objects.select_related("decider").filter(request=request).first()
    if decision is not None:
        raise Conflict(
            _("Already decided by %(who)s at %(when)s.")
            % {
                "who": decision.decider.name,
                "when": date_format(timezone.localtime(decision.decided_at), "DATETIME_FORMAT"),
            }
        )


def _move_on(request: TransitionRequest, moment: datetime) -> Stage | None:
    """Close the run and open the next stage, or close the case after the last one; returns the next stage."""
    run, case, today = request.run, request.run.case, clock.today()
    closed = StageRun.objects.filter(pk=run.pk, state=RunState.OPEN).update(state=RunState.CLOSED, closed_on=today)
    if not closed:
        raise Conflict(_("This stage is closed already."))
    following = stage_after(run.stage)
    if following is None:
        touch(case, closed_on=today)
        todos.settle_all(case, at=moment)
        return None
    opened = _opened(case, following)
    place_asking(case)
    leave_stage_to_the_unit(case, opened)
    return following


def _opened(case: Case, stage: Stage) -> StageRun:
    """The stage's run: a new one, or the one that a revocation had put back."""
    schedule = schedule_of(case, stage)
    run, created = StageRun.objects.get_or_create(
        case=case,
        stage=stage,
        defaults={"opened_on": clock.today(), "planned_end": schedule.ends_on if schedule else None},
    )
    if not created:
        StageRun.objects.filter(pk=run.pk, state=RunState.SUSPENDED).update(state=RunState.OPEN)
        run.refresh_from_db()
    return run


def _order_reply(request: TransitionRequest, decision: Decision, following: Stage | None) -> Document:
    campaign = request.run.case.batch.campaign
    number = next_number(campaign.issuing_mark, clock.today().year)
    return order_document(
        case=request.run.case,
        kind=DocumentKind.TRANSITION_REPLY,
        title=reply_title(request, following),
        number=number,
        edition=request.round,
        snapshot=reply_snapshot(request, decision, following, number),
    )


def _record(request: TransitionRequest, decision: Decision, act: Act, notice: NoticeKind, **details: Any) -> None:
    case = request.run.case
    audit.record(
        decision.decider,
        act,
        request,
        scope=case,
        acting_as=standing_of(decision.decider, case).title,
        stage=request.run.stage,
        request=request.run.stage.request_name,
        round=request.round,
        sha256=decision.document_sha256,
        **details,
    )
    tell(
        [*people_of_unit(case), *people_of_team(case)],
        notice,
        key=f"request:{request.pk}:decided",
        scope=case,
        unit=case.unit,
        stage=request.run.stage,
        request=request.run.stage.request_name,
    )
