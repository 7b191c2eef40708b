"""What counts of a record (rows 57-60): each rule by example, and each switched off to see its proof fail."""

from datetime import date, time

import pytest

from units.enums import ActivityKind, Measure, Organiser, Quantity
from units.rules import counting
from units.rules.counting import Recorded, Session, Tally, count, tally

MONDAY = date(2005, 1, 24)
TUESDAY = date(2005, 1, 25)


def session(minutes=180, *, on=MONDAY, start=None, end=None, kind=ActivityKind.STUDY_SESSION, more=None, **facts):
    figures = {Measure.MINUTES: minutes} | (more or {})
    return Session(kind=kind, held_on=on, figures=figures, starts_at=start, ends_at=end, **facts)


def by_branches(held, total, **facts):
    more = {Measure.BRANCHES_HELD: held, Measure.BRANCHES_TOTAL: total}
    return session(organiser=Organiser.BRANCHES, more=more, **facts)


def counted(quantity, *sessions):
    return count(sessions, day_minutes=240)[quantity]


def minutes(*sessions):
    return counted(Quantity.STUDY_MINUTES, *sessions)


def days(*sessions):
    return counted(Quantity.CONCENTRATED_DAYS, *sessions)


def discussions(*sessions):
    return counted(Quantity.DISCUSSIONS, *sessions)


def proof_overlaps_count_once():
    morning = session(180, start=time(9), end=time(12))
    same_morning = session(180, start=time(10), end=time(13))
    assert minutes(morning, same_morning) == 240


def proof_twelve_hours_a_day():
    assert minutes(session(700), session(700)) == 720
    assert minutes(session(700), session(700, on=TUESDAY)) == 1400


def proof_only_what_reaches_everybody():
    assert minutes(session(organiser=Organiser.GROUP)) == 0
    assert minutes(by_branches(78, 79)) == 0
    assert minutes(by_branches(0, 0)) == 0
    assert minutes(by_branches(79, 79)) == 180


def proof_study_and_nothing_else():
    assert minutes(session(kind=ActivityKind.MOBILISATION)) == 0
    assert minutes(session(kind=ActivityKind.CENTRAL_GROUP)) == 0
    assert minutes(session(kind=ActivityKind.PARTY_LECTURE), session(kind=ActivityKind.SPECIAL_REPORT)) == 360
    assert minutes(session(kind=ActivityKind.DISCUSSION)) == 180


def proof_a_day_counts_once():
    halves = [session(120, is_concentrated=True), session(120, is_concentrated=True)]
    assert days(*halves) == 1
    assert days(*halves, session(240, is_concentrated=True)) == 1
    assert days(*halves, session(240, on=TUESDAY, is_concentrated=True)) == 2


def proof_a_concentrated_day_is_long_enough_and_the_units_own():
    assert days(session(239, is_concentrated=True)) == 0
    assert days(session(240, is_concentrated=True)) == 1
    assert days(session(240)) == 0
    assert days(by_branches(79, 79, minutes=240, is_concentrated=True)) == 0
    assert days(session(240, is_concentrated=True, kind=ActivityKind.MOBILISATION)) == 0


def proof_a_day_twice_told_is_no_longer_day():
    twice = session(150, start=time(9), end=time(11, 30), is_concentrated=True)
    assert days(twice, twice) == 0


def proof_discussions():
    assert discussions(session(kind=ActivityKind.DISCUSSION), session(has_discussion=True)) == 2
    assert discussions(session()) == 0
    assert discussions(session(0, kind=ActivityKind.DISCUSSION)) == 0
    assert discussions(session(kind=ActivityKind.DISCUSSION, organiser=Organiser.GROUP)) == 0


def proof_a_discussion_twice_told_is_one():
    told = session(60, start=time(9), end=time(10), has_discussion=True)
    overlapping = session(60, start=time(9, 30), end=time(10, 30), has_discussion=True)
    after = session(60, start=time(10), end=time(11), has_discussion=True)
    assert discussions(told, overlapping) == 1
    assert discussions(told, overlapping, after) == 2


def proof_leaders_were_there():
    there, absent = {Measure.LEADERS_ATTENDED: 1}, {Measure.LEADERS_ATTENDED: 0}
    for kind, quantity in [
        (ActivityKind.BRANCH_STUDY, Quantity.LEADERS_BRANCH_STUDY),
        (ActivityKind.CENTRAL_GROUP, Quantity.CENTRAL_GROUP_STUDY),
    ]:
        assert counted(quantity, session(kind=kind, more=there, organiser=Organiser.GROUP)) == 1
        assert counted(quantity, session(kind=kind, more=absent), session(kind=kind), session(more=there)) == 0


PROOFS = [
    pytest.param(proof, marks=pytest.mark.requirement(row), id=proof.__name__.removeprefix("proof_"))
    for row, proof in [
        (57, proof_overlaps_count_once),
        (57, proof_twelve_hours_a_day),
        (57, proof_only_what_reaches_everybody),
        (57, proof_study_and_nothing_else),
        (58, proof_a_day_counts_once),
        (58, proof_a_concentrated_day_is_long_enough_and_the_units_own),
        (58, proof_a_day_twice_told_is_no_longer_day),
        (59, proof_discussions),
        (59, proof_a_discussion_twice_told_is_one),
        (60, proof_leaders_were_there),
    ]
]


