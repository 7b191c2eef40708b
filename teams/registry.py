"""Vocabularies that the apps above register in `AppConfig.ready()`: what teams must show but not know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from teams.enums import Audience
from teams.exceptions import Text


@dataclass(frozen=True)
class ActSpec:
    """The sentence of an act, with %(name)s for its details, and who may read it about a case."""

    sentence: Text
    audience: Audience


@dataclass(frozen=True)
class NoticeSpec:
    """The sentence of a kind of notice, and the address it leads to from its details."""

    sentence: Text
    url: Callable[[Mapping[str, Any]], str] | None = None


_acts: dict[str, ActSpec] = {}
_notices: dict[str, NoticeSpec] = {}


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


def known_acts() -> frozenset[str]:
    return frozenset(_acts)


def known_notices() -> frozenset[str]:
    return frozenset(_notices)
