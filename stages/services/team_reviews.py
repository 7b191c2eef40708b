"""The team's review of a request: every exit criterion answered, decided together (rows 7, 19, 21, 74, 96)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, CriterionKind, ExitAnswer, Matter, NoticeKind, RequestState, ReviewVerdict, TodoKind
from stages.models import (
    CollectiveDecision,
    Criterion,
    ReturnItem,
    TeamReview,
    TeamReviewItem,
    TransitionRequest,
)
from stages.rules import blockers as blockers_rule
from stages.rules import transitions as rules
from stages.rules.blockers import Moment
from stages.selectors.blockers import blockers
from stages.selectors.template import exit_criteria
from stages.services.collective import decision_to_name
from stages.services.transitions import locked_request
from stages.snapshots.review import review_snapshot, review_title
from teams import audit, clock
from teams.exceptions import Invalid, Text
from teams.models import User
from teams.rulings import require
from teams.services.notices import tell
from teams.services.texts import cleaned, lines, required
from teams.transitions import move
from units.enums import DocumentKind, Party
from units.models import Case
from units.selectors import standing_of
from units.selectors.standing import people_of_office, people_of_unit
from units.services import todos
from units.services.documents import order_document


@dataclass(frozen=True)
class ExitAnswered:
    """The team's answer to one exit criterion."""

    criterion_id: int
    answer: ExitAnswer
    note: str = ""


@dataclass(frozen=True)
class Pinned:
    """What a return asks to be mended, under a criterion or on its own."""

    remark: str
    criterion_id: int | None = None


@transaction.atomic
def review_transition(
    *,
    request_id: int,
    expected_version: int,
    verdict: ReviewVerdict,
    answers: Sequence[ExitAnswered],
    opinion: str,
    remaining: str,
    collective_decision_id: int | None,
    pinned: Sequence[Pinned] = (),
    acting_user: User,
) -> TeamReview:
    """Recommend the transition, or return it with items to mend.

    Raises `Invalid` for an unanswered criterion, a missing opinion or meeting, and `Denied` with the blockers
    when a recommendation would pass something below quality (row 76).
    """
    request = locked_request(request_id)
    case = request.run.case
    standing = standing_of(acting_user, case)
    require(rules.may_review(standing, request))
    items = _items(request, answers, recommends=verdict is ReviewVerdict.RECOMMENDED)
    texts = required({"opinion": opinion}, _("Write the team's opinion."))
    decision = _collective(request, collective_decision_id)
    review = TeamReview(
        request=request,
        verdict=verdict,
        opinion=texts["opinion"],
        remaining=cleaned(remaining),
        collective_decision=decision,
        reviewed_by=acting_user,
        reviewed_at=clock.now(),
    )
    if verdict is ReviewVerdict.RECOMMENDED:
        require(rules.may_recommend(standing, request, blockers_rule.ruling(blockers(case, Moment.RECOMMEND))))
        _recommend(request, review, items, expected_version)
    else:
        _return(request, review, items, pinned, expected_version)
    _record(request, review, pinned, standing.title)
    return review


def _items(request: TransitionRequest, answers: Sequence[ExitAnswered], *, recommends: bool) -> list[TeamReviewItem]:
    """An answer to every exit criterion that is judged; quantities answer themselves (`blockers`)."""
    given = {answer.criterion_id: answer for answer in answers}
    errors: dict[str, list[Text]] = {}
    items = []
    for criterion in judged(request):
        answer = given.get(criterion.pk)
        if answer is None:
            errors[f"answer_{criterion.pk}"] = [_("Answer this: no review without it.")]
            continue
        note = cleaned(answer.note)
        if answer.answer is not ExitAnswer.YES and not note:
            errors[f"note_{criterion.pk}"] = [_("Say what is missing.")]
        elif recommends and criterion.hard and answer.answer is not ExitAnswer.YES:
            errors[f"answer_{criterion.pk}"] = [_("What this answer says rules out a recommendation.")]
        items.append(TeamReviewItem(criterion=criterion, answer=answer.answer, note=note))
    if errors:
        raise Invalid(errors)
    return items


def judged(request: TransitionRequest) -> list[Criterion]:
    """The exit criteria that the team answers."""
    return [criterion for criterion in exit_criteria(request.run.stage) if criterion.kind != CriterionKind.QUANTITY]


