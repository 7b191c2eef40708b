"""Working days of the People's Republic: holidays and make-up days where the calendar knows the year.

The calendar begins in 2004 and ends with the last year whose holidays were announced; beyond it every Monday to
Friday is a working day, and `knows` says so, for pages to tell.
"""

from datetime import date, timedelta
from functools import cache
from itertools import accumulate

import chinese_calendar

_SATURDAY = 5


def knows(day: date) -> bool:
    """Whether the holidays of the day's year are known."""
    try:
        chinese_calendar.is_workday(day)
    except NotImplementedError:
        return False
    return True


def is_workday(day: date) -> bool:
    """A day on which offices work; outside the calendar's years, Monday to Friday."""
    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return day.weekday() < _SATURDAY


def workdays_between(start: date, end: date) -> int:
    """Working days after `start` up to and including `end`; 0 on the same day or where `end` comes first."""
    if end <= start:
        return 0
    whole_years = sum(_worked(year)[-1] for year in range(start.year, end.year))
    return whole_years + _worked_until(end) - _worked_until(start)


def _worked_until(day: date) -> int:
    return _worked(day.year)[day.timetuple().tm_yday - 1]


@cache
def _worked(year: int) -> tuple[int, ...]:
    """For each day of the year how many working days it has seen: a list of cases asks for hundreds of spans."""
    days = range((date(year + 1, 1, 1) - date(year, 1, 1)).days)
    return tuple(accumulate(int(is_workday(date(year, 1, 1) + timedelta(days=n))) for n in days))
