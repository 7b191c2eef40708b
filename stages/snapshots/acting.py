"""Who handed the request in, who discussed it and who reviewed it, as the review names them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from stages.models import TeamReview, TransitionRequest
from teams.enums import Role
from teams.models import Team

Snapshot = dict[str, Any]


def filed_of(request: TransitionRequest) -> Snapshot | None:
    """Who handed the request in in the secretary's name, and by which scan of the sealed resolution."""
    if request.filed_for is None or request.resolution_scan is None or request.submitted_by is None:
        return None
    return {
        "by": request.submitted_by.name,
        "secretary": request.filed_for.name,
        "scan_sha256": request.resolution_scan.file.sha256,
    }


def meeting_of(review: TeamReview) -> Snapshot:
    decision = review.collective_decision
    return {
        "held_on": decision.meeting.held_on,
        "present": decision.members_present,
        "members": decision.members_total,
        "conclusion": decision.conclusion,
    }


def reviewer_of(team: Team, review: TeamReview) -> str:
    membership = team.memberships.filter(user=review.reviewed_by, ended_at=None).first()
    if membership is None:
        return team.name
    post = f"{team.name}{membership.get_role_display()}"
    return post if membership.role == Role.LEADER else _("%(post)s (for the leader)") % {"post": post}
