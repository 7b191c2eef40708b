"""The team clears or returns what the unit made up (rows 4 and 77)."""

from datetime import timedelta

import pytest

from stages.enums import Act, MakeUpState, NoticeKind, TodoKind
from stages.models import MakeUpTask
from stages.services.make_up import clear_make_up, return_make_up
from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification
from tests.stages.building_gates import answered, failed_gate, one_task
from tests.teams.ledger import sentences
from units.models import Todo


@pytest.fixture
def task(case, cast):
    """A task that waits for the team."""
    return answered(one_task(case, cast), cast)


def clear(task, user, **given):
    given.setdefault("expected_version", task.version)
    return clear_make_up(task_id=task.pk, acting_user=user, **given)


def send_back(task, user, **given):
    given.setdefault("expected_version", task.version)
    given.setdefault("note", "讨论没有联系实际。")
    return return_make_up(task_id=task.pk, acting_user=user, **given)


def open_todos(case, *kinds):
    return list(Todo.objects.filter(case=case, kind__in=kinds, settled_at=None).values_list("kind", flat=True))


@pytest.mark.requirement(77)
@pytest.mark.parametrize("who", ["leader", "deputy", "member"])
def test_any_member_clears_or_returns(task, cast, who):
    user = getattr(cast, who)
    returned = send_back(task, user)
    assert (returned.state, returned.check_note, returned.checked_by) == (
        MakeUpState.RETURNED,
        "讨论没有联系实际。",
        user,
    )
    cleared = clear(answered(returned, cast), user)
    assert (cleared.state, cleared.checked_by) == (MakeUpState.CLEARED, user)


@pytest.mark.requirement(4)
@pytest.mark.parametrize("act", [clear, send_back])
@pytest.mark.parametrize("who", ["liaison", "secretary", "other_member", "director", "stranger"])
def test_nobody_else_does(task, cast, who, act):
    with pytest.raises(Denied):
        act(task, getattr(cast, who))
    task.refresh_from_db()
    assert task.state == MakeUpState.ANSWERED


@pytest.mark.parametrize("act", [clear, send_back])
def test_what_has_not_been_answered_is_not_checked(case, cast, act):
    task = one_task(case, cast)
    with pytest.raises(Conflict):
        act(task, cast.member)


@pytest.mark.parametrize("act", [clear, send_back])
def test_it_is_checked_once(task, cast, act):
    clear(task, cast.member)
    task.refresh_from_db()
    with pytest.raises(Conflict):
        act(task, cast.leader)


def test_a_form_older_than_the_answer_is_refused(task, cast):
    with pytest.raises(Conflict):
        clear(task, cast.member, expected_version=task.version - 1)


@pytest.mark.parametrize(
    ("given", "field"),
    [({"note": " "}, "note"), ({"due_on": clock.today() - timedelta(days=1)}, "due_on")],
)
def test_a_return_says_what_is_lacking_and_until_when(task, cast, given, field):
    with pytest.raises(Invalid) as refused:
        send_back(task, cast.member, **given)
    assert list(refused.value.errors) == [field]


def test_a_returned_task_is_in_the_unit_s_hands_again(task, cast):
    later = clock.today() + timedelta(days=14)
    send_back(task, cast.member, due_on=later)
    assert open_todos(task.case, TodoKind.MAKE_UP, TodoKind.CHECK_MAKE_UP) == [TodoKind.MAKE_UP]
    assert Todo.objects.get(case=task.case, kind=TodoKind.MAKE_UP, settled_at=None).due_on == later
    told = Notification.objects.filter(kind=NoticeKind.MAKE_UP_RETURNED)
    assert {notice.recipient for notice in told} == {cast.secretary, cast.liaison}


def test_a_cleared_task_leaves_nothing_to_do_but_to_judge_again(task, cast):
    clear(task, cast.member)
    kinds = [TodoKind.MAKE_UP, TodoKind.CHECK_MAKE_UP, TodoKind.ASSESS_AGAIN]
    assert open_todos(task.case, *kinds) == [TodoKind.ASSESS_AGAIN]
    assert Notification.objects.filter(kind=NoticeKind.MAKE_UP_CLEARED, recipient=cast.liaison).exists()


def test_the_gate_waits_for_the_last_of_several_tasks(case, cast):
    failed_gate(case, cast)
    first, *others = MakeUpTask.objects.filter(case=case)
    clear(answered(first, cast), cast.member)
    assert others
    assert open_todos(case, TodoKind.ASSESS_AGAIN) == []
    for task in others:
        clear(answered(task, cast), cast.member)
    assert open_todos(case, TodoKind.ASSESS_AGAIN) == [TodoKind.ASSESS_AGAIN]


@pytest.mark.requirement(91)
def test_both_stand_in_the_ledger(task, cast):
    again = answered(send_back(task, cast.member), cast)
    clear(again, cast.leader)
    assert sentences(Act.MAKE_UP_RETURNED) == ["组员退回“理论学习关”的补课：讨论没有联系实际。"]
    assert sentences(Act.MAKE_UP_CLEARED) == ["组长核查“理论学习关”的补课，已补齐：补上所缺的部分。"]
