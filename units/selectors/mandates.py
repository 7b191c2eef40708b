"""In whose place people act for a unit today, and what was recorded of it."""

from __future__ import annotations

from teams.selectors.mandate_kinds import MandateKind
from units.enums import UnitRole
from units.models import UnitDelegation, UnitMembership

OF_UNITS = MandateKind[UnitDelegation, UnitMembership](
    UnitDelegation, UnitMembership, "unit", (UnitRole.SECRETARY,), UnitRole.DEPUTY_SECRETARY, "unit_delegations"
)
SOURCE = OF_UNITS.source()

unit_places_of = OF_UNITS.places_of
secretaries_of = OF_UNITS.posts_in
delegations_of = OF_UNITS.mandates_in
possible_delegates = OF_UNITS.possible_delegates
