"""The unit's answer to a problem: it acknowledges it with measures, or disputes it (row 35)."""

from datetime import timedelta

import pytest

from stages.enums import Act, FindingState, RectificationState, TodoKind
from stages.services.findings import acknowledge_finding, dispute_finding, uphold_finding
from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification
from tests.stages.building_findings import acknowledged, disputed, drafted, issued, measure, suggested
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos
from units.enums import SubjectLevel
from units.models import Todo

OTHERS = ["leader", "member", "director", "clerk", "other_secretary", "parent_liaison"]


def acknowledge(finding, who, *measures):
    return acknowledge_finding(
        finding_id=finding.pk, expected_version=finding.version, measures=measures or [measure()], acting_user=who
    )


def dispute(finding, who, reason="与事实不符。"):
    return dispute_finding(finding_id=finding.pk, expected_version=finding.version, reason=reason, acting_user=who)


def uphold(finding, who, answer="经复核，该表确为本单位印发。"):
    return uphold_finding(finding_id=finding.pk, expected_version=finding.version, answer=answer, acting_user=who)


@pytest.mark.requirement(35)
@pytest.mark.parametrize("who", ["secretary", "liaison"])
def test_the_unit_acknowledges_a_problem_with_its_measures(cast, case, who):
    finding = acknowledge(issued(case, cast), getattr(cast, who), measure(), measure(level=SubjectLevel.BRANCH))
    assert (finding.state, finding.acknowledged_by) == (FindingState.ACKNOWLEDGED, getattr(cast, who))
    first, second = finding.rectifications.all()
    assert first.state == second.state == RectificationState.IN_PROGRESS
    assert [first.level, second.level] == [SubjectLevel.LEADERSHIP, SubjectLevel.BRANCH]
    assert sentences(Act.FINDING_ACKNOWLEDGED) == [
        f"{getattr(cast, who).name}代表党委（党组）认领第1号问题，提出整改措施2条。"
    ]
    told = Notification.objects.filter(kind="stages.finding_acknowledged")
    assert {notice.recipient for notice in told} == {cast.leader, cast.deputy, cast.member}


@pytest.mark.requirement(36)
def test_each_measure_is_a_duty_with_its_deadline(cast, case):
    finding = acknowledge(issued(case, cast), cast.secretary, measure(), measure(due_on=None))
    duties = Todo.objects.filter(case=case, kind=TodoKind.RECTIFY, settled_at=None)
    assert {(todo.target_id, todo.due_on) for todo in duties} == {
        (rectification.pk, rectification.due_on) for rectification in finding.rectifications.all()
    }
    assert not Todo.objects.filter(case=case, kind=TodoKind.ACKNOWLEDGE, settled_at=None).exists()


@pytest.mark.requirement(80)
@pytest.mark.parametrize("missing", [{"responsible": " "}, {"due_on": None}, {"quality_requirement": ""}])
def test_a_measure_that_lacks_one_of_the_four_stays_open(cast, case, missing):
    finding = acknowledge(issued(case, cast), cast.secretary, measure(**missing))
    assert finding.rectifications.get().state == RectificationState.OPEN


@pytest.mark.requirement(35)
def test_without_a_measure_it_is_not_acknowledged(cast, case):
    finding = issued(case, cast)
    with pytest.raises(Invalid) as refused:
        acknowledge_finding(
            finding_id=finding.pk, expected_version=finding.version, measures=[], acting_user=cast.secretary
        )
    assert list(refused.value.errors) == ["measure"]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("measure", " "),
        ("measure", "请拨13812345678"),
        ("responsible", "13812345678"),
        ("responsible", "字" * 101),
        ("quality_requirement", "110101199003070018"),
        ("level", "INDIVIDUAL"),
        ("due_on", clock.today() - timedelta(days=1)),
    ],
)
def test_a_measure_that_cannot_be_so_is_refused_and_nothing_written(cast, case, field, value):
    finding = issued(case, cast)
    with pytest.raises(Invalid) as refused:
        acknowledge(finding, cast.secretary, measure(), measure(**{field: value}))
    assert list(refused.value.errors) == [field]
    finding.refresh_from_db()
    assert finding.state == FindingState.ISSUED
    assert not finding.rectifications.exists()


@pytest.mark.requirement(4)
@pytest.mark.parametrize("who", OTHERS)
@pytest.mark.parametrize("act", [acknowledge, dispute])
def test_nobody_else_answers_for_the_unit(cast, case, who, act):
    with pytest.raises(Denied):
        act(issued(case, cast), getattr(cast, who))