def _collective(request: TransitionRequest, decision_id: int | None) -> CollectiveDecision:
    """The meeting on this request: of a quorum, and not before the request came (row 96)."""
    decision = decision_to_name(
        case=request.run.case,
        matter=Matter.TRANSITION,
        decision_id=decision_id,
        template=request.run.stage.template,
        needed=True,
    )
    if decision is None or request.submitted_at is None or not _was_after(request.submitted_at, decision):
        raise Invalid(collective_decision=_("This meeting was before the request: discuss the request itself."))
    return decision


def _was_after(submitted_at: datetime, decision: CollectiveDecision) -> bool:
    """Neither held on an earlier day nor recorded at an earlier moment."""
    return decision.recorded_at >= submitted_at and decision.meeting.held_on >= timezone.localdate(submitted_at)


def _recommend(
    request: TransitionRequest, review: TeamReview, items: list[TeamReviewItem], expected_version: int
) -> None:
    move(
        request,
        RequestState.RECOMMENDED,
        rules.REQUEST,
        expected_version=expected_version,
        reviewed_at=review.reviewed_at,
    )
    review.document = order_document(
        case=request.run.case,
        kind=DocumentKind.TRANSITION_REVIEW,
        title=review_title(request),
        snapshot=review_snapshot(request, review, items),
        edition=request.round,
    )
    _save(review, items)
    todos.settle(request.run.case, TodoKind.REVIEW_REQUEST)
    todos.open_todo(request.run.case, TodoKind.DECIDE_REQUEST, party=Party.GROUP, target_id=request.pk)


def _return(
    request: TransitionRequest,
    review: TeamReview,
    items: list[TeamReviewItem],
    pinned: Sequence[Pinned],
    expected_version: int,
) -> None:
    move(
        request,
        RequestState.RETURNED_BY_TEAM,
        rules.REQUEST,
        expected_version=expected_version,
        reviewed_at=review.reviewed_at,
    )
    _save(review, items)
    pin(request, pinned)
    todos.settle(request.run.case, TodoKind.REVIEW_REQUEST)
    hand_back(request)


def _save(review: TeamReview, items: list[TeamReviewItem]) -> None:
    review.save(force_insert=True)
    for item in items:
        item.review = review
    TeamReviewItem.objects.bulk_create(items)


def pin(request: TransitionRequest, pinned: Sequence[Pinned]) -> None:
    """Write what a return asks for; a return without an item helps nobody, one of another campaign names nothing."""
    if not pinned:
        raise Invalid(pinned=_("Name at least one item to mend."))
    named = {item.criterion_id for item in pinned if item.criterion_id is not None}
    own = Criterion.objects.filter(pk__in=named, template=request.run.stage.template_id).values_list("pk", flat=True)
    if named - set(own):
        raise Invalid(pinned=_("This criterion is not one of this case."))
    for index, item in enumerate(pinned):
        remark = required({f"pinned_{index}": item.remark}, _("Say what is to be mended."))[f"pinned_{index}"]
        ReturnItem.objects.create(request=request, criterion_id=item.criterion_id, remark=remark)


def hand_back(request: TransitionRequest) -> None:
    """The case is in the unit's hands again; the planned end only reminds (row 78)."""
    todos.open_todo(
        request.run.case, TodoKind.REQUEST, party=Party.UNIT, due_on=request.run.due_on, target_id=request.run_id
    )


def _record(request: TransitionRequest, review: TeamReview, pinned: Sequence[Pinned], title: str) -> None:
    case: Case = request.run.case
    recommended = review.verdict == ReviewVerdict.RECOMMENDED
    audit.record(
        review.reviewed_by,
        Act.TRANSITION_RECOMMENDED if recommended else Act.TRANSITION_RETURNED_BY_TEAM,
        request,
        scope=case,
        acting_as=title,
        request=request.run.stage.request_name,
        round=request.round,
        count=len(pinned),
        why=lines(item.remark for item in pinned),
    )
    tell(
        people_of_office(case) if recommended else people_of_unit(case),
        NoticeKind.REQUEST_RECOMMENDED if recommended else NoticeKind.REQUEST_RETURNED,
        key=f"request:{request.pk}:reviewed",
        scope=case,
        unit=case.unit,
        stage=request.run.stage,
        request=request.run.stage.request_name,
    )
