"""The demo's calendar: the sample's days, shifted so that its 10 March 2005 is today."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from teams import clock

SAMPLE_TODAY = date(2005, 3, 10)
# The sample runs from the autumn, in which the pilot units entered, to the next summer.
FIRST_MONTH_OF_AUTUMN = 9


@dataclass(frozen=True)
class Days:
    """Days of the sample, written "03-04", as they fall when its 10 March is `today`."""

    today: date

    def shifted(self, day: date) -> date:
        """A date of the sample's own calendar in ours."""
        return day + (self.today - SAMPLE_TODAY)

    def on(self, day: str) -> date:
        """The date of "03-04"."""
        return self.shifted(_in_sample(day))

    def at(self, day: str, hour: int, minute: int = 0, *, days_later: int = 0) -> AbstractContextManager[None]:
        """Act as if it were that hour of that day, at the office."""
        acts_on = self.on(day) + timedelta(days=days_later)
        return clock.set_to(timezone.make_aware(datetime.combine(acts_on, time(hour, minute))))


def counted_from(first: str) -> Callable[[int], str]:
    """Days by their number: 0 is the first itself, in the sample's writing."""
    begun = _in_sample(first)
    return lambda number: f"{begun + timedelta(days=number):%m-%d}"


def _in_sample(day: str) -> date:
    month, number = (int(part) for part in day.split("-"))
    year = SAMPLE_TODAY.year - 1 if month >= FIRST_MONTH_OF_AUTUMN else SAMPLE_TODAY.year
    return date(year, month, number)
