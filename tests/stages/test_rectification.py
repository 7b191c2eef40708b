"""A measure from its planning to its striking off (rows 33, 36, 80)."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from stages.enums import Act, RectificationState, TodoKind
from stages.models import Rectification
from stages.rules.rectifications import is_overdue
from stages.selectors.rectifications import counts, shown_of
from stages.services import findings, rectifications
from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification, StoredFile
from tests.samples import uploaded
from tests.stages.building_findings import acknowledged, issued, measure, planned, reported, verified
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos
from units.models import CaseFile

UNIT = ["secretary", "liaison"]
TEAM = ["member", "deputy", "leader"]


def codes(refused) -> list[str]:
    return [reason.code for reason in refused.value.ruling.reasons]


def plan(row, who, **changes):
    return rectifications.plan(
        rectification_id=row.pk, expected_version=row.version, given=measure(**changes), acting_user=who
    )


def report(row, who, result="已完成。", files=()):
    return rectifications.report(
        rectification_id=row.pk, expected_version=row.version, result=result, files=files, acting_user=who
    )


def verify(row, who, note=""):
    return rectifications.verify(rectification_id=row.pk, expected_version=row.version, note=note, acting_user=who)


def reopen(row, who, note="还有两个支部未办。"):
    return rectifications.reopen(rectification_id=row.pk, expected_version=row.version, note=note, acting_user=who)


def add(finding, who, **changes):
    return rectifications.add(finding_id=finding.pk, given=measure(**changes), acting_user=who)


def in_chinese(day) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def opened(case, cast):
    return planned(case, cast, responsible="", due_on=None)


@pytest.mark.requirement(80)
@pytest.mark.parametrize("who", UNIT)
def test_with_all_four_a_measure_leaves_open(cast, case, who):
    row = plan(opened(case, cast), getattr(cast, who))
    assert (row.state, row.due_on) == (RectificationState.IN_PROGRESS, clock.today() + timedelta(days=10))
    assert open_todos(case)[TodoKind.RECTIFY].due_on == row.due_on
    assert sentences(Act.RECTIFICATION_PLANNED) == [
        f"{getattr(cast, who).name}确定了针对第1号问题的一条整改措施，时限{in_chinese(row.due_on)}。"
    ]


@pytest.mark.requirement(80)
@pytest.mark.parametrize("missing", [{"responsible": ""}, {"due_on": None}, {"quality_requirement": " "}])
def test_without_one_of_them_it_stays_open_and_is_not_reported(cast, case, missing):
    row = plan(opened(case, cast), cast.liaison, **missing)
    assert row.state == RectificationState.OPEN
    with pytest.raises(Denied) as refused:
        report(row, cast.liaison)
    assert codes(refused) == ["not_planned"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Rectification.objects.filter(pk=row.pk).update(state=RectificationState.IN_PROGRESS)


@pytest.mark.parametrize("missing", [{"responsible": ""}, {"due_on": None}, {"quality_requirement": " "}])
def test_what_is_in_progress_keeps_all_four(cast, case, missing):
    with pytest.raises(Invalid) as refused:
        plan(planned(case, cast), cast.liaison, **missing)
    assert list(refused.value.errors) == list(missing)


@pytest.mark.requirement(36)
def test_a_missed_deadline_shows_and_is_not_moved_away(cast, case):
    row = planned(case, cast)
    with clock.set_to(clock.now() + timedelta(days=11)):
        assert is_overdue(row, clock.today())
        assert list(shown_of(case, "overdue")) == [row]
        assert counts(case) == {"all": 1, "open": 1, "overdue": 1, "verified": 0}
        with pytest.raises(Denied) as refused:
            plan(row, cast.liaison)
        assert codes(refused) == ["overdue"]
        assert plan(row, cast.liaison, due_on=row.due_on, responsible="办公室").responsible == "办公室"


@pytest.mark.requirement(36)
def test_on_its_day_a_measure_is_not_overdue_and_reported_it_waits_for_the_team(cast, case):
    row = planned(case, cast)
    with clock.set_to(clock.now() + timedelta(days=10)):
        assert not is_overdue(row, clock.today())
    row = report(row, cast.liaison)
    with clock.set_to(clock.now() + timedelta(days=30)):
        assert not is_overdue(row, clock.today())
        assert not shown_of(case, "overdue").exists()


def test_a_deadline_ahead_may_be_moved_and_the_ledger_keeps_it(cast, case):
    later = clock.today() + timedelta(days=20)
    row = plan(planned(case, cast), cast.liaison, due_on=later)
    assert (row.state, row.due_on) == (RectificationState.IN_PROGRESS, later)
    assert in_chinese(later) in sentences(Act.RECTIFICATION_PLANNED)[0]


@pytest.mark.parametrize("who", UNIT)
def test_the_unit_reports_with_evidence_and_the_team_has_to_verify(cast, case, media, who):
    row = report(planned(case, cast), getattr(cast, who), files=[uploaded("新表.docx"), uploaded("照片.jpg")])
    assert (row.state, row.reported_by) == (RectificationState.REPORTED, getattr(cast, who))
    assert {file.side for file in row.files.all()} == {"UNIT"}
    assert CaseFile.objects.filter(case=case).for_unit().count() == 2
    duties = open_todos(case)
    assert duties[TodoKind.VERIFY_RECTIFICATION].target_id == row.pk
    assert TodoKind.RECTIFY not in duties
    assert sentences(Act.RECTIFICATION_REPORTED) == [f"{getattr(cast, who).name}报告第1号问题的一条整改措施已完成。"]
    told = Notification.objects.filter(kind="stages.rectification_reported")
    assert {notice.recipient for notice in told} == {cast.leader, cast.deputy, cast.member}


def test_a_refused_file_leaves_neither_report_nor_file(cast, case, media):
    row = planned(case, cast)
    with pytest.raises(Invalid) as refused:
        report(row, cast.liaison, files=[uploaded("新表.docx"), uploaded("假.jpg", b"MZ")])
    assert list(refused.value.errors) == ["evidence"]
    row.refresh_from_db()
    assert row.state == RectificationState.IN_PROGRESS
    assert not StoredFile.objects.exists()
    assert not [path for path in media.rglob("*") if path.is_file()]


@pytest.mark.parametrize("result", ["", " ", "请联系13812345678"])
def test_a_report_says_what_came_of_it_and_names_nobody(cast, case, result):
    with pytest.raises(Invalid) as refused:
        report(planned(case, cast), cast.liaison, result)
    assert list(refused.value.errors) == ["result"]


@pytest.mark.requirement(33)
@pytest.mark.parametrize("who", TEAM)
def test_the_team_strikes_it_off(cast, case, who):
    row = verify(reported(case, cast), getattr(cast, who), "抽看三个支部，属实。")
    assert (row.state, row.checked_by) == (RectificationState.VERIFIED, getattr(cast, who))
    assert TodoKind.VERIFY_RECTIFICATION not in open_todos(case)
    assert TodoKind.CLOSE_FINDING in open_todos(case)
    assert sentences(Act.RECTIFICATION_VERIFIED) == [
        f"{getattr(cast, who).name}核实第1号问题的一条整改措施，予以销号。"
    ]
    assert Notification.objects.filter(kind="stages.rectification_verified").count() == 2


@pytest.mark.requirement(33)
@pytest.mark.parametrize("who", ["secretary", "liaison", "director", "clerk", "other_leader"])
def test_nobody_else_strikes_it_off(cast, case, who):
    row = reported(case, cast)
    for act in (verify, reopen):
        with pytest.raises(Denied):
            act(row, getattr(cast, who))


@pytest.mark.requirement(33)
def test_whoever_reported_it_does_not_verify_it(cast, case):
    row = reported(case, cast)
    Rectification.objects.filter(pk=row.pk).update(reported_by=cast.member)
    with pytest.raises(Denied) as refused:
        verify(row, cast.member)
    assert codes(refused) == ["own_report"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Rectification.objects.filter(pk=row.pk).update(
            state=RectificationState.VERIFIED, checked_by=cast.member, checked_at=clock.now()
        )


def test_the_team_sends_a_report_back_with_a_note(cast, case):
    row = reopen(reported(case, cast), cast.member)
    assert (row.state, row.check_note) == (RectificationState.REOPENED, "还有两个支部未办。")
    assert open_todos(case)[TodoKind.RECTIFY].party == "UNIT"
    assert sentences(Act.RECTIFICATION_REOPENED) == ["组员重开第1号问题的一条整改措施。"]
    assert Notification.objects.filter(kind="stages.rectification_reopened").count() == 2
    with pytest.raises(Invalid):
        reopen(report(row, cast.liaison), cast.member, " ")


def test_a_reopened_measure_is_planned_anew_or_reported_again(cast, case):
    row = reopen(reported(case, cast), cast.member)
    with clock.set_to(clock.now() + timedelta(days=30)):
        row = plan(row, cast.liaison)
        assert row.state == RectificationState.IN_PROGRESS
        assert verify(report(row, cast.liaison), cast.member).state == RectificationState.VERIFIED


def test_only_the_leader_reopens_what_was_struck_off(cast, case):
    row = verified(case, cast)
    with pytest.raises(Denied) as refused:
        reopen(row, cast.member)
    assert codes(refused) == ["not_leader"]
    assert reopen(row, cast.leader).state == RectificationState.REOPENED


def test_a_further_measure_is_set_by_the_unit_on_what_it_has_acknowledged(cast, case):
    finding = acknowledged(case, cast)
    add(finding, cast.liaison)
    assert finding.rectifications.count() == 2
    assert len(sentences(Act.RECTIFICATION_ADDED)) == 1
    with pytest.raises(Denied):
        add(finding, cast.leader)
    with pytest.raises(Conflict):
        add(issued(case, cast), cast.liaison)


@pytest.mark.requirement(4)
@pytest.mark.parametrize("who", ["leader", "member", "director", "other_secretary"])
def test_nobody_else_plans_and_reports_for_the_unit(cast, case, who):
    row = planned(case, cast)
    for act in (plan, report):
        with pytest.raises(Denied):
            act(row, getattr(cast, who))


ACTS = [
    (plan, "liaison", planned),
    (report, "liaison", planned),
    (verify, "member", reported),
    (reopen, "member", reported),
]


@pytest.mark.parametrize(("act", "who", "stand"), ACTS)
def test_each_act_is_done_once_and_not_by_a_stale_form(cast, case, act, who, stand):
    row = stand(case, cast)
    row.version += 1
    with pytest.raises(Conflict):
        act(row, getattr(cast, who))
    row.version -= 1
    act(row, getattr(cast, who))
    with pytest.raises(Conflict):
        act(row, getattr(cast, who))


@pytest.mark.parametrize(("act", "who", "stand"), ACTS)
def test_nothing_more_is_done_once_the_case_is_closed(cast, case, act, who, stand):
    row = stand(case, cast)
    case.refresh_from_db()
    case.closed_on = clock.today()
    case.save(update_fields=["closed_on"])
    with pytest.raises(Denied) as refused:
        act(row, getattr(cast, who))
    assert codes(refused) == ["case_closed"]


@pytest.mark.parametrize(("act", "who", "stand"), ACTS)
def test_nothing_more_is_asked_once_the_finding_is_withdrawn(cast, case, act, who, stand):
    row = stand(case, cast)
    row.finding.refresh_from_db()
    findings.withdraw_finding(
        finding_id=row.finding_id, expected_version=row.finding.version, reason="查无此事。", acting_user=cast.leader
    )
    with pytest.raises(Conflict):
        act(row, getattr(cast, who))
    assert counts(case)["open"] == 0


@pytest.mark.parametrize(
    ("act", "who", "stand"),
    [
        (plan, "liaison", reported),
        (report, "liaison", verified),
        (verify, "member", planned),
        (reopen, "leader", planned),
    ],
)
def test_from_elsewhere_it_is_refused(cast, case, act, who, stand):
    with pytest.raises(Conflict):
        act(stand(case, cast), getattr(cast, who))
