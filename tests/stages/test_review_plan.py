"""The four-point review of a plan: every item answered, passed as a whole or returned with what is pinned."""

from datetime import date

import pytest
from django.utils import timezone

from stages.enums import Act, CriterionKind, Matter, PlanAnswer, PlanVerdict, RunState
from stages.models import Criterion, PlanReview, StageRun
from stages.selectors.blockers import blockers
from stages.selectors.template import plan_criteria
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import AuditEntry, Notification
from tests.stages.building_gates import collective
from tests.stages.building_plans import (
    COUNTS,
    answers,
    drafted_plan,
    entered,
    passed_plan,
    profiled,
    returned_plan,
    reviewed_plan,
    submitted_plan,
)
from tests.teams.ledger import sentences
from tests.units.building_activities import mobilised
from tests.units.building_todos import open_todos
from units.enums import ActivityState, Party, PlanKind, PlanState, TodoKind
from units.models import PlanRemark
from units.rules.plans import held_too_early
from units.selectors.plans import mobilisation_of
from units.services.profiles import fill_profile

THE_FOUR_POINTS = ("plan.conformity", "plan.leaders", "plan.problems", "plan.safeguards")
LISTS = [
    pytest.param("plan.policy.four_ones", 4, marks=pytest.mark.requirement(13)),
    pytest.param("plan.policy.four_phrases", 4, marks=pytest.mark.requirement(14)),
    pytest.param("plan.policy.five_upholds", 5, marks=pytest.mark.requirement(15)),
    pytest.param("plan.safeguards.four_systems", 4, marks=pytest.mark.requirement(18)),
]
ITEMS = [
    pytest.param("plan.conformity", 6, marks=pytest.mark.requirement(50)),
    pytest.param("plan.leaders", 6, marks=pytest.mark.requirement(51)),
    pytest.param("plan.problems", 8, marks=pytest.mark.requirement(52, 53)),
    pytest.param("plan.safeguards", 4, marks=pytest.mark.requirement(18, 54)),
    pytest.param("plan.policy", 3, marks=pytest.mark.requirement(13, 14, 15)),
    pytest.param("plan.overall", 4, marks=pytest.mark.requirement(48)),
]


@pytest.fixture
def version(case, cast):
    """A plan in the team's hands, the profile confirmed."""
    return submitted_plan(profiled(case, cast), cast)


def criterion(code):
    return Criterion.objects.get(code=code)


def assert_unreviewed(version):
    version.refresh_from_db()
    assert (version.state, version.reviewed_at) == (PlanState.SUBMITTED, None)
    assert not PlanReview.objects.exists()
    assert not AuditEntry.objects.filter(act__in=[Act.PLAN_PASSED, Act.PLAN_RETURNED]).exists()


def not_passed(case):
    """What stands between the case and its next stage for want of a plan: whether it is hard, and its row."""
    return [(blocker.hard, blocker.row) for blocker in blockers(case) if blocker.code == "plan_not_passed"]


def errors_of(version, cast, given):
    """The fields at which a review is refused; nothing of it is kept."""
    with pytest.raises(Invalid) as refused:
        reviewed_plan(version, cast, answers=given)
    assert_unreviewed(version)
    return refused.value.errors


@pytest.mark.requirement(49, 54)
@pytest.mark.usefixtures("deputy_leads")
@pytest.mark.parametrize("who", ["leader", "deputy"])
def test_a_plan_of_which_everything_conforms_passes(cast, case, template, version, who):
    review = reviewed_plan(version, cast, acting_user=getattr(cast, who), opinion=" 符合要求。\x00")
    version.refresh_from_db()
    assert (review.verdict, review.opinion, review.reviewed_by) == (
        PlanVerdict.PASSED,
        "符合要求。",
        getattr(cast, who),
    )
    assert (version.state, version.reviewed_at is None) == (PlanState.PASSED, False)
    assert [item.criterion for item in review.items.all()] == list(plan_criteria(template, PlanKind.IMPLEMENTATION))
    assert not PlanRemark.objects.exists()


