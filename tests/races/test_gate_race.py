"""A gate that several judge at the same moment has one round; a make-up task is answered and cleared once (row 77)."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from stages.enums import Act, MakeUpState
from stages.models import GateAssessment
from stages.services.make_up import answer_make_up, clear_make_up
from teams.exceptions import Conflict
from teams.models import AuditEntry
from tests.stages.building_gates import assessed, gate_answers, one_task, ready

AT_ONCE = 6


def went_through(act) -> int:
    """How many of several callers at once got through; the others met a `Conflict`."""

    def attempt(_number: int) -> bool:
        try:
            act()
        except Conflict:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return sum(threads.map(attempt, range(AT_ONCE)))


@pytest.mark.requirement(77)
def test_one_round_is_judged(committed, cast):
    gate = ready(cast.case, cast)
    answers = gate_answers(cast.case, gate)
    assert went_through(lambda: assessed(cast.case, cast, gate, answers=answers, expected_round=1)) == 1
    assert GateAssessment.objects.count() == AuditEntry.objects.filter(act=Act.GATE_PASSED).count() == 1


@pytest.mark.requirement(77)
def test_a_task_is_answered_once_and_cleared_once(committed, cast):
    task = one_task(cast.case, cast)
    given = {"task_id": task.pk, "expected_version": task.version}
    assert went_through(lambda: answer_make_up(**given, answer="已补。", acting_user=cast.liaison)) == 1
    task.refresh_from_db()
    given["expected_version"] = task.version
    assert went_through(lambda: clear_make_up(**given, acting_user=cast.member)) == 1
    task.refresh_from_db()
    assert task.state == MakeUpState.CLEARED
    assert AuditEntry.objects.filter(act=Act.MAKE_UP_CLEARED).count() == 1
