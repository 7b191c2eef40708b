"""Verifying an activity with the team's own figures, and returning it."""

from datetime import time

import pytest

from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification
from tests.teams.ledger import sentences
from tests.units.building_activities import PRESENT, drafted, entered_case, submitted, verified
from units.enums import Act, ActivityState, Measure, NoticeKind, Party, TodoKind
from units.models import Todo
from units.services.activities import return_activity, verify_activity

AS_DECLARED = {Measure.MINUTES: 180} | PRESENT


@pytest.fixture
def case(case):
    return entered_case(case)


@pytest.fixture
def activity(case, cast):
    return submitted(case, cast)


def verify(activity, who, figures=AS_DECLARED, remark="", version=None):
    return verify_activity(
        activity_id=activity.pk, verified=figures, remark=remark, acting_user=who, expected_version=version
    )


def refused(activity, who, *given):
    """The fields at which the team's figures are refused; the activity still waits."""
    with pytest.raises(Invalid) as refusal:
        verify(activity, who, *given)
    activity.refresh_from_db()
    assert activity.state == ActivityState.SUBMITTED
    return set(refusal.value.errors)


@pytest.mark.parametrize("who", ["leader", "deputy", "member"])
def test_it_is_verified_by_anybody_of_the_team(activity, cast, who):
    found = verify(activity, getattr(cast, who))
    assert (found.state, found.checked_by) == (ActivityState.VERIFIED, getattr(cast, who))
    assert {figure.measure: figure.verified for figure in found.figures.all()} == AS_DECLARED


@pytest.mark.requirement(4)
@pytest.mark.parametrize("who", ["secretary", "liaison", "other_member", "other_leader", "director", "clerk"])
def test_it_is_verified_and_returned_by_nobody_else(activity, cast, who):
    with pytest.raises(Denied):
        verify(activity, getattr(cast, who))
    with pytest.raises(Denied):
        return_activity(activity_id=activity.pk, remark="请更正。", acting_user=getattr(cast, who))
    activity.refresh_from_db()
    assert activity.state == ActivityState.SUBMITTED


@pytest.mark.requirement(4)
def test_the_team_s_figures_leave_the_declared_ones_alone(activity, cast):
    verify(activity, cast.member, AS_DECLARED | {Measure.MINUTES: 150}, "中间休息半小时。")
    minutes = activity.figures.get(measure=Measure.MINUTES)
    assert (minutes.declared, minutes.verified) == (180, 150)


@pytest.mark.parametrize("remark", ["", "  "])
def test_other_figures_need_a_reason(activity, cast, remark):
    assert refused(activity, cast.member, AS_DECLARED | {Measure.ATTENDED: 900}, remark) == {"remark"}


def test_it_needs_a_figure_for_each_that_was_declared(activity, cast):
    assert refused(activity, cast.member, {Measure.MINUTES: 180}, "略") == {"expected", "attended"}


@pytest.mark.parametrize(
    ("figures", "field"),
    [
        ({Measure.MINUTES: 721}, "minutes"),
        ({Measure.MINUTES: -1}, "minutes"),
        ({Measure.ATTENDED: 1033}, "attended"),
    ],
)
def test_the_team_s_figures_too_must_be_possible(activity, cast, figures, field):
    assert refused(activity, cast.member, AS_DECLARED | figures, "按签到表。") == {field}


def test_the_team_finds_no_session_longer_than_its_times(case, cast):
    activity = submitted(case, cast, starts_at=time(9), ends_at=time(12))
    assert refused(activity, cast.member, AS_DECLARED | {Measure.MINUTES: 181}, "按签到表。") == {"minutes"}


def test_nothing_is_verified_twice(activity, cast):
    verify(activity, cast.member)
    with pytest.raises(Conflict):
        verify(activity, cast.leader, AS_DECLARED | {Measure.MINUTES: 10}, "再核。")
    assert activity.figures.get(measure=Measure.MINUTES).verified == 180


def test_a_stale_form_verifies_nothing(activity, cast):
    with pytest.raises(Conflict):
        verify(activity, cast.member, version=activity.version - 1)


def test_a_draft_is_not_verified(case, cast):
    with pytest.raises(Conflict):
        verify(drafted(case, cast), cast.member)


def test_it_leaves_the_pile_and_is_told_and_recorded(activity, case, cast):
    verify(activity, cast.member, AS_DECLARED | {Measure.MINUTES: 150}, "中间休息半小时。")
    assert not Todo.objects.filter(settled_at=None).exists()
    told = Notification.objects.filter(kind=NoticeKind.ACTIVITY_VERIFIED)
    assert {row.recipient for row in told} == {cast.secretary, cast.liaison}
    assert sentences(Act.ACTIVITY_VERIFIED) == ["组员核实了“学习《党章》”（2005年1月21日）：申报180分钟，核实150分钟。"]


def test_a_returned_activity_waits_for_the_unit_with_its_remark(activity, case, cast):
    returned = return_activity(activity_id=activity.pk, remark=" 请附签到表。 ", acting_user=cast.member)
    assert (returned.state, returned.team_remark) == (ActivityState.RETURNED, "请附签到表。")
    todo = Todo.objects.get(settled_at=None)
    assert (todo.kind, todo.party, todo.count) == (TodoKind.MEND_ACTIVITIES, Party.UNIT, 1)
    assert Notification.objects.filter(kind=NoticeKind.ACTIVITY_RETURNED).count() == 2
    assert sentences(Act.ACTIVITY_RETURNED) == ["组员退回了“学习《党章》”（2005年1月21日）：请附签到表。"]


@pytest.mark.parametrize("remark", ["", " \n "])
def test_it_is_not_returned_without_a_word(activity, cast, remark):
    with pytest.raises(Invalid) as refusal:
        return_activity(activity_id=activity.pk, remark=remark, acting_user=cast.member)
    assert set(refusal.value.errors) == {"remark"}


def test_what_is_verified_is_not_returned(case, cast):
    with pytest.raises(Conflict):
        return_activity(activity_id=verified(case, cast).pk, remark="再看。", acting_user=cast.member)
