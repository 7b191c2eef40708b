"""Taking back what was issued."""

import pytest

from stages.enums import Act, FindingState
from stages.services.findings import withdraw_finding
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification
from tests.stages.building_findings import (
    acknowledged,
    amended,
    answered,
    closed,
    disputed,
    drafted,
    issued,
    recommended,
    reopened,
    reported,
    upheld,
)
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos

FINDING_DUTIES = {
    "stages.acknowledge",
    "stages.settle_dispute",
    "stages.answer_suggestion",
    "stages.rectify",
    "stages.verify_rectification",
    "stages.close_finding",
}


def withdraw(finding, who, reason="经核实，该表为外单位所用。"):
    return withdraw_finding(finding_id=finding.pk, expected_version=finding.version, reason=reason, acting_user=who)


@pytest.mark.parametrize("stand", [issued, acknowledged, disputed, upheld, amended, reopened, answered, recommended])
def test_the_leader_withdraws_it_from_wherever_it_stands_and_nothing_is_left_to_do(cast, case, stand):
    finding = withdraw(stand(case, cast), cast.leader)
    assert (finding.state, finding.number) == (FindingState.WITHDRAWN, 1)
    assert not FINDING_DUTIES & set(open_todos(case))


def test_a_report_that_waits_is_no_longer_to_be_verified(cast, case):
    rectification = reported(case, cast)
    finding = rectification.finding
    finding.refresh_from_db()
    withdraw(finding, cast.leader)
    assert not FINDING_DUTIES & set(open_todos(case))


@pytest.mark.parametrize("stand", [drafted, closed])
def test_a_draft_is_discarded_and_what_is_closed_stays(cast, case, stand):
    with pytest.raises(Conflict):
        withdraw(stand(case, cast), cast.leader)


@pytest.mark.parametrize("who", ["member", "secretary", "director"])
def test_nobody_else_does(cast, case, who):
    with pytest.raises(Denied):
        withdraw(issued(case, cast), getattr(cast, who))


@pytest.mark.parametrize("reason", ["", "  ", "\x00"])
def test_it_takes_a_reason(cast, case, reason):
    with pytest.raises(Invalid) as refused:
        withdraw(issued(case, cast), cast.leader, reason)
    assert list(refused.value.errors) == ["reason"]


def test_it_is_done_once_and_not_by_a_stale_form(cast, case):
    finding = issued(case, cast)
    finding.version -= 1
    with pytest.raises(Conflict):
        withdraw(finding, cast.leader)
    finding.version += 1
    gone = withdraw(finding, cast.leader)
    with pytest.raises(Conflict):
        withdraw(gone, cast.leader)


def test_the_unit_is_told_and_the_ledger_keeps_it(cast, case):
    withdraw(issued(case, cast), cast.leader)
    assert sentences(Act.FINDING_WITHDRAWN) == ["组长撤回第1号督导记录，理由：经核实，该表为外单位所用。"]
    told = Notification.objects.filter(kind="stages.finding_withdrawn")
    assert {notice.recipient for notice in told} == {cast.secretary, cast.liaison}
