"""What the campaign says of recording, which an app above keeps: how long a concentrated day is, what comes later.

Named in `AppConfig.ready`; where nobody has named anything, the usual holds.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from units.models import Case

DayMinutes = Callable[["Case"], int | None]
NotYet = Callable[["Case"], frozenset[str]]

# Half a working day, where no template says otherwise.
HALF_A_DAY = 240
_day_minutes: list[DayMinutes] = []
_not_yet: list[NotYet] = []


def register(*, day_minutes: DayMinutes, not_yet: NotYet) -> None:
    """Name who knows the case's campaign."""
    _day_minutes[:], _not_yet[:] = [day_minutes], [not_yet]


def day_minutes(case: Case) -> int:
    """Minutes of study that make a date a concentrated day for this case (row 58)."""
    return next((minutes for source in _day_minutes if (minutes := source(case))), HALF_A_DAY)


def not_yet(case: Case) -> frozenset[str]:
    """Kinds that this case records only in a later stage; none where recording may begin early (边学边改)."""
    return frozenset().union(*(source(case) for source in _not_yet))
