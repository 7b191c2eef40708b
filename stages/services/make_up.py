"""Make-up tasks: opened by a gate that was not passed, answered by the unit, checked by the team (row 77)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, MakeUpState, NoticeKind, TodoKind
from stages.models import Gate, GateAssessmentItem, MakeUpTask
from stages.rules import make_up as rules
from stages.rules.gates import Rounds, judge_again
from stages.rules.make_up import MAKE_UP
from stages.selectors.gates import round_facts
from teams import audit, clock
from teams.exceptions import Invalid
from teams.models import User
from teams.rulings import require
from teams.services.notices import tell
from teams.services.texts import cleaned, required
from teams.transitions import move
from units.enums import Party
from units.models import Case
from units.selectors import standing_of
from units.selectors.standing import people_of_team, people_of_unit
from units.services import todos
from units.services.locks import locked_case
from units.standing import CaseStanding


def open_make_up(case: Case, item: GateAssessmentItem, *, demand: str, due_on: date) -> MakeUpTask:
    """Ask the unit to make up what an item lacks; a part of judging the gate, which locks and records."""
    task = MakeUpTask.objects.create(case=case, item=item, demand=demand, due_on=due_on, created_at=clock.now())
    _hand_to_unit(task)
    return task


@transaction.atomic
def answer_make_up(*, task_id: int, expected_version: int, answer: str, acting_user: User) -> MakeUpTask:
    """The unit says what it made up; `Invalid` for no answer, `Conflict` when the task has moved on."""
    task = _locked(task_id)
    standing = standing_of(acting_user, task.case)
    require(rules.may_answer(standing, task.state))
    texts = required({"answer": answer}, _("Say what was made up, and how."))
    move(
        task,
        MakeUpState.ANSWERED,
        MAKE_UP,
        expected_version=expected_version,
        answer=texts["answer"],
        answered_by=acting_user,
        answered_at=clock.now(),
    )
    todos.settle(task.case, _key(TodoKind.MAKE_UP, task))
    todos.open_todo(
        task.case, TodoKind.CHECK_MAKE_UP, party=Party.TEAM, key=_key(TodoKind.CHECK_MAKE_UP, task), target_id=task.pk
    )
    _record(task, Act.MAKE_UP_ANSWERED, standing)
    _tell(task, people_of_team(task.case), NoticeKind.MAKE_UP_ANSWERED)
    return task


@transaction.atomic
def clear_make_up(*, task_id: int, expected_version: int, note: str = "", acting_user: User) -> MakeUpTask:
    """The team finds that what was lacking has been made up; after the last one the gate waits to be judged again."""
    task = _locked(task_id)
    standing = standing_of(acting_user, task.case)
    require(rules.may_check(standing, task.state))
    _check(task, MakeUpState.CLEARED, expected_version, acting_user, check_note=cleaned(note))
    gate = task.item.assessment.gate
    place_again(task.case, gate, round_facts(task.case, gate))
    _record(task, Act.MAKE_UP_CLEARED, standing)
    _tell(task, people_of_unit(task.case), NoticeKind.MAKE_UP_CLEARED)
    return task


@transaction.atomic
def return_make_up(
    *, task_id: int, expected_version: int, note: str, acting_user: User, due_on: date | None = None
) -> MakeUpTask:
    """The team sends the answer back with what is still lacking, and with a new date where it gives one."""
    task = _locked(task_id)
    standing = standing_of(acting_user, task.case)
    require(rules.may_check(standing, task.state))
    texts = required({"note": note}, _("Say what is still lacking."))
    if due_on is not None and due_on < clock.today():
        raise Invalid(due_on=_("This day has passed."))
    _check(
        task,
        MakeUpState.RETURNED,
        expected_version,
        acting_user,
        check_note=texts["note"],
        due_on=due_on or task.due_on,
    )
    _hand_to_unit(task)
    _record(task, Act.MAKE_UP_RETURNED, standing)
    _tell(task, people_of_unit(task.case), NoticeKind.MAKE_UP_RETURNED)
    return task


def place_again(case: Case, gate: Gate, rounds: Rounds) -> None:
    """The gate waits to be judged again once nothing of the round that did not pass it is to be made up."""
    if judge_again(rounds):
        todos.open_todo(case, TodoKind.ASSESS_AGAIN, party=Party.TEAM, key=again_key(gate.pk), target_id=gate.pk)


def settle_task(task: MakeUpTask) -> None:
    """Nobody has anything more to do about it."""
    for kind in (TodoKind.MAKE_UP, TodoKind.CHECK_MAKE_UP):
        todos.settle(task.case, _key(kind, task))


def again_key(gate_id: int) -> str:
    """The to-do of judging a gate again."""
    return f"{TodoKind.ASSESS_AGAIN}:{gate_id}"


def _key(kind: TodoKind, task: MakeUpTask) -> str:
    return f"{kind}:{task.pk}"


def _locked(task_id: int) -> MakeUpTask:
    """The task, with its case locked: whether a task is the last one to be cleared is a question of the case."""
    case_id = MakeUpTask.objects.values_list("case", flat=True).get(pk=task_id)
    case = locked_case(case_id)
    task = MakeUpTask.objects.select_related("item__assessment__gate").get(pk=task_id)
    task.case = case
    return task


def _check(task: MakeUpTask, to: MakeUpState, expected_version: int, acting_user: User, **stamps: Any) -> None:
    case = task.case
    move(
        task,
        to,
        MAKE_UP,
        expected_version=expected_version,
        checked_by=acting_user,
        checked_at=clock.now(),
        **stamps,
    )
    task.case = case
    todos.settle(case, _key(TodoKind.CHECK_MAKE_UP, task))


def _hand_to_unit(task: MakeUpTask) -> None:
    todos.open_todo(
        task.case,
        TodoKind.MAKE_UP,
        party=Party.UNIT,
        key=_key(TodoKind.MAKE_UP, task),
        due_on=task.due_on,
        target_id=task.pk,
    )


def _record(task: MakeUpTask, act: Act, standing: CaseStanding) -> None:
    audit.record(
        standing.user,
        act,
        task,
        scope=task.case,
        acting_as=standing.title,
        gate=task.item.assessment.gate,
        demand=task.demand,
        note=task.check_note,
        due_on=task.due_on,
    )


def _tell(task: MakeUpTask, people: Iterable[User], kind: NoticeKind) -> None:
    tell(
        people,
        kind,
        key=f"make_up:{task.pk}:{task.version}",
        scope=task.case,
        unit=task.case.unit,
        gate=task.item.assessment.gate,
        due_on=task.due_on,
        task_id=task.pk,
    )
