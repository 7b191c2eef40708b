"""Who may ask, judge and decide on leaving a stage, and in which order (rows 73-76, 111)."""

from __future__ import annotations

from typing import Protocol

from django.utils.translation import gettext_lazy as _

from stages.enums import RequestState
from teams.rulings import ALLOWED, Ruling, all_of, unless, unless_moved_on
from teams.transitions import StateTable
from units.standing import CaseStanding

REQUEST = StateTable(
    {
        RequestState.DRAFT: {RequestState.SUBMITTED, RequestState.WITHDRAWN},
        RequestState.SUBMITTED: {
            RequestState.RETURNED_BY_TEAM,
            RequestState.RECOMMENDED,
            RequestState.WITHDRAWN,
        },
        # A recommended request is withdrawn only when the approval on which its stage rests is revoked.
        RequestState.RECOMMENDED: {RequestState.APPROVED, RequestState.RETURNED_BY_GROUP, RequestState.WITHDRAWN},
        RequestState.APPROVED: {RequestState.REVOKED},
    }
)


class AnyRequest(Protocol):
    """What the rules read of a request (`stages.models.TransitionRequest`)."""

    state: str


def may_draft(standing: CaseStanding) -> Ruling:
    """The unit drafts its own request (row 73)."""
    return unless(standing.is_unit, "not_unit", _("The request is the unit's own: its people draft it."), 73)


def may_submit(
    standing: CaseStanding, request: AnyRequest, missing: Ruling = ALLOWED, *, with_resolution: bool = False
) -> Ruling:
    """The secretary submits for the Party committee, when nothing that the unit can know is missing.

    With the sealed resolution another of the unit files in the secretary's name.
    """
    return all_of(
        (
            unless(
                standing.is_secretary or (with_resolution and standing.is_unit),
                "not_secretary",
                _("Only the Party committee may request the transition: its secretary submits."),
                73,
            ),
            in_state(request, RequestState.DRAFT),
            missing,
        )
    )


def may_submit_for(standing: CaseStanding, request: AnyRequest, missing: Ruling = ALLOWED) -> Ruling:
    """Who is not the secretary files with the resolution; the secretary needs none."""
    own = unless(not standing.is_secretary, "is_secretary", _("The secretary submits without a resolution."), 73)
    return own & may_submit(standing, request, missing, with_resolution=True)


def may_withdraw(standing: CaseStanding, request: AnyRequest) -> Ruling:
    """The secretary takes a request back before the team has spoken."""
    return all_of(
        (
            unless(standing.is_secretary, "not_secretary", _("The secretary withdraws the request."), 73),
            in_state(request, RequestState.DRAFT, RequestState.SUBMITTED),
        )
    )


def may_review(standing: CaseStanding, request: AnyRequest) -> Ruling:
    """The leader, or the deputy acting for the leader, gives the team's review (row 74)."""
    return all_of(
        (
            unless(standing.may_lead, "not_leader", _("The team's leader gives the review."), 74),
            in_state(request, RequestState.SUBMITTED),
        )
    )


def may_recommend(standing: CaseStanding, request: AnyRequest, missing: Ruling) -> Ruling:
    """Nothing below quality is recommended (row 76)."""
    return may_review(standing, request) & missing


def may_decide(standing: CaseStanding, request: AnyRequest, reviewer_id: int | None) -> Ruling:
    """The director decides, after the team's review, and never on one's own review (rows 74, 75)."""
    return all_of(
        (
            unless(standing.is_director, "not_director", _("The leading group decides, through its director."), 75),
            in_state(request, RequestState.RECOMMENDED),
            unless(reviewer_id != standing.user.pk, "own_review", _("Nobody decides on one's own review."), 75),
        )
    )


def may_revoke(standing: CaseStanding, request: AnyRequest, *, moved_on: bool) -> Ruling:
    """The director takes an approval back, until the next stage has a decision of its own."""
    return all_of(
        (
            unless(standing.is_director, "not_director", _("The leading group revokes, through its director."), 75),
            in_state(request, RequestState.APPROVED),
            unless(
                not moved_on,
                "next_stage_decided",
                _("The next stage has a decision already: this approval stands."),
                75,
            ),
        )
    )


def in_state(request: AnyRequest, *states: RequestState) -> Ruling:
    """The request stands where the act begins; a request never skips the team (row 74)."""
    return unless_moved_on(
        request.state in states,
        _("The request is no longer at this point: it stands at “%(state)s”.")
        % {"state": RequestState(request.state).label},
        111,
    )
