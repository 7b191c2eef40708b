"""Handing an activity in to the team."""

from datetime import timedelta

import pytest

from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification
from tests.teams.ledger import sentences
from tests.units.building_activities import (
    ENTERED_ON,
    LEADERS_PRESENT,
    PRESENT,
    drafted,
    entered,
    entered_case,
    submitted,
)
from units.enums import Act, ActivityKind, ActivityState, Measure, Organiser, Party, TodoKind
from units.models import Todo
from units.services.activities import return_activity, save_and_submit, save_draft, submit_activity


@pytest.fixture
def case(case):
    return entered_case(case)


def hand_in(activity, who, version=None):
    return submit_activity(activity_id=activity.pk, acting_user=who, expected_version=version)


@pytest.mark.parametrize("who", ["liaison", "secretary"])
def test_it_is_handed_in_by_the_unit_s_people(case, cast, who):
    activity = hand_in(drafted(case, cast), getattr(cast, who))
    assert (activity.state, activity.submitted_by) == (ActivityState.SUBMITTED, getattr(cast, who))


@pytest.mark.requirement(4)
@pytest.mark.parametrize("who", ["leader", "member", "director", "other_liaison", "parent_liaison"])
def test_it_is_handed_in_by_nobody_else(case, cast, who):
    activity = drafted(case, cast)
    with pytest.raises(Denied):
        hand_in(activity, getattr(cast, who))


def test_it_lands_on_the_team_s_pile(case, cast):
    for _ in range(3):
        submitted(case, cast)
    todo = Todo.objects.get(settled_at=None)
    assert (todo.kind, todo.party, todo.count) == (TodoKind.VERIFY_ACTIVITIES, Party.TEAM, 3)
    case.refresh_from_db()
    assert case.holder == Party.TEAM


def test_it_is_told_and_recorded(case, cast):
    submitted(case, cast, title="专题讨论")
    assert {row.recipient for row in Notification.objects.all()} == {cast.leader, cast.deputy, cast.member}
    assert sentences(Act.ACTIVITY_SUBMITTED) == ["县委联络员提交了“专题讨论”（2005年1月21日）。"]


def test_it_is_handed_in_once(case, cast):
    activity = submitted(case, cast)
    with pytest.raises(Conflict):
        hand_in(activity, cast.liaison)
    assert Todo.objects.get().count == 1


def test_a_stale_form_hands_nothing_in(case, cast):
    activity = drafted(case, cast)
    save_draft(case_id=case.pk, activity_id=activity.pk, entered=entered(), acting_user=cast.secretary)
    with pytest.raises(Conflict):
        hand_in(activity, cast.liaison, version=1)


@pytest.mark.parametrize(
    ("facts", "figures", "missing"),
    [
        ({}, {}, {"minutes", "expected", "attended"}),
        ({}, {Measure.MINUTES: 0} | PRESENT, {"minutes"}),
        ({"organiser": Organiser.BRANCHES}, {Measure.MINUTES: 60} | PRESENT, {"branches_total", "branches_held"}),
        ({"kind": ActivityKind.CENTRAL_GROUP}, {Measure.MINUTES: 60}, {"leaders_expected", "leaders_attended"}),
        (
            {"kind": ActivityKind.BRANCH_STUDY},
            {Measure.MINUTES: 60} | PRESENT,
            {"leaders_expected", "leaders_attended"},
        ),
        ({"kind": ActivityKind.CENTRAL_GROUP}, {Measure.MINUTES: 60} | LEADERS_PRESENT, set()),
    ],
)
def test_it_needs_its_figures(case, cast, facts, figures, missing):
    activity = drafted(case, cast, declared=figures, **facts)
    if not missing:
        assert hand_in(activity, cast.liaison).state == ActivityState.SUBMITTED
        return
    with pytest.raises(Invalid) as refusal:
        hand_in(activity, cast.liaison)
    assert set(refusal.value.errors) == missing


@pytest.mark.parametrize(("days", "is_late"), [(0, False), (7, False), (8, True)])
def test_it_is_marked_when_it_comes_late(case, cast, days, is_late):
    held_on = clock.today() - timedelta(days=days)
    entered_case(case, on=held_on)
    assert submitted(case, cast, held_on=held_on).is_late_entry is is_late


def test_mending_makes_nothing_late_but_another_date_does(case, cast):
    now = clock.now()
    held_on = clock.today() - timedelta(days=6)
    activity = submitted(case, cast, held_on=held_on)
    with clock.set_to(now + timedelta(days=20)):
        for date, is_late in [(held_on, False), (ENTERED_ON, True)]:
            return_activity(activity_id=activity.pk, remark="请更正。", acting_user=cast.member)
            activity = save_and_submit(
                case_id=case.pk, activity_id=activity.pk, entered=entered(held_on=date), acting_user=cast.liaison
            )
            assert activity.is_late_entry is is_late


def test_saving_and_handing_in_are_done_together_or_not_at_all(case, cast):
    with pytest.raises(Invalid):
        save_and_submit(case_id=case.pk, entered=entered(declared={}), acting_user=cast.liaison)
    assert not case.activities.exists()
    assert (
        save_and_submit(case_id=case.pk, entered=entered(), acting_user=cast.liaison).state == ActivityState.SUBMITTED
    )
