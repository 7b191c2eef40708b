"""Requests to leave a stage, as pages read them."""

from __future__ import annotations

from stages.enums import OPEN_REQUEST_STATES, RequestState
from stages.models import Decision, LookBack, StageRun, TransitionRequest
from stages.selectors.template import stage_after
from units.models import Case


def rounds_of(case: Case, *, with_drafts: bool) -> list[TransitionRequest]:
    """Every request of the case, newest first; drafts and what never left the unit are the unit's own."""
    requests = (
        TransitionRequest.objects.filter(run__case=case)
        .select_related(
            "run__stage",
            "submitted_by",
            "review__document",
            "decision__reply",
            "decision__decider",
            "decision__revocation__revoked_by",
        )
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


def last_approval(case: Case) -> TransitionRequest | None:
    """The approval after which nothing has been decided: the one that can be revoked."""
    last = (
        TransitionRequest.objects.filter(run__case=case, decision__isnull=False, decision__revocation=None)
        .order_by("-run__stage__number", "-round")
        .first()
    )
    return last if last and last.state == RequestState.APPROVED else None


def waiting_for_decision(campaign_id: int) -> list[TransitionRequest]:
    """What lies on the director's desk, oldest first."""
    return list(
        TransitionRequest.objects.filter(state=RequestState.RECOMMENDED, run__case__batch__campaign=campaign_id)
        .select_related("run__case__unit", "run__stage", "review__document")
        .order_by("reviewed_at")
    )
