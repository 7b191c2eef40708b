"""The unit answers a make-up task (rows 4 and 77)."""

import pytest

from stages.enums import Act, MakeUpState, NoticeKind, TodoKind
from stages.services.make_up import answer_make_up, return_make_up
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification
from tests.stages.building_gates import answered, one_task
from tests.teams.ledger import sentences
from units.models import Todo


@pytest.fixture
def task(case, cast):
    return one_task(case, cast)


def answer(task, user, text="已补学三次。", version=None):
    return answer_make_up(task_id=task.pk, expected_version=version or task.version, answer=text, acting_user=user)


@pytest.mark.requirement(77)
@pytest.mark.parametrize("who", ["liaison", "secretary"])
def test_those_who_act_for_the_unit_answer(task, cast, who):
    done = answer(task, getattr(cast, who), " 已补学三次。 ")
    assert (done.state, done.answer, done.answered_by) == (MakeUpState.ANSWERED, "已补学三次。", getattr(cast, who))


@pytest.mark.requirement(4)
@pytest.mark.parametrize(
    "who", ["leader", "member", "director", "clerk", "other_liaison", "parent_liaison", "stranger"]
)
def test_nobody_answers_in_the_unit_s_place(task, cast, who):
    with pytest.raises(Denied):
        answer(task, getattr(cast, who))
    task.refresh_from_db()
    assert task.state == MakeUpState.OPEN


@pytest.mark.parametrize("text", ["", " \n\t", "\x00"])
def test_it_needs_words(task, cast, text):
    with pytest.raises(Invalid) as refused:
        answer(task, cast.liaison, text)
    assert list(refused.value.errors) == ["answer"]


def test_it_is_answered_once(task, cast):
    answer(task, cast.liaison)
    task.refresh_from_db()
    with pytest.raises(Conflict):
        answer(task, cast.liaison)


def test_a_form_older_than_the_task_is_refused(task, cast):
    stale = task.version
    checked = answered(task, cast)
    return_make_up(task_id=task.pk, expected_version=checked.version, note="再补一次。", acting_user=cast.member)
    with pytest.raises(Conflict):
        answer(task, cast.liaison, version=stale)


def test_it_passes_from_the_unit_s_hands_to_the_team_s(task, cast):
    answer(task, cast.liaison)
    todo = Todo.objects.get(case=task.case, kind__in=[TodoKind.MAKE_UP, TodoKind.CHECK_MAKE_UP], settled_at=None)
    assert (todo.kind, todo.party, todo.target_id) == (TodoKind.CHECK_MAKE_UP, "TEAM", task.pk)
    told = Notification.objects.filter(kind=NoticeKind.MAKE_UP_ANSWERED)
    assert {notice.recipient for notice in told} == {cast.leader, cast.deputy, cast.member}


@pytest.mark.requirement(91)
def test_it_stands_in_the_ledger(task, cast):
    answer(task, cast.liaison)
    assert sentences(Act.MAKE_UP_ANSWERED) == ["县委联络员填报“理论学习关”的补课情况：补上所缺的部分。"]
