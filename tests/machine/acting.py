"""An act of the model: who may, from where, to where; what the platform is asked to do; what the model makes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from tests.machine.model import Model, Thing


@dataclass(frozen=True)
class Place:
    """A post, and whoever acts in it by a live delegation."""

    of: str


Who = frozenset[str] | Place
UNIT, SECRETARY = frozenset({"liaison", "secretary"}), Place("secretary")
TEAM, LEADER = frozenset({"member", "deputy", "leader"}), Place("leader")
OFFICE, DIRECTOR = frozenset({"clerk", "director"}), Place("director")
RESOLUTION = "党委决议.jpg"
EVERYBODY = ("liaison", "secretary", "member", "deputy", "leader", "other_leader", "clerk", "director", "stranger")


class Answer(Enum):
    ALLOWED = "allowed"
    DENIED = "403"
    CONFLICT = "409"
    INVALID = "400"


# How an act that would be allowed is sent all the same: as it should be, or with one thing wrong.
WAYS = {
    "well": Answer.ALLOWED,
    "stale": Answer.CONFLICT,  # from an older version than the row's
    "wordless": Answer.INVALID,  # without the text that it asks for
    "unconcluded": Answer.INVALID,  # without the team's discussion
    "alone": Answer.DENIED,  # on a discussion without a quorum
}


@dataclass(frozen=True)
class Act:
    """`of` names the list of the model whose rows it is tried on, "" is the case itself.

    Refused as no right of the person's: whoever is not `who`, and any of `bars`; as too late: a state not in `at`,
    and `moved`; after that, as no right again: `late`.
    """

    name: str
    perform: Callable[..., Any]
    of: str = ""
    who: Who = frozenset()
    at: tuple[str, ...] = ()
    to: str = ""
    bars: tuple[Callable[[Model, Any, str], Any], ...] = ()
    moved: Callable[[Model, Any], Any] | None = None
    late: Callable[[Model, Any], Any] | None = None
    ways: tuple[str, ...] | Callable[[Model, Any], tuple[str, ...]] = ()
    then: Callable[[Model, Any, str, Any], None] | None = None

    def targets(self, model: Model) -> list[Any]:
        return list(getattr(model, self.of)) if self.of else [model]

    def ways_of(self, model: Model, thing: Any) -> tuple[str, ...]:
        """The wrong ways of sending it that there are now."""
        return self.ways(model, thing) if callable(self.ways) else self.ways

    def answer(self, model: Model, thing: Any, by: str, way: str = "well") -> Answer:
        entitled = model.acts_as(by, self.who.of) if isinstance(self.who, Place) else by in self.who
        if not entitled or any(bar(model, thing, by) for bar in self.bars):
            return Answer.DENIED
        if (self.at and thing.state not in self.at) or (self.moved and self.moved(model, thing)):
            return Answer.CONFLICT
        if self.late and self.late(model, thing):
            return Answer.DENIED
        return WAYS[way]

    def change(self, model: Model, thing: Any, by: str, result: Any) -> None:
        if self.to:
            thing.state = self.to
        if self.then:
            self.then(model, thing, by, result)


ACTS: dict[str, Act] = {}


def act(**given: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Registers what the platform is asked to do as the act of that name."""

    def register(perform: Callable[..., Any]) -> Callable[..., Any]:
        ACTS[perform.__name__] = Act(perform.__name__, perform, **given)
        return perform

    return register


def closed(model: Model, _thing: Thing, _by: str) -> bool:
    return model.closed


def not_entered(model: Model, _thing: Thing, _by: str) -> bool:
    return not model.entered


UNDER_SUPERVISION = (not_entered, closed)


def version(row: Any, way: str) -> int:
    """The version that the form carries."""
    return int(row.version) + (1 if way == "stale" else 0)


def words(text: str, way: str) -> str:
    return "" if way == "wordless" else text
