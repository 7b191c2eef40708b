"""What holds of the counting for every record that one can think of (rows 57-60)."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from units.enums import ActivityKind, Measure, Organiser, Quantity
from units.rules.counting import Recorded, Session, count, tally

DAYS = [date(2005, 1, 24), date(2005, 1, 25), date(2005, 1, 26)]
counts = st.integers(min_value=0, max_value=12)
# A share falls when a later record says that there are more branches or members: only sums never fall.
SHARES = {
    Quantity.SELF_ANALYSIS_PERCENT,
    Quantity.BRANCH_MEETINGS_PERCENT,
    Quantity.INDIVIDUAL_MEASURES_PERCENT,
}
SUMS = set(Quantity) - SHARES


@st.composite
def sessions(draw):
    """One session as the services let it through: times both or none, minutes within them, no part above its whole."""
    timed = draw(st.booleans())
    start = draw(st.integers(0, 1438))
    end = draw(st.integers(start + 1, 1439))
    branches = draw(counts)
    figures = {
        Measure.MINUTES: draw(st.integers(0, min(720, end - start) if timed else 720)),
        Measure.LEADERS_ATTENDED: draw(counts),
        Measure.BRANCHES_TOTAL: branches,
        Measure.BRANCHES_HELD: draw(st.integers(0, branches)),
    }
    return Session(
        kind=draw(st.sampled_from(ActivityKind)),
        held_on=draw(st.sampled_from(DAYS)),
        figures=figures,
        starts_at=time(*divmod(start, 60)) if timed else None,
        ends_at=time(*divmod(end, 60)) if timed else None,
        organiser=draw(st.sampled_from(Organiser)),
        is_concentrated=draw(st.booleans()),
        has_discussion=draw(st.booleans()),
    )


@st.composite
def recorded(draw):
    """One activity; the team, where it verified, found no more than was declared."""
    declared = draw(sessions())
    fewer = {measure: draw(st.integers(0, figure)) for measure, figure in declared.figures.items()}
    # What every branch held is one fact: a team that finds fewer branches finds fewer that held it.
    fewer[Measure.BRANCHES_TOTAL] = declared.figures[Measure.BRANCHES_TOTAL]
    verified = replace(declared, figures=fewer) if draw(st.booleans()) else None
    return Recorded(declared=declared, verified=verified, has_evidence=draw(st.booleans()))


def counted(record):
    return count(record, day_minutes=240)


@given(st.lists(sessions(), max_size=12), st.randoms())
def test_it_does_not_ask_in_which_order_things_were_entered(record, random):
    shuffled = record.copy()
    random.shuffle(shuffled)
    assert counted(shuffled) == counted(record)


@pytest.mark.requirement(57)
@given(st.lists(sessions(), max_size=12))
def test_it_never_counts_more_than_twelve_hours_a_day(record):
    dates = {session.held_on for session in record}
    assert counted(record)[Quantity.STUDY_MINUTES] <= 720 * len(dates)


@pytest.mark.requirement(58)
@given(st.lists(sessions(), max_size=12))
def test_it_never_counts_more_days_than_there_are_dates_nor_than_their_minutes_allow(record):
    sums = counted(record)
    assert sums[Quantity.CONCENTRATED_DAYS] <= len({session.held_on for session in record})
    assert sums[Quantity.CONCENTRATED_DAYS] * 240 <= sums[Quantity.STUDY_MINUTES]


@given(st.lists(sessions(), max_size=12), sessions())
def test_it_never_counts_less_for_one_session_more(record, one_more):
    before, after = counted(record), counted([*record, one_more])
    assert all(after[quantity] >= before[quantity] for quantity in SUMS)
    assert all(0 <= after[quantity] <= 100 for quantity in SHARES)


@pytest.mark.requirement(57, 59)
@given(st.lists(sessions(), max_size=12))
def test_it_counts_what_is_told_twice_only_once(record):
    """Sessions with times, entered a second time, change nothing but the number of meetings."""
    timed = [session for session in record if session.interval and session.minutes]
    full = [replace(session, figures=dict(session.figures) | {Measure.MINUTES: _length(session)}) for session in timed]
    once, twice = counted(full), counted(full + full)
    for quantity in (Quantity.STUDY_MINUTES, Quantity.CONCENTRATED_DAYS, Quantity.DISCUSSIONS):
        assert once[quantity] == twice[quantity]


def _length(session):
    start, end = session.interval
    return end - start


@given(st.lists(recorded(), max_size=12))
def test_it_shows_and_verifies_no_more_than_was_declared(record):
    found = tally(record, day_minutes=240)
    for sums in (found[quantity] for quantity in SUMS):
        assert 0 <= sums.evidenced <= sums.declared
        assert 0 <= sums.verified <= sums.declared


@given(st.lists(recorded(), max_size=12))
def test_it_counts_the_columns_alike(record):
    """Once everything has a file and is verified as declared, the three sums are one."""
    agreed = [Recorded(each.declared, each.declared, has_evidence=True) for each in record]
    for sums in tally(agreed, day_minutes=240).values():
        assert sums.declared == sums.evidenced == sums.verified
