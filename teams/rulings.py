"""A rule answers with a ruling: allowed, or refused with reasons that a page can show.

What a page offers and what the server allows come from the same function, so a ruling is an object and
not a bool or a tuple: a slip in truthiness cannot grant anything.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from teams.exceptions import Conflict, Denied, Text


@dataclass(frozen=True)
class Reason:
    """One reason why not: a stable code, a sentence for the person, and the requirement row behind it.

    `moved_on` marks a reason that is nobody's lack of right: the row is no longer where the act begins.
    """

    code: str
    message: Text
    row: int | None = None
    moved_on: bool = False

    def __str__(self) -> str:
        return str(self.message)


@dataclass(frozen=True)
class Ruling:
    """The answer of a rule; `reasons` is empty when the act is allowed."""

    reasons: tuple[Reason, ...] = field(default_factory=tuple)

    @property
    def allowed(self) -> bool:
        return not self.reasons

    def __bool__(self) -> bool:
        return self.allowed

    def __and__(self, other: Ruling) -> Ruling:
        return Ruling(self.reasons + other.reasons)


ALLOWED = Ruling()


def refuse(code: str, message: Text, row: int | None = None) -> Ruling:
    """A ruling with one reason."""
    return Ruling((Reason(code, message, row),))


def unless(condition: object, code: str, message: Text, row: int | None = None) -> Ruling:
    """Allowed if `condition` holds, otherwise refused with the one reason."""
    return ALLOWED if condition else refuse(code, message, row)


def unless_moved_on(condition: object, message: Text, row: int | None = None) -> Ruling:
    """Allowed if the row still stands where the act begins; otherwise a reason that becomes a 409."""
    return ALLOWED if condition else Ruling((Reason("moved_on", message, row, moved_on=True),))


def all_of(rulings: Iterable[Ruling]) -> Ruling:
    """Allowed if all are; otherwise with every reason, so that nobody learns of them one by one."""
    reasons: tuple[Any, ...] = ()
    for ruling in rulings:
        reasons += ruling.reasons
    return Ruling(reasons)


def require(ruling: Ruling) -> None:
    """Raise unless the ruling allows: `Conflict` when the row has merely moved on, else `Denied` with the reasons."""
    if ruling.allowed:
        return
    if all(reason.moved_on for reason in ruling.reasons):
        raise Conflict(ruling.reasons[0].message)
    raise Denied(ruling)


def require_right(ruling: Ruling) -> None:
    """Raise `Denied` unless the ruling allows or the row has merely moved on.

    For a page that is posted: who has no right to it sees none of it, while who was only late gets the text back with
    the conflict that the act itself reports.
    """
    if any(not reason.moved_on for reason in ruling.reasons):
        raise Denied(ruling)
