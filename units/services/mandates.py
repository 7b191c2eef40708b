"""Letting another of the unit's people act in the secretary's place, and ending it before its time."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from teams import audit
from teams.exceptions import Conflict
from teams.models import User
from teams.rulings import require
from teams.selectors import standing_of
from teams.services.mandates import Terms, delegate_among, end, entrusted, words_of
from teams.services.notices import tell
from teams.services.texts import required
from units.enums import Act, NoticeKind, UnitRole
from units.models import Unit, UnitDelegation, UnitMembership
from units.rules import mandates as rules
from units.rules.recusal import Tie
from units.selectors.mandates import possible_delegates
from units.selectors.ties import campaigns_of
from units.services.memberships import tie_ruling


@transaction.atomic
def record_unit_delegation(*, membership_id: int, terms: Terms, acting_user: User) -> UnitDelegation:
    """Let another of the unit's people, a deputy secretary first, hand in and withdraw in the secretary's place.

    Raises `Invalid` at `delegate`, `basis` or `ends_on`, `Conflict` while another delegation of the post lasts.
    """
    unit_id = UnitMembership.objects.values_list("unit_id", flat=True).get(pk=membership_id)
    unit = Unit.objects.select_for_update(of=("self",)).get(pk=unit_id)
    membership = UnitMembership.objects.select_related("user", "unit").get(pk=membership_id)
    require(rules.may_delegate(standing_of(acting_user), membership, campaigns_of(unit)))
    if membership.ended_at or membership.role != UnitRole.SECRETARY:
        raise Conflict(_("This post is no longer held."))
    delegate = delegate_among([each.user for each in possible_delegates(membership)], terms)
    require(tie_ruling(standing_of(delegate), Tie(delegate.name, unit, acts_for_it=True)))
    delegation = entrusted(UnitDelegation, membership.pk, terms, acting_user)
    words = words_of(delegation) | {"unit": unit}
    audit.record(acting_user, Act.UNIT_DELEGATION_RECORDED, delegation, scope=unit, basis=delegation.basis, **words)
    told = {delegate, membership.user} - {acting_user}
    tell(told, NoticeKind.UNIT_DELEGATION_RECORDED, key=f"unit_delegation:{delegation.pk}", unit_id=unit.pk, **words)
    return delegation


@transaction.atomic
def end_unit_delegation(*, delegation_id: int, reason: str, acting_user: User) -> UnitDelegation:
    """End it before its time, with a reason; `Conflict` if it has ended already."""
    delegation: UnitDelegation = UnitDelegation.objects.select_related(
        "membership__unit", "membership__user", "delegate"
    ).get(pk=delegation_id)
    membership = delegation.membership
    unit = membership.unit
    require(rules.may_end(standing_of(acting_user), membership, delegation, campaigns_of(unit)))
    texts = required({"reason": reason}, _("Give the reason."))
    end(delegation, acting_user)
    words = words_of(delegation) | {"unit": unit} | texts
    audit.record(acting_user, Act.UNIT_DELEGATION_ENDED, delegation, scope=unit, **words)
    told = {delegation.delegate, membership.user} - {acting_user}
    key = f"unit_delegation_ended:{delegation.pk}"
    tell(told, NoticeKind.UNIT_DELEGATION_ENDED, key=key, unit_id=unit.pk, **words)
    return delegation
