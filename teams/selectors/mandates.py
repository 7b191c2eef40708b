"""In whose place people act today, and what was recorded of it."""

from __future__ import annotations

from teams import registry
from teams.enums import Role
from teams.models import Delegation, Membership, User
from teams.registry import HeldPlace, MandateSource, Place
from teams.selectors.mandate_kinds import MandateKind

PLACES = (Role.LEADER, Role.DIRECTOR)
"""The posts in which another may act."""

OF_TEAMS = MandateKind[Delegation, Membership](Delegation, Membership, "team", PLACES, Role.DEPUTY, "team_delegations")

places_of = OF_TEAMS.places_of
posts_with_a_place = OF_TEAMS.posts_in
delegations_of = OF_TEAMS.mandates_in
possible_delegates = OF_TEAMS.possible_delegates


def held_places(user: User) -> list[HeldPlace]:
    """In whose place the person acts today, in teams, the office and for units: one query for each app."""
    return [held for source in _sources() for held in source.held_by(user)]


def places_to_read(user: User) -> list[Place]:
    """The teams and units of which the person may read who acts in whose place, as far as the person is of them."""
    return [place for source in _sources() for place in source.places_of(user)]


def _sources() -> list[MandateSource]:
    return [OF_TEAMS.source(), *registry.mandate_sources()]
