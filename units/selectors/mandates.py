"""In whose place people act for a unit today, and what was recorded of it."""

from __future__ import annotations

from django.db.models import Case as Whether
from django.db.models import QuerySet, Value, When
from django.urls import reverse

from teams import clock
from teams.models import User
from teams.registry import HeldPlace, MandateSource, Place
from units.enums import UnitRole
from units.models import Unit, UnitDelegation, UnitMembership


def unit_places_of(user: User) -> QuerySet[UnitDelegation]:
    """Delegations that let `user` act in a secretary's place today; they fall with the secretary's post."""
    found: QuerySet[UnitDelegation] = UnitDelegation.objects.on(clock.today()).filter(
        delegate=user, membership__ended_at=None, membership__role=UnitRole.SECRETARY
    )
    return found


def _held_by(user: User) -> list[HeldPlace]:
    units = UnitMembership.live.filter(user=user).values("unit")
    found = unit_places_of(user).filter(membership__unit__in=units)
    return [
        HeldPlace(
            place=str(each.membership.unit),
            role=each.membership.get_role_display(),
            holder=each.membership.user.name,
            until=each.ends_on,
            url=_url(each.membership.unit_id),
        )
        for each in found.select_related("membership__unit", "membership__user")
    ]


def _units_of(user: User) -> list[Place]:
    own = UnitMembership.live.filter(user=user).select_related("unit").order_by("pk")
    return [Place(str(each.unit), _url(each.unit_id)) for each in own]


def _url(unit_id: int) -> str:
    return reverse("unit_delegations", args=[unit_id])


SOURCE = MandateSource(_held_by, _units_of)


def secretaries_of(unit: Unit) -> list[UnitMembership]:
    """The secretary, if there is one."""
    return list(UnitMembership.live.filter(unit=unit, role=UnitRole.SECRETARY).select_related("user", "unit"))


def delegations_of(unit: Unit) -> QuerySet[UnitDelegation]:
    """Every delegation of the unit's secretaries, newest first."""
    found: QuerySet[UnitDelegation] = UnitDelegation.objects.filter(membership__unit=unit)
    return found.select_related("membership__user", "delegate")


def possible_delegates(membership: UnitMembership) -> list[UnitMembership]:
    """The others who act for the unit, its deputy secretaries first."""
    deputies_first = Whether(When(role=UnitRole.DEPUTY_SECRETARY, then=Value(0)), default=Value(1))
    others = UnitMembership.live.filter(unit=membership.unit_id, user__is_active=True).exclude(pk=membership.pk)
    return list(others.select_related("user").order_by(deputies_first, "pk"))
