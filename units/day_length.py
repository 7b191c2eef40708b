"""How many minutes make a concentrated day (row 58): the campaign's template says so, which an app above keeps."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from units.models import Case

DayLength = Callable[["Case"], int | None]

# Half a working day, where no template says otherwise.
DEFAULT = 240
_sources: list[DayLength] = []


def register(source: DayLength) -> None:
    """Name who knows the case's campaign; called from `AppConfig.ready`."""
    _sources[:] = [source]


def of(case: Case) -> int:
    """Minutes of study that make a date a concentrated day for this case."""
    for source in _sources:
        if minutes := source(case):
            return minutes
    return DEFAULT
