"""Requests to leave a stage, as pages read them."""

from __future__ import annotations

from stages.enums import OPEN_REQUEST_STATES, RequestState
from stages.models import LookBack, StageRun, TransitionRequest
from units.models import Case


def rounds_of(case: Case, *, with_drafts: bool) -> list[TransitionRequest]:
    """Every request of the case, newest first; drafts and what never left the unit are the unit's own."""
    requests = (
        TransitionRequest.objects.filter(run__case=case)
        .select_related("run__stage", "submitted_by", "review__document", "decision__reply", "decision__decider")
        .prefetch_related("return_items")
        .order_by("-run__stage__number", "-round")
    )
    if not with_drafts:
        requests = requests.filter(submitted_at__isnull=False)
    return list(requests)


def open_request(run: StageRun) -> TransitionRequest | None:
    """The request that is under way for the run."""
    return run.requests.filter(state__in=OPEN_REQUEST_STATES).first()


def look_back_of(run: StageRun) -> LookBack | None:
    return LookBack.objects.filter(run=run).prefetch_related("items__criterion").first()


def waiting_for_decision(campaign_id: int) -> list[TransitionRequest]:
    """What lies on the director's desk, oldest first."""
    return list(
        TransitionRequest.objects.filter(state=RequestState.RECOMMENDED, run__case__batch__campaign=campaign_id)
        .select_related("run__case__unit", "run__stage", "review__document")
        .order_by("reviewed_at")
    )
