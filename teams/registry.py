"""Vocabularies that the apps above register in `AppConfig.ready()`: what teams must show but not know."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from teams.enums import Audience
from teams.exceptions import Text
from teams.rulings import Ruling

# Apps register themselves before Django lets models be imported.
if TYPE_CHECKING:
    from django.db.models import QuerySet

    from teams.models import Team, User


@dataclass(frozen=True)
class ActSpec:
    """The sentence of an act, with %(name)s for its details, and who may read it about a case.

    An act `corrects` when it changes or takes back what was on record: what was decided before stays as it was printed,
    and says that this has changed since.
    """

    sentence: Text
    audience: Audience
    corrects: bool = False


@dataclass(frozen=True)
class NoticeSpec:
    """The sentence of a kind of notice, and the address it leads to from its details."""

    sentence: Text
    url: Callable[[Mapping[str, Any]], str] | None = None


@dataclass(frozen=True)
class AccountSource:
    """Accounts that an app above knows the posts of.

    `of_campaigns` finds those whose post lies in one of the campaigns and is called by `words` (all, if
    empty); `posts_of` says what each of some users is, in the active language.
    """

    of_campaigns: Callable[[Collection[int], str], QuerySet[User]]
    posts_of: Callable[[Collection[int]], Mapping[int, list[str]]]


@dataclass(frozen=True)
class Place:
    """Where it is read who acts in whose place: of a team or a unit."""

    name: str
    url: str


@dataclass(frozen=True)
class HeldPlace:
    """What a person may do today in another's place, and until when (that day included)."""

    place: str
    role: str
    holder: str
    until: date
    url: str


@dataclass(frozen=True)
class MandateSource:
    """Mandates of an app: what a person holds today, and of which teams or units the person may read them."""

    held_by: Callable[[User], list[HeldPlace]]
    places_of: Callable[[User], list[Place]]


AppointmentRule = Callable[["User", "Team"], Ruling]
DemoAccounts = Callable[[], list[dict[str, Any]]]

_acts: dict[str, ActSpec] = {}
_notices: dict[str, NoticeSpec] = {}
_account_sources: dict[str, AccountSource] = {}
_appointment_rules: dict[str, AppointmentRule] = {}
_mandate_sources: dict[str, MandateSource] = {}
_demo_accounts: list[DemoAccounts] = []


def register_acts(specs: Mapping[Any, ActSpec]) -> None:
    """Add an app's acts to the closed vocabulary of the ledger."""
    _acts.update({str(act): spec for act, spec in specs.items()})


def register_notices(specs: Mapping[Any, NoticeSpec]) -> None:
    """Add an app's kinds of notices."""
    _notices.update({str(kind): spec for kind, spec in specs.items()})


def act_spec(act: str) -> ActSpec:
    """The spec of a registered act; KeyError for an act that no app declared."""
    return _acts[act]


def notice_spec(kind: str) -> NoticeSpec:
    return _notices[kind]


def acts_for(audiences: frozenset[Audience]) -> list[str]:
    """The acts that readers of these audiences may see."""
    return [act for act, spec in _acts.items() if spec.audience in audiences]


def correcting_acts_for(audiences: frozenset[Audience]) -> list[str]:
    """Of these, the acts that change or take back what was on record."""
    return [act for act in acts_for(audiences) if _acts[act].corrects]


def known_acts() -> frozenset[str]:
    return frozenset(_acts)


def known_notices() -> frozenset[str]:
    return frozenset(_notices)


def register_accounts(app: str, source: AccountSource) -> None:
    """Let the office look after the accounts of an app above."""
    _account_sources[app] = source


def account_sources() -> list[AccountSource]:
    return list(_account_sources.values())


def register_mandates(app: str, source: MandateSource) -> None:
    """Let the account and home pages say who acts in whose place."""
    _mandate_sources[app] = source


def mandate_sources() -> list[MandateSource]:
    return list(_mandate_sources.values())


def register_appointment_rule(app: str, rule: AppointmentRule) -> None:
    """Let an app above speak against an appointment for what only it knows: the home unit (row 90)."""
    _appointment_rules[app] = rule


def appointment_rules() -> list[AppointmentRule]:
    return list(_appointment_rules.values())


def register_demo_accounts(listing: DemoAccounts) -> None:
    """Name the demonstration's accounts on its login page: `{title, accounts: [{username, what}]}`."""
    _demo_accounts[:] = [listing]


def demo_accounts() -> list[dict[str, Any]]:
    return [group for listing in _demo_accounts for group in listing()]
