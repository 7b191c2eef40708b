"""Getters that are the permission check for what the team judges; every row is fetched through its case."""

from django.http import Http404

from stages.models import TransitionRequest
from teams.models import User
from units.access import get_case
from units.selectors import standing_of


def get_transition_request(user: User, case_id: int, request_id: int) -> TransitionRequest:
    """A transition request of a visible case; only the unit sees its own draft."""
    case = get_case(user, case_id)
    request = (
        TransitionRequest.objects.filter(pk=request_id, run__case=case)
        .select_related("run__stage__template", "submitted_by")
        .first()
    )
    if request is None or (request.submitted_at is None and not standing_of(user, case).is_unit):
        raise Http404
    request.run.case = case
    return request
