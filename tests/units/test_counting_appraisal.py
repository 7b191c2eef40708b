"""What counts beyond study, for every record that one can think of (rows 64-71, 79)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from units.enums import ActivityKind, Measure, Quantity, SolicitingMethod
from units.rules.counting import Recorded, Session, participation, tally
from units.rules.counting_appraisal import RECORDED_AS, count_appraisal, percent
from units.rules.measures import OTHERS, PARTS, asked_of

DAYS = [date(2005, 4, 4), date(2005, 4, 5), date(2005, 4, 6)]
SHARES = (
    Quantity.SELF_ANALYSIS_PERCENT,
    Quantity.BRANCH_MEETINGS_PERCENT,
    Quantity.INDIVIDUAL_MEASURES_PERCENT,
)


def session(kind, on=DAYS[0], method="", **figures):
    named = {Measure[name.upper()]: figure for name, figure in figures.items()}
    return Session(kind=kind, held_on=on, figures=named, method=method)


@st.composite
def records(draw):
    """One record of a later gate's kind, with the figures that the services let through."""
    kind = draw(st.sampled_from(OTHERS))
    figures = {measure: draw(st.integers(0, 60)) for measure in asked_of(kind).measures}
    for part, whole in PARTS.items():
        if part in figures:
            figures[part] = draw(st.integers(0, figures[whole]))
    method = draw(st.sampled_from(SolicitingMethod)) if kind is ActivityKind.SOLICITING else ""
    return Session(kind=kind, held_on=draw(st.sampled_from(DAYS)), figures=figures, method=method)


@given(st.lists(records(), max_size=12), st.randoms())
def test_it_does_not_ask_in_which_order_things_were_entered(record, random):
    shuffled = record.copy()
    random.shuffle(shuffled)
    assert count_appraisal(shuffled) == count_appraisal(record)


@given(st.lists(records(), max_size=12))
def test_no_share_is_above_a_hundred(record):
    sums = count_appraisal(record)
    assert all(0 <= sums[share] <= 100 for share in SHARES)


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_no_share_is_rounded_up(part, whole):
    """So that a hundred is said of all and of nobody less."""
    shown = percent(part, whole)
    assert shown * whole <= 100 * part
    assert (shown == 100) is (part >= whole)


@given(st.lists(records(), max_size=12))
def test_a_full_share_is_somebody_s_full_record(record):
    reached = [each for each in record if each.kind == ActivityKind.SELF_ANALYSIS]
    full = [each for each in reached if each.figures[Measure.MEMBERS_DONE] == each.figures[Measure.MEMBERS_TOTAL] > 0]
    if count_appraisal(record)[Quantity.SELF_ANALYSIS_PERCENT] == 100:
        assert full


@given(st.lists(records(), max_size=12))
def test_the_three_sums_are_reckoned_alike(record):
    agreed = [Recorded(each, each, has_evidence=True) for each in record]
    for sums in [*tally(agreed, day_minutes=240).values(), participation(agreed)]:
        assert sums.declared == sums.evidenced == sums.verified


@given(st.lists(records(), max_size=12))
def test_nothing_of_it_is_study(record):
    sums = tally([Recorded(each, each, has_evidence=True) for each in record], day_minutes=240)
    assert sums[Quantity.STUDY_MINUTES].declared == sums[Quantity.CONCENTRATED_DAYS].declared == 0


@pytest.mark.requirement(64)
def test_methods_are_counted_once_each_and_only_where_they_were_used():
    twice = [session(ActivityKind.SOLICITING, method=SolicitingMethod.SYMPOSIUM, times=2) for _ in range(2)]
    box = session(ActivityKind.SOLICITING, method=SolicitingMethod.SUGGESTION_BOX, times=1)
    never = session(ActivityKind.SOLICITING, method=SolicitingMethod.OPINION_FORM, times=0)
    assert count_appraisal([*twice, box, never])[Quantity.SOLICITING_METHODS] == 2


@pytest.mark.requirement(68, 79)
@pytest.mark.parametrize(
    ("kind", "quantity"),
    [
        (ActivityKind.SELF_ANALYSIS, Quantity.SELF_ANALYSIS_PERCENT),
        (ActivityKind.INDIVIDUAL_MEASURES, Quantity.INDIVIDUAL_MEASURES_PERCENT),
    ],
)
def test_the_latest_share_counts_even_where_it_is_smaller(kind, quantity):
    """Members who join later have it still to do."""
    early = session(kind, DAYS[0], members_total=10, members_done=10)
    late = session(kind, DAYS[1], members_total=1000, members_done=999)
    assert count_appraisal([late, early])[quantity] == 99


@pytest.mark.requirement(70)
def test_branches_add_up_and_all_of_them_are_asked():
    some = session(ActivityKind.ORGANISATIONAL_LIFE, DAYS[0], branches_total=79, branches_held=60)
    most = session(ActivityKind.ORGANISATIONAL_LIFE, DAYS[1], branches_total=79, branches_held=18)
    last = session(ActivityKind.ORGANISATIONAL_LIFE, DAYS[2], branches_total=79, branches_held=1)
    assert count_appraisal([some, most])[Quantity.BRANCH_MEETINGS_PERCENT] == 98
    assert count_appraisal([some, most, last])[Quantity.BRANCH_MEETINGS_PERCENT] == 100


@pytest.mark.requirement(69)
def test_talks_add_up():
    talks = [session(ActivityKind.HEART_TO_HEART, talks=number) for number in (12, 30)]
    assert count_appraisal(talks)[Quantity.HEART_TO_HEART_TALKS] == 42


@pytest.mark.requirement(71)
def test_a_meeting_of_the_leadership_without_it_was_none():
    held = session(ActivityKind.DEMOCRATIC_LIFE, minutes=180, leaders_expected=9, leaders_attended=8)
    empty = session(ActivityKind.DEMOCRATIC_LIFE, minutes=180, leaders_expected=9, leaders_attended=0)
    assert count_appraisal([held, empty])[Quantity.DEMOCRATIC_LIFE_MEETINGS] == 1


def test_every_quantity_beyond_study_has_a_kind_that_it_grows_by():
    assert RECORDED_AS.keys() == count_appraisal([]).keys()


@pytest.mark.requirement(12)
def test_participation_is_of_those_expected_at_study_meant_for_all():
    study = session(ActivityKind.STUDY_SESSION, minutes=60, expected=1000, attended=990)
    lecture = session(ActivityKind.PARTY_LECTURE, minutes=60, expected=1000, attended=1000)
    meeting = session(ActivityKind.MOBILISATION, minutes=60, expected=1000, attended=1)
    rows = [Recorded(each, None, has_evidence=each is study) for each in (study, lecture, meeting)]
    shares = participation(rows)
    assert (shares.declared, shares.evidenced, shares.verified) == (99, 99, 0)
