"""In whose place people act today, and what was recorded of it."""

from __future__ import annotations

from django.db.models import Case, QuerySet, Value, When
from django.urls import reverse

from teams import clock, registry
from teams.enums import Role
from teams.models import Delegation, Membership, Team, User
from teams.registry import HeldPlace, MandateSource, Place

PLACES = (Role.LEADER, Role.DIRECTOR)
"""The posts in which another may act."""


def places_of(user: User) -> QuerySet[Delegation]:
    """Delegations that let `user` act in another's place today; they fall with the post on which they rest."""
    found: QuerySet[Delegation] = Delegation.objects.on(clock.today()).filter(
        delegate=user, membership__ended_at=None, membership__role__in=PLACES
    )
    return found


def held_places(user: User) -> list[HeldPlace]:
    """In whose place the person acts today, in teams, the office and for units: one query for each app."""
    return [held for source in _sources() for held in source.held_by(user)]


def places_to_read(user: User) -> list[Place]:
    """The teams and units of which the person may read who acts in whose place, as far as the person is of them."""
    return [place for source in _sources() for place in source.places_of(user)]


def _sources() -> list[MandateSource]:
    return [MandateSource(_held_by, _teams_of), *registry.mandate_sources()]


def _held_by(user: User) -> list[HeldPlace]:
    teams = Membership.live.filter(user=user).values("team")
    found = places_of(user).filter(membership__team__in=teams)
    return [
        HeldPlace(
            place=str(each.membership.team),
            role=each.membership.get_role_display(),
            holder=each.membership.user.name,
            until=each.ends_on,
            url=_url(each.membership.team_id),
        )
        for each in found.select_related("membership__team", "membership__user")
    ]


def _teams_of(user: User) -> list[Place]:
    own = Membership.live.filter(user=user).select_related("team").order_by("pk")
    return [Place(str(each.team), _url(each.team_id)) for each in own]


def _url(team_id: int) -> str:
    return reverse("team_delegations", args=[team_id])


def posts_with_a_place(team: Team) -> list[Membership]:
    """The leader, or the directors."""
    return list(Membership.live.filter(team=team, role__in=PLACES).select_related("user", "team").order_by("pk"))


def delegations_of(team: Team) -> QuerySet[Delegation]:
    """Every delegation of the team's posts, newest first."""
    found: QuerySet[Delegation] = Delegation.objects.filter(membership__team=team)
    return found.select_related("membership__user", "delegate")


def possible_delegates(membership: Membership) -> list[Membership]:
    """The other members of the team, its deputies first."""
    deputies_first = Case(When(role=Role.DEPUTY, then=Value(0)), default=Value(1))
    others = Membership.live.filter(team=membership.team_id, user__is_active=True).exclude(pk=membership.pk)
    return list(others.select_related("user").order_by(deputies_first, "pk"))
