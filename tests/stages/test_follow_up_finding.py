"""The thread of an issued finding: how it is followed up (row 38)."""

import pytest

from stages.enums import Act, RemarkPhase
from stages.models import FindingRemark
from stages.services.findings import withdraw_finding, write_remark
from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification
from tests.stages.building_findings import acknowledged, closed, issued, recommended, suggested
from tests.teams.ledger import sentences
from units.enums import FileSide


def write(finding, who, text="第三支部已改，其余下周复查。"):
    return write_remark(finding_id=finding.pk, text=text, acting_user=who)


@pytest.mark.requirement(38)
@pytest.mark.parametrize("stand", [issued, acknowledged, closed, suggested, recommended])
@pytest.mark.parametrize(("who", "side"), [("member", FileSide.TEAM), ("liaison", FileSide.UNIT)])
def test_either_side_follows_up_what_was_issued(cast, case, stand, who, side):
    remark = write(stand(case, cast), getattr(cast, who))
    assert (remark.phase, remark.side, remark.written_by) == (RemarkPhase.FOLLOW_UP, side, getattr(cast, who))


@pytest.mark.requirement(38)
def test_the_ledger_says_that_it_was_followed_up_and_the_other_side_is_told(cast, case):
    finding = issued(case, cast)
    write(finding, cast.member)
    write(finding, cast.secretary)
    assert sentences(Act.FINDING_FOLLOWED_UP) == [
        "组员就第1号督导记录（问题）填写跟踪情况。",
        "县委书记就第1号督导记录（问题）填写跟踪情况。",
    ]
    told = [notice.recipient for notice in Notification.objects.filter(kind="stages.finding_followed_up")]
    assert sorted(told, key=lambda user: user.pk) == sorted(
        [cast.secretary, cast.liaison, cast.leader, cast.deputy, cast.member], key=lambda user: user.pk
    )


def test_not_of_what_was_withdrawn_nor_after_the_close(cast, case):
    finding = issued(case, cast)
    withdraw_finding(
        finding_id=finding.pk, expected_version=finding.version, reason="查无此事。", acting_user=cast.leader
    )
    with pytest.raises(Conflict):
        write(finding, cast.member)
    other = issued(case, cast)
    case.refresh_from_db()
    case.closed_on = clock.today()
    case.save(update_fields=["closed_on"])
    with pytest.raises(Denied):
        write(other, cast.member)


@pytest.mark.parametrize("text", ["", " \n", "\x00", "电话13812345678"])
def test_it_says_something_and_nobody_s_number(cast, case, text):
    with pytest.raises(Invalid) as refused:
        write(issued(case, cast), cast.liaison, text)
    assert list(refused.value.errors) == ["text"]
    assert not FindingRemark.objects.exists()
