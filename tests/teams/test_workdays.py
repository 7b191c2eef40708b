"""Working days: holidays, make-up days, and years that nobody has announced yet."""

from datetime import date, timedelta

import pytest

from teams.workdays import is_workday, knows, workdays_between


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2005, 3, 10), True),  # a Thursday
        (date(2005, 3, 12), False),  # a Saturday
        (date(2005, 2, 9), False),  # New Year by the lunar calendar
        (date(2005, 2, 5), True),  # a Saturday worked in its stead
        (date(2005, 5, 1), False),
    ],
)
def test_it_knows_holidays_and_the_days_worked_in_their_stead(day, works):
    assert knows(day)
    assert is_workday(day) is works


def test_in_years_that_it_does_not_know_weekends_alone_are_free():
    assert not knows(date(2003, 5, 1))
    assert is_workday(date(2003, 5, 1))  # a Thursday, a holiday in truth
    assert not is_workday(date(2003, 5, 3))
    assert not knows(date(2090, 1, 1))


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2005, 3, 10), date(2005, 3, 10), 0),
        (date(2005, 3, 10), date(2005, 3, 11), 1),
        (date(2005, 3, 11), date(2005, 3, 14), 1),
        (date(2005, 3, 11), date(2005, 3, 13), 0),
        (date(2005, 3, 4), date(2005, 3, 10), 4),
        (date(2005, 2, 8), date(2005, 2, 16), 1),
        (date(2005, 3, 11), date(2005, 3, 10), 0),
    ],
)
def test_it_counts_the_days_after_the_first_up_to_the_last(start, end, days):
    assert workdays_between(start, end) == days


@pytest.mark.parametrize("start", [date(2004, 12, 30), date(2007, 12, 31), date(2090, 2, 28)])
@pytest.mark.parametrize("length", [1, 2, 59, 366, 800])
def test_a_span_over_years_counts_what_its_days_say(start, length):
    days = [start + timedelta(days=n) for n in range(1, length + 1)]
    assert workdays_between(start, days[-1]) == sum(map(is_workday, days))