@pytest.mark.requirement(4, 39)
@pytest.mark.parametrize(
    "who", ["member", "secretary", "liaison", "director", "clerk", "other_leader", "parent_liaison", "stranger"]
)
def test_nobody_else_reviews_the_unit_least_of_all(cast, version, who):
    with pytest.raises(Denied) as refused:
        reviewed_plan(version, cast, acting_user=getattr(cast, who))
    assert [reason.code for reason in refused.value.ruling.reasons] == ["not_leader"]
    assert_unreviewed(version)


@pytest.mark.requirement(24)
def test_it_waits_for_the_confirmed_profile(cast, case):
    version = submitted_plan(profiled(case, cast, confirmed=False), cast)
    with pytest.raises(Denied) as refused:
        reviewed_plan(version, cast)
    assert [(reason.code, reason.row) for reason in refused.value.ruling.reasons] == [("profile_not_confirmed", 24)]
    assert_unreviewed(version)


@pytest.mark.requirement(24)
def test_a_profile_changed_since_is_confirmed_again_first(cast, case, version):
    case.refresh_from_db()
    fill_profile(
        case_id=case.pk,
        expected_version=case.version,
        **COUNTS | {"leaders": 8},
        situation="",
        acting_user=cast.liaison,
    )
    with pytest.raises(Denied):
        reviewed_plan(version, cast)
    assert_unreviewed(version)


def test_a_draft_is_not_reviewed(cast, case):
    version = drafted_plan(profiled(case, cast), cast)
    with pytest.raises(Conflict):
        reviewed_plan(version, cast)
    version.refresh_from_db()
    assert (version.state, PlanReview.objects.count()) == (PlanState.DRAFT, 0)


def test_a_closed_case_takes_none(cast, case, version):
    case.refresh_from_db()
    case.closed_on = date(2005, 7, 1)
    case.save(update_fields=["closed_on"])
    with pytest.raises(Denied) as refused:
        reviewed_plan(version, cast)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["case_closed"]
    assert_unreviewed(version)


@pytest.mark.usefixtures("deputy_leads")
@pytest.mark.requirement(49)
@pytest.mark.parametrize(
    ("build", "state", "act"),
    [(passed_plan, PlanState.PASSED, Act.PLAN_PASSED), (returned_plan, PlanState.RETURNED, Act.PLAN_RETURNED)],
)
def test_it_is_reviewed_once(cast, case, build, state, act):
    version = build(case, cast)
    with pytest.raises(Conflict):
        reviewed_plan(version, cast, acting_user=cast.deputy)
    version.refresh_from_db()
    assert (version.state, PlanReview.objects.count(), len(sentences(act))) == (state, 1, 1)


def test_a_form_older_than_the_version_is_refused(cast, version):
    with pytest.raises(Conflict):
        reviewed_plan(version, cast, expected_version=version.version - 1)
    assert_unreviewed(version)


@pytest.mark.parametrize(("group", "count"), ITEMS)
def test_no_review_leaves_an_item_open(cast, case, version, group, count):
    items = list(Criterion.objects.filter(code__startswith=f"{group}."))
    assert len(items) == count
    for item in items:
        given = [answer for answer in answers(case) if answer.criterion_id != item.pk]
        assert list(errors_of(version, cast, given)) == [f"answer_{item.pk}"]


@pytest.mark.requirement(50)
def test_everything_open_is_said_at_once(cast, template, version):
    assert list(errors_of(version, cast, [])) == [
        f"answer_{item.pk}" for item in plan_criteria(template, PlanKind.IMPLEMENTATION)
    ]


@pytest.mark.parametrize(("code", "count"), LISTS)
def test_a_list_without_one_of_its_entries_needs_a_reason(cast, case, version, code, count):
    asked = criterion(code)
    entries = [entry for entry, _wording in asked.entry_choices]
    assert len(entries) == count
    for absent in entries:
        given = {"ticked": [entry for entry in entries if entry != absent], "remark": " "}
        assert list(errors_of(version, cast, answers(case, **{code: given}))) == [f"remark_{asked.pk}"]


