"""The three sums of a case as they are read from its record (rows 57-60)."""

from datetime import date, timedelta

import pytest

from stages.models import Template
from tests import samples
from tests.units.building_activities import (
    ENTERED_ON,
    PRESENT,
    drafted,
    entered_case,
    mobilised,
    studied,
    submitted,
    verified,
)
from units.enums import Measure, Quantity
from units.models import ActivityFigure
from units.rules.counting import Tally
from units.selectors.quantities import tallies, tallies_of
from units.services.activities import return_activity, verify_activity, withdraw_activity
from units.services.evidence import attach_evidence


@pytest.fixture
def case(case):
    return entered_case(case)


def minutes(case, **options):
    return tallies(case, **options)[Quantity.STUDY_MINUTES]


def test_nothing_counts_before_entry(other_case):
    assert tallies(other_case) == dict.fromkeys(Quantity, Tally(0, 0, 0))


@pytest.mark.requirement(57, 58, 59, 60)
def test_a_unit_that_studied_reaches_what_is_asked(case, cast):
    studied(case, cast)
    mobilised(case, cast)
    assert {quantity: sums.verified for quantity, sums in tallies(case).items() if sums.verified} == {
        Quantity.STUDY_MINUTES: 2400,
        Quantity.CONCENTRATED_DAYS: 5,
        Quantity.DISCUSSIONS: 3,
        Quantity.LEADERS_BRANCH_STUDY: 1,
        Quantity.CENTRAL_GROUP_STUDY: 1,
        Quantity.MOBILISATION: 1,
    }


def test_the_builder_falls_short_where_it_is_told_to(case, cast):
    studied(case, cast, minutes=1860, days=4, discussions=2, leaders=False, verified=False)
    sums = tallies(case)
    asked = (Quantity.STUDY_MINUTES, Quantity.CONCENTRATED_DAYS, Quantity.DISCUSSIONS, Quantity.LEADERS_BRANCH_STUDY)
    assert [sums[quantity] for quantity in asked] == [
        Tally(1860, 0, 0),
        Tally(4, 0, 0),
        Tally(2, 0, 0),
        Tally(0, 0, 0),
    ]


def test_drafts_and_what_was_returned_or_withdrawn_count_nowhere(case, cast):
    drafted(case, cast)
    return_activity(activity_id=submitted(case, cast).pk, remark="请更正。", acting_user=cast.member)
    withdraw_activity(activity_id=submitted(case, cast).pk, reason="重复。", acting_user=cast.liaison)
    assert minutes(case) == Tally(0, 0, 0)


@pytest.mark.requirement(57)
def test_each_sum_has_its_own_ground(case, cast, media):
    """Declared as handed in, evidenced with a file, verified with the team's figure."""
    submitted(case, cast, declared={Measure.MINUTES: 100} | PRESENT)
    shown = submitted(case, cast, held_on=date(2005, 1, 22), declared={Measure.MINUTES: 60} | PRESENT)
    attach_evidence(
        activity_id=shown.pk, uploads=[samples.uploaded("一.png"), samples.uploaded("二.png")], acting_user=cast.liaison
    )
    checked = submitted(case, cast, held_on=date(2005, 1, 23), declared={Measure.MINUTES: 120} | PRESENT)
    verify_activity(
        activity_id=checked.pk,
        verified={Measure.MINUTES: 90} | PRESENT,
        remark="按签到表。",
        acting_user=cast.member,
    )
    assert minutes(case) == Tally(declared=280, evidenced=60, verified=90)


@pytest.mark.requirement(57)
def test_a_branch_series_counts_once_the_last_branch_has_held_it_by_the_team_s_figure(case, cast):
    declared = {Measure.MINUTES: 120, Measure.BRANCHES_TOTAL: 79, Measure.BRANCHES_HELD: 79} | PRESENT
    series = submitted(case, cast, organiser="BRANCHES", declared=declared)
    verify_activity(
        activity_id=series.pk,
        verified=declared | {Measure.BRANCHES_HELD: 78},
        remark="一个支部未开展。",
        acting_user=cast.member,
    )
    assert minutes(case) == Tally(declared=120, evidenced=0, verified=0)


def test_it_counts_up_to_the_asking(case, cast):
    for day in (1, 2, 3):
        verified(case, cast, held_on=ENTERED_ON + timedelta(days=day))
    assert minutes(case, until=ENTERED_ON + timedelta(days=2)).verified == 360


def test_what_was_held_before_a_corrected_entry_counts_no_more(case, cast):
    verified(case, cast)
    entered_case(case, on=ENTERED_ON + timedelta(days=5))
    assert minutes(case) == Tally(0, 0, 0)


@pytest.mark.requirement(58)
def test_the_campaign_says_how_long_a_concentrated_day_is(case, cast):
    verified(case, cast, is_concentrated=True)
    assert tallies(case, day_minutes=180)[Quantity.CONCENTRATED_DAYS].verified == 1
    assert tallies(case, day_minutes=181)[Quantity.CONCENTRATED_DAYS].verified == 0
    assert tallies(case)[Quantity.CONCENTRATED_DAYS].verified == 0
    Template.objects.update(day_minutes=180)
    assert tallies(case)[Quantity.CONCENTRATED_DAYS].verified == 1


def test_cases_are_counted_apart_and_at_once(case, other_case, cast, django_assert_num_queries):
    studied(case, cast, days=1, minutes=240, discussions=0)
    with django_assert_num_queries(1):
        few = tallies_of([case.pk, other_case.pk], day_minutes=240)
    assert few[case.pk][Quantity.STUDY_MINUTES].verified == 240
    assert few[other_case.pk][Quantity.STUDY_MINUTES].verified == 0
    studied(case, cast)
    assert ActivityFigure.objects.count() > 20
    with django_assert_num_queries(1):
        tallies_of([case.pk, other_case.pk], day_minutes=240)
