"""The verdict that passed a plan is taken back with a reason: the plan is with the unit, its measures wait."""

from datetime import timedelta

import pytest

from stages.enums import Act, PlanVerdict, RectificationState, TodoKind
from stages.models import PlanReview
from stages.rules.blockers import Moment
from stages.selectors.blockers import blockers
from stages.selectors.rectifications import counts
from stages.services import rectifications
from stages.services.plan_taken_back import take_back_plan_verdict
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification
from tests.stages.building_plans import drafted_plan, passed_plan, reviewed_plan
from tests.stages.building_rectification_plans import (
    drafted_rectification_plan,
    in_last_stage,
    measures_of,
    passed_rectification_plan,
    problems,
    reviewed_rectification_plan,
)
from tests.stages.building_transitions import recommended, ripe
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos
from units.enums import Party, PlanKind, PlanState
from units.enums import TodoKind as UnitsTodo
from units.selectors.plans import remarks_to_answer, versions_of
from units.services.plans import submit_plan

REASON = "审核时看的是另一单位的方案。"


def take_back(version, cast, **given):
    version.refresh_from_db()
    given.setdefault("reason", REASON)
    given.setdefault("acting_user", cast.leader)
    given.setdefault("expected_version", version.version)
    return take_back_plan_verdict(version_id=version.pk, **given)


def codes(refused):
    return [reason.code for reason in refused.value.ruling.reasons]


def submitted_again(version, cast):
    return submit_plan(version_id=version.pk, expected_version=version.version, acting_user=cast.secretary)


def test_the_plan_is_with_the_unit_again_and_the_review_stays(case, cast):
    version = passed_plan(case, cast)
    review = take_back(version, cast)
    version.refresh_from_db()
    assert version.state == PlanState.RETURNED
    assert (review.verdict, review.taken_back_by, review.taken_back_reason) == (
        PlanVerdict.PASSED,
        cast.leader,
        REASON,
    )
    assert open_todos(case)[UnitsTodo.PLAN].party == Party.UNIT
    assert "plan_not_passed" in [blocker.code for blocker in blockers(case, Moment.SUBMIT)]


def test_the_next_version_answers_the_reason_and_can_pass(case, cast):
    take_back(passed_plan(case, cast), cast)
    again = drafted_plan(case, cast)
    assert [(remark.wording, remark.remark) for remark in remarks_to_answer(again)] == [
        ("本稿的审核通过结论已被撤回", REASON)
    ]
    submitted_again(again, cast)
    again.refresh_from_db()
    assert reviewed_plan(again, cast).verdict == PlanVerdict.PASSED


@pytest.mark.parametrize("who", ["member", "secretary", "liaison", "director", "clerk", "stranger"])
def test_it_is_the_leaders(case, cast, who):
    version = passed_plan(case, cast)
    with pytest.raises(Denied) as refused:
        take_back(version, cast, acting_user=getattr(cast, who))
    assert codes(refused) == ["not_leader"]
    version.refresh_from_db()
    assert version.state == PlanState.PASSED


def test_it_asks_for_a_reason(case, cast):
    version = passed_plan(case, cast)
    with pytest.raises(Invalid):
        take_back(version, cast, reason=" ")
    assert not PlanReview.objects.exclude(taken_back_at=None).exists()


def test_it_is_done_once(case, cast):
    version = passed_plan(case, cast)
    take_back(version, cast)
    with pytest.raises(Conflict):
        take_back(version, cast)
    assert len(sentences(Act.PLAN_TAKEN_BACK)) == 1


@pytest.mark.requirement(76)
def test_it_stands_while_the_request_is_with_the_group_and_once_the_stage_is_left(case, cast, media):
    ripe(case, cast)
    recommended(case, cast)
    with pytest.raises(Denied) as refused:
        take_back(versions_of(case, PlanKind.IMPLEMENTATION).get(), cast)
    assert codes(refused) == ["with_the_group"]


def test_the_unit_is_told_and_the_ledger_says_why(case, cast):
    take_back(passed_plan(case, cast), cast)
    assert sentences(Act.PLAN_TAKEN_BACK) == [f"组长撤回了实施方案第1稿的审核通过结论，理由：{REASON}"]
    told = Notification.objects.filter(kind="stages.plan_taken_back")
    assert {notice.recipient for notice in told} == {cast.secretary, cast.liaison}


@pytest.fixture
def plan(case, cast):
    return passed_rectification_plan(in_last_stage(case, cast), cast)


@pytest.mark.requirement(80)
def test_its_measures_ask_for_nothing_until_it_passes_again(plan, case, cast):
    take_back(plan, cast)
    first = measures_of(case)[0]
    assert not [key for key in open_todos_by_key(case) if key.startswith(str(TodoKind.RECTIFY))]
    assert counts(case) == {"all": 2, "open": 0, "overdue": 0, "verified": 0}
    with pytest.raises(Conflict):
        rectifications.report(
            rectification_id=first.pk, expected_version=first.version, result="已完成。", acting_user=cast.liaison
        )


def open_todos_by_key(case):
    return list(case.todos.filter(settled_at=None).values_list("key", flat=True))


@pytest.mark.requirement(80)
def test_the_next_version_takes_up_what_it_still_lists(plan, case, cast):
    kept, changed = measures_of(case)
    rectifications.report(
        rectification_id=kept.pk, expected_version=kept.version, result="已完成。", acting_user=cast.liaison
    )
    take_back(plan, cast)
    listed = problems(measure="改了措施。")
    later = listed[1].due_on + timedelta(days=5)
    listed[1] = type(listed[1])(**listed[1].__dict__ | {"due_on": later})
    again = submitted_again(drafted_rectification_plan(case, cast, problems=listed), cast)
    reviewed_rectification_plan(again, cast)
    now = measures_of(case)
    assert [row.pk for row in now] == [kept.pk, changed.pk]
    assert {row.plan_problem.plan_version_id for row in now} == {again.pk}
    assert (now[0].state, now[0].measure) == (RectificationState.REPORTED, kept.measure)
    assert (now[1].state, now[1].due_on) == (RectificationState.IN_PROGRESS, later)
    assert f"{TodoKind.VERIFY_RECTIFICATION}:{kept.pk}" in open_todos_by_key(case)
    assert f"{TodoKind.RECTIFY}:{changed.pk}" in open_todos_by_key(case)


def test_what_it_no_longer_lists_stays_on_record_and_asks_for_nothing(plan, case, cast):
    take_back(plan, cast)
    again = submitted_again(drafted_rectification_plan(case, cast, problems=problems()[:1]), cast)
    reviewed_rectification_plan(again, cast)
    assert counts(case) == {"all": 2, "open": 1, "overdue": 0, "verified": 0}
