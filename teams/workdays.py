"""Working days of the People's Republic: holidays and make-up days where the calendar knows the year.

The calendar begins in 2004 and ends with the last year whose holidays were announced; beyond it every Monday to
Friday is a working day, and `knows` says so, for pages to tell.
"""

from datetime import date, timedelta

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
    return sum(is_workday(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))
