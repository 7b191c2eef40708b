"""Who acts in the place of a team's leader or of the office's director: the list, recording and ending."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from teams import access
from teams.models import Delegation, Membership
from teams.rules import mandates as rules
from teams.selectors import standing_of
from teams.selectors.mandates import delegations_of, possible_delegates, posts_with_a_place
from teams.services.mandates import end_delegation, record_delegation
from teams.standing import Standing
from teams.views.mandate_facts import Facts
from teams.views.mandate_pages import Asked, ending_page, list_page, recording_page
from teams.views.signed_in import SignedInRequest


@require_GET
def team_delegations(request: SignedInRequest, team_id: int) -> HttpResponse:
    """Each post in which another may act, who does so now, and what has been."""
    team = access.get_team(request.user, team_id)
    found = list(delegations_of(team))
    for each in found:
        each.membership.team = team
    return list_page(request, team, posts_with_a_place(team), found, _facts(standing_of(request.user)))


@require_http_methods(["GET", "POST"])
def team_delegation_new(request: SignedInRequest, team_id: int, membership_id: int) -> HttpResponse:
    """Let another member act in the place of this post."""
    post = access.get_post(request.user, team_id, membership_id)
    ruling = rules.may_delegate(standing_of(request.user), post)
    asked = Asked(post.team, ruling, record_delegation, _back(post))
    return recording_page(request, post, possible_delegates(post), asked)


@require_http_methods(["GET", "POST"])
def team_delegation_end(request: SignedInRequest, team_id: int, delegation_id: int) -> HttpResponse:
    """End a delegation before its last day."""
    delegation = access.get_delegation(request.user, team_id, delegation_id)
    post = delegation.membership
    ruling = rules.may_end(standing_of(request.user), post, delegation)
    return ending_page(request, delegation, Asked(post.team, ruling, end_delegation, _back(post)))


def _back(post: Membership) -> str:
    return reverse("team_delegations", args=[post.team_id])


def _facts(standing: Standing) -> Facts:
    def new_url(post: Membership) -> str:
        return reverse("team_delegation_new", args=[post.team_id, post.pk])

    def end_url(delegation: Delegation) -> str:
        return reverse("team_delegation_end", args=[delegation.membership.team_id, delegation.pk])

    return Facts(
        may_record=lambda post: rules.may_delegate(standing, post),
        may_end=lambda delegation: rules.may_end(standing, delegation.membership, delegation),
        new_url=new_url,
        end_url=end_url,
    )
