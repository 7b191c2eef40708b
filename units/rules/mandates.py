"""Who lets whom act in the secretary's place: the secretary, or the office with the written basis before it."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext_lazy as _

from teams.rules.mandates import may_be_ended
from teams.rulings import Ruling, unless
from teams.standing import Standing
from units.models import UnitDelegation, UnitMembership
from units.rules.registry import may_appoint_unit_member


def may_delegate(standing: Standing, membership: UnitMembership, campaigns: Collection[int]) -> Ruling:
    """The secretary, or the office that enters those who act for the unit."""
    own = membership.user_id == standing.user.pk
    return unless(
        own or may_appoint_unit_member(standing, campaigns),
        "secretary_or_office",
        _("The secretary lets another act in the secretary's place, or the leading group office records it."),
    )


def may_end(
    standing: Standing, membership: UnitMembership, delegation: UnitDelegation, campaigns: Collection[int]
) -> Ruling:
    return may_be_ended(standing, delegation, may_delegate(standing, membership, campaigns))
