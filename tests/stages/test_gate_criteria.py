"""What each kind of criterion asks before a gate is passed (rows 55-61)."""

from datetime import timedelta

import pytest
from django.db.models import ProtectedError

from stages.enums import GateVerdict, InspectionKind
from stages.models import Criterion, GateAssessment, GateAssessmentItem, MakeUpTask
from stages.selectors.gates import asked_of
from teams import clock
from teams.exceptions import Invalid
from tests.stages.building_gates import (
    ESSENCE,
    READING,
    assessed,
    collective,
    failed_gate,
    gate_answers,
    gate_of,
    inspected,
    made_up,
    passed_gate,
    ready,
)
from tests.stages.building_plans import entered
from tests.units.building_activities import studied
from units.models import Activity


def short_of(case, cast, **lacking):
    """A gate for which all is there but for what was studied too little."""
    entered(case, cast)
    studied(case, cast, **lacking)
    inspected(case, cast)
    return gate_of(case)


def unmet(assessment):
    return {item.criterion.code.rpartition(".")[2] for item in assessment.items.filter(met=False)}


LACKING = [
    pytest.param({"minutes": 2399}, "study_time", marks=pytest.mark.requirement(57)),
    pytest.param({"days": 4}, "concentrated_days", marks=pytest.mark.requirement(58)),
    pytest.param({"discussions": 2}, "discussions", marks=pytest.mark.requirement(59)),
]


@pytest.mark.parametrize(("lacking", "code"), LACKING)
def test_a_leader_cannot_pass_what_the_record_does_not_reach(case, cast, lacking, code):
    gate = short_of(case, cast, **lacking)
    criterion = gate.criteria.get(code=f"gate.theory_study.{code}")
    claimed = gate_answers(case, gate, **{criterion.code: {"met": True, "demand": "", "due_on": None}})
    with pytest.raises(Invalid) as refused:
        assessed(case, cast, gate, answers=claimed, collective_decision_id=collective(case, cast).pk)
    assert f"met_{criterion.pk}" in refused.value.errors
    assert not GateAssessment.objects.exists()


@pytest.mark.parametrize(("lacking", "code"), LACKING)
def test_what_falls_short_by_one_is_not_passed(case, cast, lacking, code):
    short_of(case, cast, **lacking)
    assessment = failed_gate(case, cast, unmet=())
    assert assessment.verdict == GateVerdict.NOT_PASSED
    assert unmet(assessment) == {code}


@pytest.mark.requirement(57, 58, 59)
def test_what_was_only_declared_counts_for_nothing(case, cast):
    short_of(case, cast, verified=False)
    assert {"study_time", "concentrated_days", "discussions"} <= unmet(failed_gate(case, cast, unmet=()))


@pytest.mark.requirement(60)
def test_leaders_study_in_their_branch_and_in_the_central_group(case, cast):
    short_of(case, cast, leaders=False)
    assert unmet(failed_gate(case, cast, unmet=())) == {"leaders_branch_study", "central_group_study"}


@pytest.mark.requirement(57)
def test_the_figures_of_a_round_are_frozen(case, cast):
    short_of(case, cast, minutes=2100)
    assessment = failed_gate(case, cast, unmet=())
    Activity.objects.filter(case=case).delete()
    item = assessment.items.get(criterion__code="gate.theory_study.study_time")
    assert (item.declared, item.evidenced, item.verified, item.threshold) == (2100, 0, 2100, 2400)


@pytest.mark.requirement(55)
def test_no_required_item_is_left_out(case, cast):
    gate = ready(case, cast)
    answers = gate_answers(case, gate)
    for asked in asked_of(case, gate):
        if asked.met is None:
            with pytest.raises(Invalid) as refused:
                assessed(case, cast, gate, answers=[a for a in answers if a.criterion_id != asked.criterion.pk])
            assert {field.partition("_")[2] for field in refused.value.errors} == {str(asked.criterion.pk)}
    assert not GateAssessment.objects.exists()


