"""Requests to leave a stage, as pages read them."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Prefetch, prefetch_related_objects

from stages.enums import OPEN_REQUEST_STATES, RequestState
from stages.models import Decision, LookBack, LookBackItem, ReturnItem, StageRun, TransitionRequest
from stages.selectors.template import stage_after
from units.models import Case


def rounds_of(case: Case) -> list[TransitionRequest]:
    """Every request of the case with what came of it, newest first: two queries."""
    return list(
        TransitionRequest.objects.filter(run__case=case)
        .select_related(
            "run__stage",
            "submitted_by",
            "filed_for",
            "resolution_scan__file",
            "review__document",
            "decision__reply",
            "decision__decider",
            "decision__revocation__revoked_by",
        )
        .prefetch_related("return_items")
        .order_by("-run__stage__number", "-round")
    )


def open_request(rounds: Sequence[TransitionRequest], run: StageRun) -> TransitionRequest | None:
    """Of the requests of a case the one that is under way for the run."""
    return next((each for each in rounds if each.run_id == run.pk and each.state in OPEN_REQUEST_STATES), None)


def pinned_for(request: TransitionRequest, rounds: Sequence[TransitionRequest]) -> list[ReturnItem]:
    """What the last returned round of the same run pinned, to be answered in this one; `rounds` are newest first.

    What a round in between has answered, and was judged on, stays as it was given: after a revocation, or a return
    without items of its own, nothing is asked again. A round withdrawn before the team spoke has answered nothing.
    """
    for each in rounds:
        if each.run_id != request.run_id or each.round >= request.round:
            continue
        if items := list(each.return_items.all()):
            return items
        if each.reviewed_at is not None:
            return []
    return []


def answered_rounds(rounds: Sequence[TransitionRequest]) -> set[int]:
    """Ids of those whose return was answered by what the unit has handed in; `rounds` are newest first.

    While a later round is still written, its answers are the unit's own; what was judged on them once is on record.
    """
    newest: dict[int, TransitionRequest] = {}
    judged: dict[int, int] = {}
    for each in rounds:
        newest.setdefault(each.run_id, each)
        if each.reviewed_at is not None:
            judged.setdefault(each.run_id, each.round)
    return {
        each.pk
        for each in rounds
        if newest[each.run_id].round > each.round
        and (newest[each.run_id].submitted_at or judged.get(each.run_id, 0) > each.round)
    }


def look_back_of(run: StageRun) -> LookBack | None:
    """The look-back at a run with its answers: one query for a run that was loaded with it."""
    look_back: LookBack | None = getattr(run, "look_back", None)
    if look_back is not None:
        items = LookBackItem.objects.select_related("criterion")
        prefetch_related_objects([look_back], Prefetch("items", queryset=items))
    return look_back


def run_after(run: StageRun) -> StageRun | None:
    """The run that approval of this one opened; None after the last stage, and before approval."""
    following = StageRun.objects.filter(case=run.case_id, stage=stage_after(run.stage)).first()
    if following is not None:
        following.case = run.case
    return following


def has_moved_on(run: StageRun) -> bool:
    """Whether the stage after this one has a decision that stands."""
    following = stage_after(run.stage)
    return Decision.objects.filter(
        request__run__case=run.case_id, request__run__stage=following, revocation=None
    ).exists()


def last_approval(rounds: Sequence[TransitionRequest]) -> TransitionRequest | None:
    """The approval after which nothing has been decided: the one that can be revoked."""
    last = next((each for each in rounds if _decision_stands(each)), None)
    return last if last and last.state == RequestState.APPROVED else None


def _decision_stands(request: TransitionRequest) -> bool:
    decision = getattr(request, "decision", None)
    return decision is not None and getattr(decision, "revocation", None) is None


def waiting_for_decision(campaign_id: int) -> list[TransitionRequest]:
    """What lies on the director's desk, oldest first."""
    return list(
        TransitionRequest.objects.filter(state=RequestState.RECOMMENDED, run__case__batch__campaign=campaign_id)
        .select_related("run__case__unit", "run__stage", "review__document")
        .order_by("reviewed_at")
    )