@pytest.mark.parametrize(("code", "count"), LISTS)
def test_with_its_reason_it_may_conform_and_both_are_kept(cast, case, version, code, count):
    ticked = [entry for entry, _wording in criterion(code).entry_choices][1:]
    given = {"ticked": ticked, "remark": "由上级统一建立。"}
    review = reviewed_plan(version, cast, answers=answers(case, **{code: given}))
    kept = review.items.get(criterion__code=code)
    assert (review.verdict, kept.ticked, kept.remark) == (PlanVerdict.PASSED, ticked, "由上级统一建立。")


def test_only_entries_of_the_list_can_be_ticked(cast, case, version):
    for code in ("plan.safeguards.four_systems", "plan.leaders.study"):
        given = answers(case, **{code: {"ticked": ["FIFTH_SYSTEM"], "remark": "说明。"}})
        assert list(errors_of(version, cast, given)) == [f"ticked_{criterion(code).pk}"]


@pytest.mark.requirement(50, 54)
@pytest.mark.parametrize("remark", ["", " \n", "\x00"])
def test_what_is_to_be_revised_is_said(cast, case, version, remark):
    code = "plan.safeguards.funds"
    given = answers(case, **{code: {"answer": PlanAnswer.REVISE, "remark": remark}})
    assert list(errors_of(version, cast, given)) == [f"remark_{criterion(code).pk}"]


@pytest.mark.parametrize(("group", "count"), ITEMS)
def test_one_item_to_revise_returns_the_plan_with_its_remark(cast, case, version, group, count):
    item = Criterion.objects.filter(code__startswith=f"{group}.").last()
    review = reviewed_plan(version, cast, answers=answers(case, revise=(item.code,)))
    version.refresh_from_db()
    assert (review.verdict, version.state) == (PlanVerdict.RETURNED, PlanState.RETURNED)
    remark = PlanRemark.objects.get()
    assert (remark.plan_version, remark.wording_zh, remark.wording_en) == (version, item.wording_zh, item.wording_en)
    assert (remark.remark, remark.answer) == ("请补充具体措施。", "")


@pytest.mark.requirement(54)
def test_each_of_the_four_points_has_to_pass(cast, case, version):
    """All four at fault: all four are pinned, in the order of the speech."""
    first_of_each = tuple(
        Criterion.objects.filter(code__startswith=f"{group}.").order_by("order").first().code
        for group in THE_FOUR_POINTS
    )
    reviewed_plan(version, cast, answers=answers(case, revise=first_of_each))
    pinned = [remark.wording_zh for remark in version.remarks.all()]
    assert pinned == [criterion(code).wording_zh for code in first_of_each]


@pytest.mark.requirement(49)
def test_the_next_version_is_reviewed_anew_and_what_was_said_of_the_first_stays(cast, case):
    first = returned_plan(case, cast)
    second = passed_plan(case, cast)
    assert (first.plan, first.number, second.number) == (second.plan, 1, 2)
    assert (first.review.verdict, second.review.verdict) == (PlanVerdict.RETURNED, PlanVerdict.PASSED)
    assert [remark.answer for remark in first.remarks.all()] == ["已按意见修改。"]
    assert first.submitted_at < first.reviewed_at < second.submitted_at < second.reviewed_at


@pytest.mark.requirement(49)
def test_the_stage_is_not_left_without_a_passed_plan(cast, case):
    assert not_passed(entered(case, cast)) == [(True, 49)]
    returned_plan(case, cast)
    assert not_passed(case) == [(True, 49)]
    passed_plan(case, cast)
    assert not_passed(case) == []
    assert StageRun.objects.get().state == RunState.OPEN


