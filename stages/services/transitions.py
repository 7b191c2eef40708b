"""The unit's request to leave a stage (转段请示): drafted, submitted by the secretary, withdrawn (row 73)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

from django.core.files.uploadedfile import UploadedFile
from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from stages.enums import OPEN_REQUEST_STATES, Act, NoticeKind, RequestState, TodoKind
from stages.models import ReturnItem, StageRun, TransitionRequest
from stages.rules import blockers as blockers_rule
from stages.rules import transitions as rules
from stages.rules.blockers import Moment
from stages.selectors.blockers import blockers
from stages.selectors.runs import current_run
from stages.selectors.transitions import pinned_for
from teams import audit, clock
from teams.exceptions import Conflict, Invalid
from teams.models import StoredFile, User
from teams.rulings import require
from teams.services.notices import tell
from teams.services.texts import cleaned, required
from teams.transitions import move, touch
from units.enums import Party
from units.selectors import standing_of
from units.selectors.standing import people_of_team
from units.services import todos
from units.services.filing import filed_for, resolution_received
from units.services.locks import locked_case


@dataclass(frozen=True)
class RequestText:
    """What the paper says; the figures come from the records."""

    paper_number: str = ""
    situation: str = ""
    practice: str = ""
    results: str = ""
    remaining: str = ""
    resolution: str = ""


@transaction.atomic
def draft_transition(*, case_id: int, acting_user: User) -> TransitionRequest:
    """Begin the next round's request; the one that is open already is returned instead of a second."""
    case = locked_case(case_id)
    require(rules.may_draft(standing_of(acting_user, case)))
    run = current_run(case)
    if run is None:
        raise Conflict(_("No stage is open to leave."))
    request = run.requests.filter(state__in=OPEN_REQUEST_STATES).first()
    if request is not None:
        return request
    try:
        with transaction.atomic():
            return TransitionRequest.objects.create(
                run=run,
                round=(run.requests.aggregate(last=Max("round"))["last"] or 0) + 1,
                drafted_by=acting_user,
                drafted_at=clock.now(),
                **_text_of_last_round(run),
            )
    except IntegrityError as error:
        raise Conflict(_("A request for this stage is open already.")) from error


def _text_of_last_round(run: StageRun) -> dict[str, str]:
    """A returned or withdrawn request is mended, not typed again."""
    last = run.requests.order_by("-round").first()
    return {field: getattr(last, field) for field in asdict(RequestText())} if last else {}


@transaction.atomic
def save_transition(
    *, request_id: int, expected_version: int, text: RequestText, answers: Mapping[int, str], acting_user: User
) -> TransitionRequest:
    """Save the draft and the answers to what the last return pinned (by `ReturnItem` id)."""
    request = locked_request(request_id)
    require(rules.may_draft(standing_of(acting_user, request.run.case)) & rules.in_state(request, RequestState.DRAFT))
    touch(
        request,
        expected_version=expected_version,
        **{field: cleaned(value) for field, value in asdict(text).items()},
    )
    for item in pinned_before(request):
        if item.pk in answers:
            item.answer = cleaned(answers[item.pk])
            item.save(update_fields=["answer"])
    return request


def submit_transition(
    *, request_id: int, expected_version: int, acting_user: User, resolution: UploadedFile[bytes] | None = None
) -> TransitionRequest:
    """The Party committee asks, through its secretary; refused while anything the unit can know is missing.

    With the scan of the sealed `resolution` another of the unit files in the secretary's name. Raises `Denied` with
    the blockers (rows 73, 76, 77), `Invalid` for an unwritten part, an unanswered return or a refused scan.
    """
    if resolution is not None:
        # Asked before the bytes are looked at, and again under the lock.
        known = TransitionRequest.objects.select_related("run__case__batch").get(pk=request_id)
        standing = standing_of(acting_user, known.run.case)
        require(rules.may_submit(standing, known, with_resolution=True))
    with resolution_received(resolution, acting_user) as stored, transaction.atomic():
        return _submitted(request_id, expected_version, acting_user, stored)


