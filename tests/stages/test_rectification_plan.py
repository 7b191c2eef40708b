"""The rectification plan (整改方案): from its stage's opening to the ledger of measures (rows 79, 80, 112)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from stages.enums import Act, Matter, PlanVerdict, RectificationState
from stages.models import Rectification
from stages.rules.blockers import Moment
from stages.selectors.blockers import blockers
from stages.selectors.gates import asked_of
from stages.services import rectifications
from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from tests.samples import uploaded
from tests.stages.building_gates import assessed, collective, gate_of
from tests.stages.building_plans import passed_plan
from tests.stages.building_rectification_plans import (
    OF_A_BRANCH,
    OF_THE_LEADERSHIP,
    drafted_rectification_plan,
    in_last_stage,
    measures_of,
    passed_rectification_plan,
    problems,
    reviewed_rectification_plan,
    submitted_rectification_plan,
)
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos
from units.enums import Party, PlanKind, PlanState, TodoKind
from units.models import PlanProblem
from units.rules import plans as rules
from units.selectors.plans import versions_of
from units.services.plan_problems import save_problems
from units.services.plans import draft_version, submit_plan

GATE = "RECTIFICATION_IMPROVEMENT"
LACKING = [{"responsible": ""}, {"due_on": None}, {"quality_requirement": ""}]


@pytest.fixture
def last(case, cast):
    return in_last_stage(case, cast)


def submit(version, who):
    return submit_plan(version_id=version.pk, expected_version=version.version, acting_user=who)


def reasons(refused):
    return [(reason.code, reason.row) for reason in refused.value.ruling.reasons]


def figures_of(case, code):
    return next(each.figures for each in asked_of(case, gate_of(case, GATE)) if each.criterion.code == code)


@pytest.mark.requirement(76)
def test_it_is_not_written_before_its_stage_asks_for_it(case, cast):
    passed_plan(case, cast)
    with pytest.raises(Denied) as refused:
        draft_version(
            case_id=case.pk,
            kind=PlanKind.RECTIFICATION,
            upload=uploaded("整改方案.docx"),
            note="",
            acting_user=cast.liaison,
        )
    assert reasons(refused) == [("not_asked", 76)]


def test_the_stage_asks_the_unit_for_it_and_the_unit_the_team(last, cast):
    assert open_todos(last)[TodoKind.RECTIFICATION_PLAN].party == Party.UNIT
    version = submitted_rectification_plan(last, cast)
    todos = open_todos(last)
    assert TodoKind.RECTIFICATION_PLAN not in todos
    assert todos[TodoKind.REVIEW_RECTIFICATION_PLAN].target_id == version.pk
    reviewed_rectification_plan(version, cast)
    open_kinds = last.todos.filter(settled_at=None).values_list("kind", flat=True)
    assert not {TodoKind.RECTIFICATION_PLAN, TodoKind.REVIEW_RECTIFICATION_PLAN} & set(open_kinds)


@pytest.mark.requirement(80, 112)
@pytest.mark.parametrize("lacking", LACKING, ids=lambda given: next(iter(given)))
@pytest.mark.parametrize("at", [0, 1], ids=["leadership", "branch"])
def test_without_responsible_deadline_and_quality_it_is_saved_but_not_handed_in(last, cast, lacking, at):
    listed = problems()
    listed[at] = replace(listed[at], **lacking)
    version = drafted_rectification_plan(last, cast, problems=listed)
    with pytest.raises(Denied) as refused:
        submit(version, cast.secretary)
    assert reasons(refused) == [("incomplete", 80)]
    version.refresh_from_db()
    assert (version.state, version.problems.count()) == (PlanState.DRAFT, 2)


@pytest.mark.requirement(80, 112)
@pytest.mark.parametrize("lacking", LACKING, ids=lambda given: next(iter(given)))
def test_without_the_rule_of_row_80_it_would_be_handed_in(last, cast, monkeypatch, lacking):
    monkeypatch.setattr(rules, "is_complete", lambda problem: True)
    monkeypatch.setattr("units.selectors.plans.is_complete", lambda problem: True)
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        test_without_responsible_deadline_and_quality_it_is_saved_but_not_handed_in(last, cast, lacking, 0)


@pytest.mark.requirement(80)
def test_a_deadline_lies_ahead_when_the_plan_is_handed_in(last, cast):
    version = drafted_rectification_plan(last, cast, problems=problems(due_on=clock.today() - timedelta(days=1)))
    with pytest.raises(Denied) as refused:
        submit(version, cast.secretary)
    assert reasons(refused) == [("late", 80)]


@pytest.mark.requirement(79)
def test_it_lists_what_was_found_in_whatever_category(last, cast):
    version = drafted_rectification_plan(last, cast)
    PlanProblem.objects.filter(plan_version=version).delete()
    with pytest.raises(Denied) as refused:
        submit(version, cast.secretary)
    assert reasons(refused) == [("no_problem", 79)]


@pytest.mark.requirement(79)
@pytest.mark.parametrize(
    ("field", "value"), [("level", "INDIVIDUAL"), ("text", "张某，电话13812345678。"), ("responsible", "13812345678")]
)
def test_no_individual_is_itemised_or_named(last, cast, field, value):
    version = drafted_rectification_plan(last, cast)
    with pytest.raises(Invalid) as refused:
        save_problems(
            version_id=version.pk,
            expected_version=version.version,
            problems=problems(**{field: value}),
            omissions={},
            acting_user=cast.liaison,
        )
    assert list(refused.value.errors) == [f"{field}_0"]
    assert [problem.text for problem in version.problems.all()] == [OF_THE_LEADERSHIP.text, OF_A_BRANCH.text]


@pytest.mark.requirement(79, 80, 112)
@pytest.mark.parametrize("code", ["levels", "public_opinion", "practicable", "responsibility", "deadline", "quality"])
def test_one_item_to_revise_returns_it_and_the_next_version_answers(last, cast, code):
    version = submitted_rectification_plan(last, cast)
    review = reviewed_rectification_plan(version, cast, revise=[f"rectification_plan.{code}"])
    assert (review.verdict, version.state) == (PlanVerdict.RETURNED, PlanState.RETURNED)
    assert not Rectification.objects.filter(case=last).exists()
    again = draft_version(
        case_id=last.pk,
        kind=PlanKind.RECTIFICATION,
        upload=uploaded("整改方案二稿.docx"),
        note="",
        acting_user=cast.liaison,
    )
    assert [(each.level, each.quality_requirement) for each in again.problems.all()] == [
        (each.level, each.quality_requirement) for each in version.problems.all()
    ]
    with pytest.raises(Denied) as refused:
        submit(again, cast.secretary)
    assert reasons(refused) == [("unanswered", 49)]


@pytest.mark.requirement(79, 80, 112)
def test_what_it_sets_out_to_mend_is_worked_like_any_measure(last, cast):
    version = passed_rectification_plan(last, cast)
    measures = measures_of(last)
    assert [(row.plan_problem, row.level, row.state) for row in measures] == [
        (problem, problem.level, RectificationState.IN_PROGRESS) for problem in version.problems.all()
    ]
    first = measures[0]
    assert (first.measure, first.responsible, first.quality_requirement, first.due_on) == (
        OF_THE_LEADERSHIP.measure,
        OF_THE_LEADERSHIP.responsible,
        OF_THE_LEADERSHIP.quality_requirement,
        clock.today() + timedelta(days=10),
    )
    reported = rectifications.report(
        rectification_id=first.pk, expected_version=first.version, result="会议减少四成。", acting_user=cast.liaison
    )
    struck_off = rectifications.verify(
        rectification_id=first.pk, expected_version=reported.version, acting_user=cast.member
    )
    assert struck_off.state == RectificationState.VERIFIED
    rebounded = rectifications.reopen(
        rectification_id=first.pk, expected_version=struck_off.version, note="会议又多了。", acting_user=cast.leader
    )
    assert rebounded.state == RectificationState.REOPENED
    assert sentences(Act.RECTIFICATION_REPORTED) == ["县委联络员报告整改方案所列问题的一条整改措施已完成。"]


@pytest.mark.requirement(80)
def test_the_gate_asks_for_a_plan_that_has_passed(last, cast):
    code = "gate.rectification.plan_passed"
    assert figures_of(last, code).verified_suffices is False
    missing = next(each for each in blockers(last, Moment.SUBMIT) if each.code == f"quantity:{code}")
    assert (missing.hard, missing.row, missing.act) == (True, 80, "rectification_plan")
    assert assessed(last, cast, gate_of(last, GATE), collective_decision_id=collective(last, cast).pk).verdict == (
        "NOT_PASSED"
    )
    passed_rectification_plan(last, cast)
    assert figures_of(last, code).verified_suffices
    assert f"quantity:{code}" not in [each.code for each in blockers(last, Moment.RECOMMEND)]


def test_the_two_plans_of_a_case_keep_apart(last, cast):
    passed_rectification_plan(last, cast)
    assert versions_of(last, PlanKind.IMPLEMENTATION).count() == versions_of(last, PlanKind.RECTIFICATION).count() == 1
    with pytest.raises(Conflict):
        drafted_rectification_plan(last, cast)
    assert sentences(Act.PLAN_PASSED) == ["组长审核通过了实施方案第1稿。", "组长审核通过了整改方案第1稿。"]


@pytest.mark.requirement(96)
def test_a_review_names_a_discussion_of_this_plan(last, cast):
    version = submitted_rectification_plan(last, cast)
    with pytest.raises(Invalid):
        reviewed_rectification_plan(version, cast, collective_decision_id=collective(last, cast, Matter.PLAN).pk)
    about = collective(last, cast, Matter.RECTIFICATION_PLAN)
    assert reviewed_rectification_plan(version, cast, collective_decision_id=about.pk).collective_decision == about


@pytest.mark.requirement(4)
@pytest.mark.parametrize("who", ["member", "secretary", "director", "stranger"])
def test_its_review_is_the_leaders(last, cast, who):
    version = submitted_rectification_plan(last, cast)
    with pytest.raises(Denied):
        reviewed_rectification_plan(version, cast, acting_user=getattr(cast, who))
