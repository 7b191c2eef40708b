"""Letting another act in one's place, on a written basis and for a period; and ending it before its time."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Manager
from django.utils.translation import gettext_lazy as _

from teams import audit, clock, registry
from teams.enums import Act, NoticeKind, Role
from teams.exceptions import Conflict, Invalid
from teams.models import Delegation, Mandate, Membership, Team, User
from teams.rules import mandates as rules
from teams.rulings import all_of, require
from teams.selectors import standing_of
from teams.selectors.mandates import PLACES, possible_delegates
from teams.services.notices import tell
from teams.services.texts import required

NAME_SOMEBODY = _("Name somebody of the same team or unit.")
AnyMandate = TypeVar("AnyMandate", bound=Mandate)


@dataclass(frozen=True)
class Terms:
    """Who acts, on which paper, from when to when, both days included."""

    delegate: int
    basis: str
    starts_on: date
    ends_on: date


@transaction.atomic
def record_delegation(*, membership_id: int, terms: Terms, acting_user: User) -> Delegation:
    """Let another member of the team act in the place of its leader, or of the office's director.

    Raises `Invalid` at `delegate`, `basis` or `ends_on`, `Conflict` while another delegation of the post lasts.
    """
    team_id = Membership.objects.values_list("team_id", flat=True).get(pk=membership_id)
    team = Team.objects.select_for_update(of=("self",)).get(pk=team_id)
    membership = Membership.objects.select_related("user", "team").get(pk=membership_id)
    require(rules.may_delegate(standing_of(acting_user), membership))
    if membership.ended_at or membership.role not in PLACES:
        raise Conflict(_("This post is no longer held."))
    delegate = delegate_among([each.user for each in possible_delegates(membership)], terms)
    require(all_of(rule(delegate, team) for rule in registry.appointment_rules()))
    delegation = entrusted(Delegation, membership.pk, terms, acting_user)
    words = _words(delegation, membership)
    audit.record(acting_user, Act.DELEGATION_RECORDED, delegation, scope=team, basis=delegation.basis, **words)
    told = {delegate, membership.user} - {acting_user}
    tell(told, NoticeKind.DELEGATION_RECORDED, key=f"delegation:{delegation.pk}", team_id=team.pk, **words)
    return delegation


@transaction.atomic
def end_delegation(*, delegation_id: int, reason: str, acting_user: User) -> Delegation:
    """End it before its time, with a reason; `Conflict` if it has ended already."""
    delegation: Delegation = Delegation.objects.select_related("membership__team", "membership__user", "delegate").get(
        pk=delegation_id
    )
    membership = delegation.membership
    require(rules.may_end(standing_of(acting_user), membership, delegation))
    texts = required({"reason": reason}, _("Give the reason."))
    end(delegation, acting_user)
    words = _words(delegation, membership) | texts
    audit.record(acting_user, Act.DELEGATION_ENDED, delegation, scope=membership.team, **words)
    told = {delegation.delegate, membership.user} - {acting_user}
    tell(told, NoticeKind.DELEGATION_ENDED, key=f"ended:{delegation.pk}", team_id=membership.team_id, **words)
    return delegation


def delegate_among(people: Collection[User], terms: Terms) -> User:
    """The named one of those who may act; `Invalid` at `delegate` for whoever else is named."""
    found = next((person for person in people if person.pk == terms.delegate), None)
    if found is None:
        raise Invalid(delegate=NAME_SOMEBODY)
    return found


def entrusted(kind: type[AnyMandate], membership_id: int, terms: Terms, acting_user: User) -> AnyMandate:
    """A new mandate on a post; one that has run out needed no act, and is stamped now that another follows it."""
    texts = required({"basis": terms.basis}, _("Name the written basis: which paper, of which day."))
    wrong = rules.wrong_period(terms.starts_on, terms.ends_on, today=clock.today())
    if wrong:
        raise Invalid(wrong)
    # The post is another model's in every kind of mandate.
    manager: Manager[Any] = kind._default_manager
    before = manager.filter(membership=membership_id, ended_at=None)
    before.filter(ends_on__lt=clock.today()).update(ended_at=clock.now(), ended_by=acting_user)
    if before.exists():
        raise Conflict(_("Somebody acts in this place already, or is going to. End that delegation first."))
    made: AnyMandate = manager.create(
        membership_id=membership_id,
        delegate_id=terms.delegate,
        basis=texts["basis"],
        starts_on=terms.starts_on,
        ends_on=terms.ends_on,
        recorded_by=acting_user,
        recorded_at=clock.now(),
    )
    return made


def end(mandate: Mandate, acting_user: User) -> None:
    """Stamp the end; `Conflict` for whoever comes second."""
    now = clock.now()
    manager = type(mandate)._default_manager
    if not manager.filter(pk=mandate.pk, ended_at=None).update(ended_at=now, ended_by=acting_user):
        raise Conflict(_("This delegation has ended already."))
    mandate.ended_at, mandate.ended_by = now, acting_user


def words_of(mandate: Any) -> dict[str, Any]:
    """What the ledger and the notices say of every kind of mandate."""
    return {
        "delegate": mandate.delegate.name,
        "holder": mandate.membership.user.name,
        "starts_on": mandate.starts_on.isoformat(),
        "ends_on": mandate.ends_on.isoformat(),
    }


def _words(delegation: Delegation, membership: Membership) -> dict[str, Any]:
    return words_of(delegation) | {"team": membership.team, "role": Role(membership.role).label}
