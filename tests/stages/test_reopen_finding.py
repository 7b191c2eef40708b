"""A closed problem that rebounds is opened again, runs, and is closed again (row 33)."""

import pytest

from stages.enums import Act, FindingState, RectificationState, TodoKind
from stages.models import Finding
from stages.services.findings import close_finding, reopen_finding
from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification
from tests.stages.building_findings import acknowledged, answered, closed, measure, reopened, reported, verified
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos
from units.models import Todo


def reopen(finding, who, reason="两个支部又用了旧表。"):
    return reopen_finding(finding_id=finding.pk, expected_version=finding.version, reason=reason, acting_user=who)


@pytest.mark.requirement(33)
@pytest.mark.usefixtures("deputy_leads")
@pytest.mark.parametrize("who", ["leader", "deputy"])
def test_the_leader_reopens_it_with_its_measures(cast, case, who):
    finding = reopen(closed(case, cast), getattr(cast, who))
    assert (finding.state, finding.closed_at, finding.closed_by) == (FindingState.REOPENED, None, None)
    row = finding.rectifications.get()
    assert (row.state, row.check_note) == (RectificationState.REOPENED, "两个支部又用了旧表。")
    assert open_todos(case)[TodoKind.RECTIFY].target_id == row.pk
    assert sentences(Act.FINDING_REOPENED) == [
        f"{getattr(cast, who).name}因反弹重开第1号问题及其整改措施，理由：两个支部又用了旧表。"
    ]
    told = Notification.objects.filter(kind="stages.finding_reopened")
    assert {notice.recipient for notice in told} == {cast.secretary, cast.liaison}


@pytest.mark.requirement(5, 33)
def test_its_measures_run_again_and_it_is_closed_again(cast, case):
    finding = reopened(case, cast)
    row = verified(case, cast, rectification=finding.rectifications.get())
    assert row.state == RectificationState.VERIFIED
    assert TodoKind.CLOSE_FINDING in open_todos(case)
    finding.refresh_from_db()
    again = close_finding(finding_id=finding.pk, expected_version=finding.version, acting_user=cast.leader)
    assert (again.state, again.closed_by) == (FindingState.CLOSED, cast.leader)
    assert TodoKind.CLOSE_FINDING not in open_todos(case)


def test_it_is_not_closed_before_they_have(cast, case):
    finding = reopened(case, cast)
    reported(case, cast, rectification=finding.rectifications.get())
    with pytest.raises(Denied):
        close_finding(finding_id=finding.pk, expected_version=finding.version, acting_user=cast.leader)


@pytest.mark.requirement(10)
def test_a_red_line_that_rebounds_is_open_again(cast, case):
    finding = closed(case, cast, red_line="FORMALITY")
    assert not Finding.objects.open_red_lines().exists()
    reopen(finding, cast.leader)
    assert Finding.objects.open_red_lines().get() == finding


def test_every_measure_that_was_struck_off_is_a_duty_again(cast, case):
    finding = acknowledged(case, cast, measures=[measure(), measure()])
    for row in finding.rectifications.all():
        verified(case, cast, rectification=row)
    finding = close_finding(
        finding_id=finding.pk, expected_version=finding.version, cause="研究不够。", acting_user=cast.leader
    )
    reopen(finding, cast.leader)
    assert Todo.objects.filter(case=case, kind=TodoKind.RECTIFY, settled_at=None).count() == 2


@pytest.mark.parametrize("who", ["member", "secretary", "director", "other_leader"])
def test_nobody_else_does(cast, case, who):
    with pytest.raises(Denied):
        reopen(closed(case, cast), getattr(cast, who))


def test_only_what_is_closed_is_reopened_and_once(cast, case):
    with pytest.raises(Conflict):
        reopen(acknowledged(case, cast), cast.leader)
    with pytest.raises(Conflict):
        reopen(reopened(case, cast), cast.leader)
    with pytest.raises(Denied):
        reopen(answered(case, cast), cast.leader)


@pytest.mark.parametrize("reason", ["", " \n", "电话13812345678"])
def test_it_takes_a_reason_and_a_fresh_form(cast, case, reason):
    finding = closed(case, cast)
    with pytest.raises(Invalid) as refused:
        reopen(finding, cast.leader, reason)
    assert list(refused.value.errors) == ["reason"]
    finding.version -= 1
    with pytest.raises(Conflict):
        reopen(finding, cast.leader)
    assert Finding.objects.get().state == FindingState.CLOSED


def test_with_the_case_it_is_past(cast, case):
    finding = closed(case, cast)
    case.refresh_from_db()
    case.closed_on = clock.today()
    case.save(update_fields=["closed_on"])
    with pytest.raises(Denied):
        reopen(finding, cast.leader)
