"""Delegations, recorded through the services."""

from datetime import date, timedelta

from teams import clock
from teams.models import Delegation, Membership, User
from teams.services.mandates import Terms, record_delegation
from units.enums import UnitRole
from units.models import UnitDelegation, UnitMembership
from units.services.mandates import record_unit_delegation

BASIS = "3月1日书面授权书，组长签名。"


def terms(delegate: User, *, basis: str = BASIS, starts_on: date | None = None, days: int = 30) -> Terms:
    """A month from today, if nothing else is said."""
    begins = starts_on or clock.today()
    return Terms(delegate.pk, basis, begins, begins + timedelta(days=days - 1))


def place_of(user: User) -> Membership:
    return Membership.live.get(user=user)


def acts_for(delegate: User, holder: User, *, acting_user: User | None = None, **given) -> Delegation:
    """`delegate` acts in the place of the leader or director `holder`."""
    return record_delegation(
        membership_id=place_of(holder).pk, terms=terms(delegate, **given), acting_user=acting_user or holder
    )


def acts_for_secretary(delegate: User, secretary: User, *, acting_user: User | None = None, **given) -> UnitDelegation:
    """`delegate` acts in the place of the unit's secretary."""
    return record_unit_delegation(
        membership_id=UnitMembership.live.get(user=secretary, role=UnitRole.SECRETARY).pk,
        terms=terms(delegate, **given),
        acting_user=acting_user or secretary,
    )