@pytest.mark.requirement(55)
def test_no_item_of_another_gate_stands_in_for_one(case, cast):
    gate = ready(case, cast)
    foreign = gate_answers(case, gate_of(case, "OPINION_SOLICITATION"))
    with pytest.raises(Invalid):
        assessed(case, cast, gate, answers=[*gate_answers(case, gate), foreign[0]])


@pytest.mark.requirement(55)
def test_nobody_removes_a_required_item_that_was_judged(case, cast):
    passed_gate(case, cast)
    with pytest.raises(ProtectedError):
        Criterion.objects.get(code=ESSENCE).delete()


@pytest.mark.requirement(56)
def test_the_required_reading_is_complete_or_not_met(case, cast):
    gate = ready(case, cast)
    assessment = failed_gate(case, cast, unmet=[READING])
    assert unmet(assessment) == {"reading_list"}
    assert len(assessment.items.get(criterion__code=READING).ticked) == 6
    made_up(case, cast)
    assert assessed(case, cast, gate).verdict == GateVerdict.PASSED


@pytest.mark.requirement(56)
def test_entries_that_the_list_does_not_have_are_not_kept(case, cast):
    gate = ready(case, cast)
    answers = gate_answers(case, gate, unmet=[READING], **{READING: {"ticked": ["READER", "NOVEL"]}})
    assessment = assessed(case, cast, gate, answers=answers, collective_decision_id=collective(case, cast).pk)
    assert assessment.items.get(criterion__code=READING).ticked == ["READER"]


def test_a_judgement_that_is_not_met_says_why(case, cast):
    gate = ready(case, cast)
    answers = gate_answers(case, gate, unmet=[ESSENCE], **{ESSENCE: {"note": " \n"}})
    with pytest.raises(Invalid) as refused:
        assessed(case, cast, gate, answers=answers)
    assert list(refused.value.errors) == [f"note_{gate.criteria.get(code=ESSENCE).pk}"]


def test_make_up_is_not_due_on_a_day_that_has_passed(case, cast):
    gate = ready(case, cast)
    yesterday = clock.today() - timedelta(days=1)
    with pytest.raises(Invalid) as refused:
        answers = gate_answers(case, gate, unmet=[ESSENCE], **{ESSENCE: {"due_on": yesterday}})
        assessed(case, cast, gate, answers=answers)
    assert list(refused.value.errors) == [f"due_on_{gate.criteria.get(code=ESSENCE).pk}"]


@pytest.mark.requirement(61)
@pytest.mark.parametrize(
    "given",
    [{"kinds": tuple(InspectionKind)[:4]}, {"poor": [InspectionKind.NOTES]}],
    ids=["one kind not looked at", "one kind poor"],
)
def test_an_inspection_looks_at_all_five_kinds_and_finds_none_poor(case, cast, given):
    entered(case, cast)
    studied(case, cast)
    inspection = inspected(case, cast, **given)
    assessment = failed_gate(case, cast, unmet=())
    assert unmet(assessment) == {"inspection"}
    assert assessment.inspection == inspection


@pytest.mark.requirement(61)
def test_what_was_seen_last_counts(case, cast):
    gate = ready(case, cast)
    inspected(case, cast, poor=[InspectionKind.REFLECTIONS])
    assert unmet(failed_gate(case, cast, unmet=())) == {"inspection"}
    made_up(case, cast)
    inspected(case, cast)
    assert assessed(case, cast, gate).verdict == GateVerdict.PASSED


@pytest.mark.requirement(61)
def test_without_any_inspection_the_gate_is_not_passed(case, cast):
    entered(case, cast)
    studied(case, cast)
    assessment = failed_gate(case, cast, unmet=())
    assert (unmet(assessment), assessment.inspection) == ({"inspection"}, None)


def test_every_unmet_item_has_a_task_of_its_own(case, cast):
    assessment = failed_gate(case, cast)
    tasks = MakeUpTask.objects.filter(case=case)
    assert {task.item for task in tasks} == set(GateAssessmentItem.objects.filter(assessment=assessment, met=False))