def _submitted(
    request_id: int, expected_version: int, acting_user: User, stored: StoredFile | None
) -> TransitionRequest:
    request = locked_request(request_id)
    case = request.run.case
    standing = standing_of(acting_user, case)
    missing = blockers_rule.ruling(blockers(case, Moment.SUBMIT))
    require(rules.may_submit(standing, request, missing, with_resolution=stored is not None))
    required(
        {field: getattr(request, field) for field in ("situation", "practice", "results", "remaining", "resolution")},
        _("Write this part before submitting."),
    )
    unanswered = [item for item in pinned_before(request) if not item.answer]
    if unanswered:
        raise Invalid({f"return_{item.pk}": [_("Answer what was returned.")] for item in unanswered})
    filed = filed_for(standing, case, stored)
    move(
        request,
        RequestState.SUBMITTED,
        rules.REQUEST,
        expected_version=expected_version,
        submitted_by=acting_user,
        submitted_at=clock.now(),
        **(filed.stamps if filed else {}),
    )
    todos.settle(case, TodoKind.REQUEST)
    todos.open_todo(case, TodoKind.REVIEW_REQUEST, party=Party.TEAM, target_id=request.pk)
    audit.record(
        acting_user,
        Act.TRANSITION_FILED if filed else Act.TRANSITION_SUBMITTED,
        request,
        scope=case,
        acting_as=standing.title,
        stage=request.run.stage,
        request=request.run.stage.request_name,
        round=request.round,
        **(filed.words if filed else {}),
    )
    tell(
        people_of_team(case),
        NoticeKind.REQUEST_SUBMITTED,
        key=f"request:{request.pk}:submitted",
        scope=case,
        unit=case.unit,
        stage=request.run.stage,
        request=request.run.stage.request_name,
    )
    if filed:
        tell(
            [filed.secretary],
            NoticeKind.REQUEST_FILED,
            key=f"request:{request.pk}:filed",
            scope=case,
            who=acting_user.name,
            stage=request.run.stage,
            request=request.run.stage.request_name,
        )
    return request


@transaction.atomic
def withdraw_transition(*, request_id: int, expected_version: int, reason: str, acting_user: User) -> TransitionRequest:
    """Take the request back before the team has spoken, with a reason; the next one is a new round."""
    request = locked_request(request_id)
    case = request.run.case
    standing = standing_of(acting_user, case)
    require(rules.may_withdraw(standing, request))
    reason = required({"reason": reason}, _("Give the reason."))["reason"]
    move(
        request,
        RequestState.WITHDRAWN,
        rules.REQUEST,
        expected_version=expected_version,
        withdrawn_reason=reason,
    )
    todos.settle(case, TodoKind.REVIEW_REQUEST)
    todos.open_todo(case, TodoKind.REQUEST, party=Party.UNIT, due_on=request.run.due_on, target_id=request.run_id)
    audit.record(
        acting_user,
        Act.TRANSITION_WITHDRAWN if request.submitted_at else Act.TRANSITION_DRAFT_WITHDRAWN,
        request,
        scope=case,
        acting_as=standing.title,
        request=request.run.stage.request_name,
        round=request.round,
        reason=reason,
    )
    # Of a draft the team has never known.
    tell(
        people_of_team(case) if request.submitted_at else [],
        NoticeKind.REQUEST_WITHDRAWN,
        key=f"request:{request.pk}:withdrawn",
        scope=case,
        unit=case.unit,
        request=request.run.stage.request_name,
    )
    return request


def pinned_before(request: TransitionRequest) -> list[ReturnItem]:
    """What the last returned round of this run pinned, to be answered in this one."""
    earlier = TransitionRequest.objects.filter(run=request.run_id, round__lt=request.round)
    return pinned_for(request, list(earlier.order_by("-round").prefetch_related("return_items")))


def locked_request(request_id: int) -> TransitionRequest:
    """The request with its case, both locked, the case first: what stands in the way does not change underneath."""
    case = locked_case(TransitionRequest.objects.values_list("run__case_id", flat=True).get(pk=request_id))
    request = (
        TransitionRequest.objects.select_for_update(of=("self",))
        .select_related("run__stage__template")
        .get(pk=request_id)
    )
    request.run.case = case
    return request
