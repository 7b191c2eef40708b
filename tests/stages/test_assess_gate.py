"""Judging a gate in rounds."""

import pytest

from stages.enums import Act, GateVerdict, NoticeKind, TodoKind
from stages.models import GateAssessment, GateAssessmentItem, MakeUpTask
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification
from tests.stages.building_gates import (
    ESSENCE,
    assessed,
    collective,
    failed_gate,
    gate_answers,
    gate_of,
    made_up,
    one_task,
    passed_gate,
    ready,
)
from tests.stages.building_plans import entered
from tests.teams.ledger import sentences
from units.models import Todo


@pytest.mark.requirement(56)
@pytest.mark.usefixtures("deputy_leads")
@pytest.mark.parametrize("who", ["leader", "deputy"])
def test_the_leader_or_the_deputy_passes_what_meets_everything(case, cast, who):
    assessment = assessed(case, cast, ready(case, cast), acting_user=getattr(cast, who), opinion=" 扎实。 ")
    assert (assessment.round, assessment.verdict, assessment.opinion) == (1, GateVerdict.PASSED, "扎实。")
    assert assessment.items.filter(met=True).count() == 8
    assert not MakeUpTask.objects.exists()


@pytest.mark.requirement(4)
@pytest.mark.parametrize("who", ["member", "other_leader", "director", "clerk", "secretary", "liaison", "stranger"])
def test_nobody_else_judges(case, cast, who):
    gate = ready(case, cast)
    with pytest.raises(Denied):
        assessed(case, cast, gate, acting_user=getattr(cast, who))
    assert not GateAssessment.objects.exists()


@pytest.mark.requirement(76)
def test_a_gate_is_not_judged_before_its_own_stage(case, cast):
    entered(case, cast)
    with pytest.raises(Denied) as refused:
        assessed(case, cast, gate_of(case, "OPINION_SOLICITATION"))
    assert [reason.code for reason in refused.value.ruling.reasons] == ["not_home_stage"]


def test_nothing_is_judged_before_entry(case, cast):
    with pytest.raises(Denied):
        assessed(case, cast, gate_of(case))


def test_a_passed_gate_is_not_judged_again(case, cast):
    gate = passed_gate(case, cast).gate
    with pytest.raises(Conflict):
        assessed(case, cast, gate)
    assert GateAssessment.objects.count() == 1


def test_a_form_of_an_earlier_round_is_too_late(case, cast):
    gate = ready(case, cast)
    assessed(case, cast, gate, expected_round=1)
    with pytest.raises(Conflict):
        assessed(case, cast, gate, expected_round=1)


@pytest.mark.requirement(76, 77)
def test_what_is_not_met_is_to_be_made_up(case, cast):
    ready(case, cast)
    assessment = failed_gate(case, cast)
    task = MakeUpTask.objects.get(item__assessment=assessment)
    assert assessment.verdict == GateVerdict.NOT_PASSED
    assert task.item.criterion.code == ESSENCE
    todo = Todo.objects.get(case=case, kind=TodoKind.MAKE_UP, settled_at=None)
    assert (todo.party, todo.due_on, todo.target_id) == ("UNIT", task.due_on, task.pk)


@pytest.mark.requirement(77)
def test_a_hard_item_is_not_left_unmet_without_asking_for_it(case, cast):
    gate = ready(case, cast)
    answers = gate_answers(case, gate, unmet=[ESSENCE], **{ESSENCE: {"demand": " ", "due_on": None}})
    with pytest.raises(Invalid) as refused:
        assessed(case, cast, gate, answers=answers, collective_decision_id=collective(case, cast).pk)
    pk = gate.criteria.get(code=ESSENCE).pk
    assert refused.value.errors.keys() == {f"demand_{pk}", f"due_on_{pk}"}


@pytest.mark.requirement(77)
def test_the_next_round_waits_until_all_is_made_up(case, cast):
    task = one_task(case, cast)
    gate = task.item.assessment.gate
    with pytest.raises(Denied) as refused:
        assessed(case, cast, gate)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["make_up_open"]
    made_up(case, cast)
    assert Todo.objects.get(case=case, kind=TodoKind.ASSESS_AGAIN, settled_at=None).target_id == gate.pk
    assert assessed(case, cast, gate).round == 2
    assert not Todo.objects.filter(case=case, kind=TodoKind.ASSESS_AGAIN, settled_at=None).exists()


def test_what_is_met_cannot_be_asked_for(case, cast):
    gate = ready(case, cast)
    with pytest.raises(Invalid) as refused:
        assessed(case, cast, gate, answers=gate_answers(case, gate, **{ESSENCE: {"demand": "再补"}}))
    assert list(refused.value.errors) == [f"demand_{gate.criteria.get(code=ESSENCE).pk}"]


@pytest.mark.requirement(96)
def test_not_passed_is_concluded_together(case, cast):
    gate = ready(case, cast)
    answers = gate_answers(case, gate, unmet=[ESSENCE])
    with pytest.raises(Invalid) as refused:
        assessed(case, cast, gate, answers=answers)
    assert list(refused.value.errors) == ["collective_decision"]
    alone = collective(case, cast, present=("leader",))
    with pytest.raises(Denied) as refused:
        assessed(case, cast, gate, answers=answers, collective_decision_id=alone.pk)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["no_quorum"]
    assert not GateAssessment.objects.exists()
    assert not MakeUpTask.objects.exists()


@pytest.mark.requirement(96)
def test_passed_may_name_a_discussion_but_not_one_by_too_few(case, cast):
    gate = ready(case, cast)
    with pytest.raises(Denied):
        assessed(case, cast, gate, collective_decision_id=collective(case, cast, present=("leader",)).pk)
    together = collective(case, cast)
    assert assessed(case, cast, gate, collective_decision_id=together.pk).collective_decision == together


@pytest.mark.requirement(96)
def test_a_new_round_is_discussed_anew(case, cast):
    one_task(case, cast)
    first = GateAssessment.objects.get()
    made_up(case, cast)
    with pytest.raises(Denied) as refused:
        assessed(case, cast, first.gate, collective_decision_id=first.collective_decision_id)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["discussion_used"]


def test_the_unit_learns_of_the_verdict(case, cast):
    failed_gate(case, cast)
    told = Notification.objects.filter(kind=NoticeKind.GATE_NOT_PASSED)
    assert {notice.recipient for notice in told} == {cast.secretary, cast.liaison}


@pytest.mark.requirement(91)
def test_the_ledger_says_who_judged_what(case, cast):
    one_task(case, cast)
    made_up(case, cast)
    passed_gate(case, cast)
    assert sentences(Act.GATE_NOT_PASSED) == ["组长评估“理论学习关”（第1轮）：未通过，补课任务1项。"]
    assert sentences(Act.GATE_PASSED) == ["组长评估“理论学习关”（第2轮）：通过。"]


def test_a_refused_verdict_leaves_nothing(case, cast):
    gate = ready(case, cast)
    with pytest.raises(Invalid):
        assessed(case, cast, gate, answers=[])
    assert not GateAssessmentItem.objects.exists()
    assert not Notification.objects.filter(kind__startswith="stages.gate").exists()
