"""Amending a disputed problem: other words, and how it read before (row 35)."""

import pytest

from stages.enums import Act, FindingState, TodoKind
from stages.models import FindingAmendment
from stages.services.findings import acknowledge_finding, amend_finding, dispute_finding
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification
from tests.stages.building_findings import ADVICE, TEXT, amended, disputed, issued, measure, upheld
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos


def amend(finding, who, **given):
    return amend_finding(
        finding_id=finding.pk,
        expected_version=finding.version,
        acting_user=who,
        **{"text": "两个支部如此。", "advice": "两个支部改正。", "answer": "部分属实。"} | given,
    )


@pytest.mark.requirement(35)
@pytest.mark.usefixtures("deputy_leads")
@pytest.mark.parametrize("who", ["leader", "deputy"])
def test_the_leader_puts_it_into_other_words_and_the_old_ones_stay(cast, case, who):
    finding = amend(disputed(case, cast), getattr(cast, who))
    assert (finding.state, finding.text, finding.advice) == (FindingState.AMENDED, "两个支部如此。", "两个支部改正。")
    assert finding.dispute
    assert finding.dispute_answer == "部分属实。"
    before = FindingAmendment.objects.get(finding=finding)
    assert (before.text_before, before.advice_before, before.amended_by) == (TEXT, ADVICE, getattr(cast, who))
    assert sentences(Act.FINDING_AMENDED) == [
        f"{getattr(cast, who).name}答复异议：修改第1号问题的表述，理由：部分属实。"
    ]
    told = Notification.objects.filter(kind="stages.finding_amended")
    assert {notice.recipient for notice in told} == {cast.secretary, cast.liaison}


def test_the_unit_has_to_acknowledge_what_stands_now_and_disputes_no_more(cast, case):
    finding = amended(case, cast)
    duties = open_todos(case)
    assert TodoKind.ACKNOWLEDGE in duties
    assert TodoKind.SETTLE_DISPUTE not in duties
    with pytest.raises(Conflict):
        dispute_finding(
            finding_id=finding.pk, expected_version=finding.version, reason="仍不属实。", acting_user=cast.secretary
        )
    taken_on = acknowledge_finding(
        finding_id=finding.pk, expected_version=finding.version, measures=[measure()], acting_user=cast.secretary
    )
    assert taken_on.state == FindingState.ACKNOWLEDGED


@pytest.mark.parametrize("who", ["member", "secretary", "director", "other_leader"])
def test_nobody_else_does(cast, case, who):
    with pytest.raises(Denied):
        amend(disputed(case, cast), getattr(cast, who))
    assert not FindingAmendment.objects.exists()


@pytest.mark.parametrize("stand", [issued, upheld, amended])
def test_only_what_is_disputed_is_amended_and_once(cast, case, stand):
    with pytest.raises(Conflict):
        amend(stand(case, cast), cast.leader)
    assert FindingAmendment.objects.count() == (1 if stand is amended else 0)


def test_a_stale_form_leaves_nothing(cast, case):
    finding = disputed(case, cast)
    finding.version -= 1
    with pytest.raises(Conflict):
        amend(finding, cast.leader)
    assert not FindingAmendment.objects.exists()
    assert sentences(Act.FINDING_AMENDED) == []


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"text": " "}, "text"),
        ({"advice": ""}, "advice"),
        ({"answer": "\x00"}, "answer"),
        ({"text": "电话13812345678"}, "text"),
        ({"text": TEXT, "advice": ADVICE}, "text"),
    ],
)
def test_what_cannot_be_so_is_refused_at_its_field(cast, case, given, field):
    with pytest.raises(Invalid) as refused:
        amend(disputed(case, cast), cast.leader, **given)
    assert list(refused.value.errors) == [field]
