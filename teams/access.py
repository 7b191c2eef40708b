"""Getters that are the permission check: what one may not know of is not found."""

from django.http import Http404

from teams.models import Delegation, Membership, Team, User
from teams.rules.mandates import may_read
from teams.selectors import standing_of
from teams.selectors.accounts import looked_after
from teams.selectors.mandates import delegations_of, posts_with_a_place


def get_account(user: User, user_id: int) -> User:
    """An account that the person's office looks after; otherwise Http404."""
    account = looked_after(standing_of(user)).filter(pk=user_id).first()
    if account is None:
        raise Http404
    return account


def get_team(user: User, team_id: int) -> Team:
    """A team of which the person is a member, or which the person's office sent; otherwise Http404."""
    team = Team.objects.filter(pk=team_id).first()
    if team is None or not may_read(standing_of(user), team):
        raise Http404
    return team


def get_post(user: User, team_id: int, membership_id: int) -> Membership:
    """The post of a leader or director in such a team."""
    team = get_team(user, team_id)
    post = next((each for each in posts_with_a_place(team) if each.pk == membership_id), None)
    if post is None:
        raise Http404
    return post


def get_delegation(user: User, team_id: int, delegation_id: int) -> Delegation:
    """A delegation of such a team."""
    delegation = (
        delegations_of(get_team(user, team_id))
        .filter(pk=delegation_id)
        .select_related("membership__team", "membership__user", "delegate")
        .first()
    )
    if delegation is None:
        raise Http404
    return delegation