@pytest.mark.parametrize("proof", PROOFS)
def test_it_counts_by_the_rule(proof):
    proof()


def _summed(sessions):
    return sum(session.minutes for session in sessions)


def _every_session(sessions, _day_minutes=0):
    return sum(bool(session.is_concentrated) for session in sessions)


def _every_discussion(sessions):
    return sum(session.has_discussion or session.kind == ActivityKind.DISCUSSION for session in sessions)


@pytest.mark.parametrize(
    ("rule", "switched_off", "proof"),
    [
        pytest.param("minutes_covered", _summed, proof_overlaps_count_once, id="57-overlaps"),
        pytest.param("MINUTES_PER_DAY", 10**6, proof_twelve_hours_a_day, id="57-twelve-hours"),
        pytest.param("reaches_everybody", lambda _: True, proof_only_what_reaches_everybody, id="57-everybody"),
        pytest.param("STUDY_KINDS", frozenset(ActivityKind), proof_study_and_nothing_else, id="57-kinds"),
        pytest.param("is_concentrated_day", _every_session, proof_a_day_counts_once, id="58-once"),
        pytest.param(
            "is_concentrated_day",
            _every_session,
            proof_a_concentrated_day_is_long_enough_and_the_units_own,
            id="58-long-enough",
        ),
        pytest.param("minutes_covered", _summed, proof_a_day_twice_told_is_no_longer_day, id="58-overlaps"),
        pytest.param("discussions_of_day", _every_discussion, proof_discussions, id="59-discussions"),
        pytest.param("discussions_of_day", _every_discussion, proof_a_discussion_twice_told_is_one, id="59-overlaps"),
        pytest.param("_with_leaders", lambda sessions, kind: len(sessions), proof_leaders_were_there, id="60-leaders"),
    ],
)
def test_it_would_be_noticed_if_the_rule_were_switched_off(monkeypatch, rule, switched_off, proof):
    proof()
    monkeypatch.setattr(counting, rule, switched_off)
    with pytest.raises(AssertionError):
        proof()


def test_it_counts_the_clock_and_the_rest_of_a_session_without_times():
    assert minutes(session(120, start=time(9), end=time(12)), session(60)) == 180


def test_it_counts_no_more_than_was_declared_within_the_times():
    """A break lies within the times of a session, not within its minutes."""
    assert minutes(session(120, start=time(9), end=time(12))) == 120


@pytest.mark.requirement(58)
def test_a_concentrated_day_s_hours_are_part_of_the_forty():
    day = session(300, is_concentrated=True)
    assert (minutes(day), days(day)) == (300, 1)


def test_a_discussion_s_minutes_are_study_too():
    discussion = session(90, kind=ActivityKind.DISCUSSION)
    assert (minutes(discussion), discussions(discussion)) == (90, 1)


def test_a_mobilisation_meeting_is_counted_as_held():
    assert counted(Quantity.MOBILISATION, session(kind=ActivityKind.MOBILISATION), session()) == 1


def test_it_keeps_the_three_columns_apart():
    submitted = Recorded(declared=session(100), verified=None, has_evidence=False)
    shown = Recorded(declared=session(60, on=TUESDAY), verified=None, has_evidence=True)
    verified = Recorded(
        declared=session(120, on=date(2005, 1, 26)), verified=session(90, on=date(2005, 1, 26)), has_evidence=True
    )
    sums = tally([submitted, shown, verified], day_minutes=240)
    assert sums[Quantity.STUDY_MINUTES] == Tally(declared=280, evidenced=180, verified=90)


def test_it_has_every_quantity_when_nothing_was_recorded():
    assert tally([], day_minutes=240) == dict.fromkeys(Quantity, Tally(0, 0, 0))


def done_of(done, total, *, on=MONDAY):
    figures = {Measure.MEMBERS_DONE: done, Measure.MEMBERS_TOTAL: total}
    return Session(kind=ActivityKind.SELF_ANALYSIS, held_on=on, figures=figures)


def test_what_files_show_of_a_share_is_never_more_than_was_declared():
    """The latest record counts; without a file it would leave an earlier one, from when the whole was smaller."""
    recorded = [
        Recorded(done_of(90, 100), None, has_evidence=True),
        Recorded(done_of(90, 180, on=TUESDAY), None, has_evidence=False),
    ]
    found = tally(recorded, day_minutes=240)[Quantity.SELF_ANALYSIS_PERCENT]
    assert (found.declared, found.evidenced) == (50, 50)


def test_the_share_of_those_present_shown_by_files_is_never_more_than_was_declared():
    present = {Measure.EXPECTED: 10, Measure.ATTENDED: 10}
    absent = {Measure.EXPECTED: 10, Measure.ATTENDED: 0}
    recorded = [
        Recorded(session(more=present), None, has_evidence=True),
        Recorded(session(more=absent, on=TUESDAY), None, has_evidence=False),
    ]
    found = counting.participation(recorded)
    assert (found.declared, found.evidenced) == (50, 50)


def test_the_team_s_own_figure_may_be_higher_than_the_declared_one():
    recorded = [Recorded(done_of(90, 100), done_of(95, 100), has_evidence=True)]
    found = tally(recorded, day_minutes=240)[Quantity.SELF_ANALYSIS_PERCENT]
    assert (found.declared, found.verified) == (90, 95)
