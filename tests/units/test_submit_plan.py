"""Submitting the plan: the secretary for the Party committee, when nothing is missing, once."""

from datetime import date, timedelta

import pytest

from teams import clock
from teams.exceptions import Conflict, Denied
from teams.models import AuditEntry, Notification
from tests.samples import uploaded
from tests.stages.building_plans import (
    OTHERS,
    PROBLEM,
    drafted_plan,
    entered,
    passed_plan,
    profiled,
    returned_plan,
    submitted_plan,
)
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos
from units.enums import THE_FIVE_CATEGORIES, Act, Party, PlanState, TodoKind
from units.models import PlanProblem, PlanVersion
from units.rules.plans import held_too_early
from units.selectors.plans import remarks_to_answer
from units.services.plan_problems import save_problems
from units.services.plans import answer_remarks, draft_version, submit_plan


def submit(version, who, expected=None):
    return submit_plan(version_id=version.pk, expected_version=expected or version.version, acting_user=who)


def reasons(version, who):
    """Why it is refused, by code and row; the version stays the draft that it is."""
    with pytest.raises(Denied) as refused:
        submit(version, who)
    version.refresh_from_db()
    assert (version.state, version.submitted_at, version.submitted_by) == (PlanState.DRAFT, None, None)
    assert not AuditEntry.objects.filter(act=Act.PLAN_SUBMITTED, target_id=version.pk).exists()
    return [(reason.code, reason.row) for reason in refused.value.ruling.reasons]


@pytest.mark.requirement(39, 49)
def test_the_secretary_submits_for_the_party_committee(cast, case):
    version = submit(drafted_plan(case, cast), cast.secretary)
    assert (version.state, version.submitted_by) == (PlanState.SUBMITTED, cast.secretary)
    assert (version.submitted_at is None, version.reviewed_at) == (False, None)


@pytest.mark.requirement(4, 39)
@pytest.mark.parametrize(
    "who", ["liaison", "leader", "member", "director", "clerk", "other_secretary", "parent_liaison", "stranger"]
)
def test_nobody_else_does_the_team_least_of_all(cast, case, who):
    assert reasons(drafted_plan(case, cast), getattr(cast, who)) == [("not_secretary", 49)]


def test_a_closed_case_takes_none(cast, case):
    version = drafted_plan(case, cast)
    case.refresh_from_db()
    case.closed_on = date(2005, 7, 1)
    case.save(update_fields=["closed_on"])
    assert reasons(version, cast.secretary) == [("case_closed", None)]


@pytest.mark.requirement(52)
@pytest.mark.parametrize("category", THE_FIVE_CATEGORIES)
def test_a_category_without_a_problem_says_why(cast, case, category):
    given = {"problems": [PROBLEM], "omissions": {key: why for key, why in OTHERS.items() if key != category}}
    if category == PROBLEM.category:
        given["problems"] = []
    version = drafted_plan(case, cast, **given)
    assert reasons(version, cast.secretary) == [(f"empty_{category.lower()}", 52)]


@pytest.mark.requirement(53)
def test_a_problem_without_a_measure_is_not_handed_in(cast, case):
    """No form leaves one behind; a row that came another way is stopped all the same."""
    version = drafted_plan(case, cast)
    PlanProblem.objects.filter(plan_version=version).update(measure="")
    assert reasons(version, cast.secretary) == [("no_measure", 53)]


def test_there_is_a_file(cast, case):
    version = drafted_plan(case, cast)
    PlanVersion.objects.filter(pk=version.pk).update(file=None)
    assert reasons(version, cast.secretary) == [("no_file", None)]


@pytest.mark.requirement(52)
def test_everything_missing_is_said_at_once(cast, case):
    entered(case, cast)
    version = draft_version(case_id=case.pk, upload=uploaded("实施方案.pdf"), note="", acting_user=cast.liaison)
    assert reasons(version, cast.secretary) == [(f"empty_{c.lower()}", 52) for c in THE_FIVE_CATEGORIES]


@pytest.mark.requirement(49)
def test_the_next_version_answers_everything_that_was_pinned(cast, case):
    returned_plan(case, cast, revise=("plan.leaders.study", "plan.safeguards.funds"))
    version = draft_version(case_id=case.pk, upload=uploaded("第二稿.docx"), note="", acting_user=cast.liaison)
    pinned = list(remarks_to_answer(version))
    for number, remark in enumerate(pinned):
        assert reasons(version, cast.secretary) == [("unanswered", 49)], number
        version = answer_remarks(
            version_id=version.pk,
            expected_version=version.version,
            answers={remark.pk: "已补充具体措施。"},
            acting_user=cast.liaison,
        )
    assert submit(version, cast.secretary).number == len(pinned) == 2


@pytest.mark.requirement(49)
@pytest.mark.parametrize("build", [submitted_plan, returned_plan, passed_plan])
def test_it_is_submitted_once(cast, case, build):
    version = build(case, cast)
    stamped = version.state, version.submitted_at
    with pytest.raises(Conflict):
        submit(version, cast.secretary)
    version.refresh_from_db()
    assert (version.state, version.submitted_at) == stamped
    assert len(sentences(Act.PLAN_SUBMITTED)) == 1


def test_what_changed_since_the_page_showed_it_is_read_first(cast, case):
    version = drafted_plan(case, cast)
    save_problems(
        version_id=version.pk,
        expected_version=version.version,
        problems=[PROBLEM, PROBLEM],
        omissions=OTHERS,
        acting_user=cast.liaison,
    )
    with pytest.raises(Conflict):
        submit(version, cast.secretary)
    version.refresh_from_db()
    assert version.state == PlanState.DRAFT


def test_the_duty_goes_to_the_team(cast, case):
    version = drafted_plan(profiled(case, cast), cast)
    assert TodoKind.PLAN in open_todos(case)
    submit(version, cast.secretary)
    todos = open_todos(case)
    assert TodoKind.PLAN not in todos
    assert (todos[TodoKind.REVIEW_PLAN].party, todos[TodoKind.REVIEW_PLAN].target_id) == (Party.TEAM, version.pk)
    case.refresh_from_db()
    assert (case.holder, case.holder_reason) == (Party.TEAM, TodoKind.REVIEW_PLAN)


@pytest.mark.requirement(91)
def test_the_team_is_told_and_the_ledger_keeps_what_was_handed_in(cast, case):
    version = submit(drafted_plan(case, cast), cast.secretary)
    told = Notification.objects.filter(kind="units.plan_submitted")
    assert {notice.recipient for notice in told} == {cast.leader, cast.deputy, cast.member}
    entry = AuditEntry.objects.about(case).get(act=Act.PLAN_SUBMITTED)
    assert (entry.actor, entry.acting_as, entry.target_id) == (cast.secretary, "SECRETARY", version.pk)
    assert sentences(Act.PLAN_SUBMITTED) == ["县委书记报送了实施方案第1稿，列出问题1个。"]
    assert version.file.file.sha256 in entry.details
    assert PROBLEM.text not in entry.details


@pytest.mark.requirement(47)
def test_a_meeting_on_the_day_of_passing_or_later_is_in_order():
    passed_on = clock.today()
    assert held_too_early(passed_on - timedelta(days=1), passed_on)
    assert not held_too_early(passed_on, passed_on)
    assert not held_too_early(passed_on + timedelta(days=1), passed_on)
    assert not held_too_early(None, None)