def test_a_discussion_of_the_plan_by_a_quorum_may_be_named(cast, case, version):
    decision = collective(case, cast, Matter.PLAN)
    assert reviewed_plan(version, cast, collective_decision_id=decision.pk).collective_decision == decision


@pytest.mark.requirement(96)
def test_a_discussion_without_a_quorum_or_of_another_matter_is_not(cast, case, version):
    alone = collective(case, cast, Matter.PLAN, present=["leader"])
    with pytest.raises(Denied) as refused:
        reviewed_plan(version, cast, collective_decision_id=alone.pk)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["no_quorum"]
    with pytest.raises(Invalid) as refused:
        reviewed_plan(version, cast, collective_decision_id=collective(case, cast, Matter.GATE).pk)
    assert list(refused.value.errors) == ["collective_decision"]
    assert_unreviewed(version)


def test_a_return_leaves_the_plan_to_the_unit_and_a_pass_to_nobody(cast, case, version):
    assert TodoKind.REVIEW_PLAN in open_todos(case)
    reviewed_plan(version, cast, answers=answers(case, revise=("plan.overall.fit",)))
    todos = open_todos(case)
    assert TodoKind.REVIEW_PLAN not in todos
    assert (todos[TodoKind.PLAN].party, todos[TodoKind.PLAN].target_id) == (Party.UNIT, version.pk)
    case.refresh_from_db()
    assert (case.holder, case.holder_reason) == (Party.UNIT, TodoKind.PLAN)
    passed_plan(case, cast)
    assert not {TodoKind.PLAN, TodoKind.REVIEW_PLAN} & set(open_todos(case))


@pytest.mark.requirement(91)
@pytest.mark.parametrize(
    ("revise", "act", "kind", "sentence"),
    [
        ((), Act.PLAN_PASSED, "stages.plan_passed", "组长审核通过了实施方案第1稿。"),
        (("plan.overall.fit",), Act.PLAN_RETURNED, "stages.plan_returned", "组长退回了实施方案第1稿，需修改1项。"),
    ],
)
def test_the_unit_is_told_and_the_ledger_keeps_it(cast, case, version, revise, act, kind, sentence):
    reviewed_plan(version, cast, answers=answers(case, revise=revise))
    told = Notification.objects.filter(kind=kind)
    assert {notice.recipient for notice in told} == {cast.secretary, cast.liaison}
    entry = AuditEntry.objects.about(case).get(act=act)
    assert (entry.actor, entry.acting_as, entry.target_id) == (cast.leader, "LEADER", version.pk)
    assert sentences(act) == [sentence]
    assert "请补充具体措施。" not in entry.details


@pytest.mark.requirement(39)
def test_who_answers_for_the_plan_and_who_for_its_review_stand_apart(cast, version):
    review = reviewed_plan(version, cast)
    version.refresh_from_db()
    assert (version.drafted_by, version.submitted_by) == (cast.liaison, cast.secretary)
    assert (review.reviewed_by, review.plan_version) == (cast.leader, version)


@pytest.mark.requirement(47)
def test_a_mobilisation_meeting_before_the_plan_passed_is_recorded_warned_of_and_no_obstacle(cast, case, version):
    meeting = mobilised(case, cast)
    assert (mobilisation_of(case), meeting.state) == (meeting, ActivityState.VERIFIED)
    assert held_too_early(meeting.held_on, None)
    reviewed_plan(version, cast)
    version.refresh_from_db()
    assert version.state == PlanState.PASSED
    assert held_too_early(meeting.held_on, timezone.localdate(version.reviewed_at))
    assert not {"plan_not_passed", "quantity:exit.mobilisation"} & {blocker.code for blocker in blockers(case)}


def test_every_list_of_the_review_is_among_those_proved(template):
    lists = (
        plan_criteria(template, PlanKind.IMPLEMENTATION)
        .filter(kind=CriterionKind.CHECKLIST)
        .values_list("code", flat=True)
    )
    assert set(lists) == {param.values[0] for param in LISTS}