@pytest.mark.parametrize("act", [acknowledge, dispute])
def test_a_draft_is_not_answered(cast, case, act):
    with pytest.raises(Conflict):
        act(drafted(case, cast), cast.secretary)


@pytest.mark.parametrize("act", [acknowledge, dispute])
def test_a_suggestion_is_neither_acknowledged_nor_disputed(cast, case, act):
    with pytest.raises(Denied):
        act(suggested(case, cast), cast.secretary)


@pytest.mark.parametrize("act", [acknowledge, dispute])
def test_it_is_answered_once_and_not_by_a_stale_form(cast, case, act):
    finding = issued(case, cast)
    finding.version -= 1
    with pytest.raises(Conflict):
        act(finding, cast.secretary)
    finding.version += 1
    act(finding, cast.secretary)
    with pytest.raises(Conflict):
        act(finding, cast.secretary)
    with pytest.raises(Conflict):
        act(acknowledged(case, cast), cast.secretary)


@pytest.mark.requirement(35)
def test_the_unit_disputes_with_a_reason_and_the_team_has_to_settle_it(cast, case):
    finding = dispute(issued(case, cast), cast.secretary)
    assert (finding.state, finding.dispute) == (FindingState.DISPUTED, "与事实不符。")
    duties = open_todos(case)
    assert duties[TodoKind.SETTLE_DISPUTE].party == "TEAM"
    assert TodoKind.ACKNOWLEDGE not in duties
    assert sentences(Act.FINDING_DISPUTED) == ["县委书记代表党委（党组）对第1号问题提出异议，理由：与事实不符。"]
    told = Notification.objects.filter(kind="stages.finding_disputed")
    assert {notice.recipient for notice in told} == {cast.leader, cast.deputy, cast.member}


@pytest.mark.parametrize("reason", ["", " \n", "电话13812345678"])
def test_a_dispute_has_a_reason_without_numbers_of_persons(cast, case, reason):
    with pytest.raises(Invalid) as refused:
        dispute(issued(case, cast), cast.secretary, reason)
    assert list(refused.value.errors) == ["reason"]


@pytest.mark.requirement(35)
def test_an_upheld_finding_waits_to_be_acknowledged_and_keeps_the_dispute(cast, case):
    finding = uphold(disputed(case, cast), cast.leader)
    assert (finding.state, finding.number) == (FindingState.UPHELD, 1)
    assert finding.dispute
    assert finding.dispute_answer == "经复核，该表确为本单位印发。"
    assert set(open_todos(case)) >= {TodoKind.ACKNOWLEDGE}
    assert TodoKind.SETTLE_DISPUTE not in open_todos(case)
    assert sentences(Act.DISPUTE_UPHELD) == ["组长答复异议：第1号问题维持不变，理由：经复核，该表确为本单位印发。"]
    assert Notification.objects.filter(kind="stages.dispute_upheld").count() == 2
    with pytest.raises(Conflict):
        dispute(finding, cast.secretary)
    assert acknowledge(finding, cast.secretary).state == FindingState.ACKNOWLEDGED


def test_the_unit_may_acknowledge_what_it_disputed(cast, case):
    finding = acknowledge(disputed(case, cast), cast.secretary)
    assert finding.state == FindingState.ACKNOWLEDGED
    assert TodoKind.SETTLE_DISPUTE not in open_todos(case)


@pytest.mark.parametrize("who", ["member", "secretary", "director"])
def test_only_the_leader_upholds(cast, case, who):
    with pytest.raises(Denied):
        uphold(disputed(case, cast), getattr(cast, who))


def test_nothing_is_left_to_the_unit_once_the_case_is_closed(cast, case):
    """It could no longer acknowledge: the duty would stand open for ever."""
    finding = disputed(case, cast)
    case.refresh_from_db()
    case.closed_on = clock.today()
    case.save(update_fields=["closed_on"])
    with pytest.raises(Denied):
        uphold(finding, cast.leader)


def test_what_is_not_disputed_is_not_upheld_and_it_takes_an_answer(cast, case):
    with pytest.raises(Conflict):
        uphold(issued(case, cast), cast.leader)
    finding = disputed(case, cast)
    with pytest.raises(Invalid) as refused:
        uphold(finding, cast.leader, " ")
    assert list(refused.value.errors) == ["answer"]
    finding.version -= 1
    with pytest.raises(Conflict):
        uphold(finding, cast.leader)
