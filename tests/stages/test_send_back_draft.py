"""The leader sends a member's draft back with a note."""

import pytest

from stages.enums import Act, TodoKind
from stages.models import Finding
from stages.services.findings import issue_finding, save_draft, send_back_draft
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import AuditEntry, Notification
from teams.registry import acts_for
from tests.stages.building_findings import drafted, given, issued, sent_back, shared
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos
from units.selectors import standing_of


def send_back(draft, who, note="写明涉及几个支部。"):
    return send_back_draft(finding_id=draft.pk, expected_version=draft.version, note=note, acting_user=who)


@pytest.mark.usefixtures("deputy_leads")
@pytest.mark.parametrize("who", ["leader", "deputy"])
def test_its_author_is_told_and_has_it_to_do(cast, case, who):
    draft = send_back(drafted(case, cast), getattr(cast, who))
    assert draft.leader_note == "写明涉及几个支部。"
    duties = open_todos(case)
    assert (duties[TodoKind.MEND_DRAFT].party, duties[TodoKind.MEND_DRAFT].count) == ("TEAM", 1)
    assert TodoKind.ISSUE_FINDING not in duties
    assert sentences(Act.FINDING_SENT_BACK) == [f"{getattr(cast, who).name}将一条督导记录的草稿（问题）退回修改。"]
    told = Notification.objects.filter(kind="stages.finding_sent_back")
    assert [notice.recipient for notice in told] == [cast.member]


def test_revised_it_is_handed_in_again(cast, case):
    draft = sent_back(case, cast)
    save_draft(
        finding_id=draft.pk, expected_version=draft.version, given=given(text="三个支部。"), acting_user=cast.member
    )
    assert Finding.objects.get().leader_note == ""
    duties = open_todos(case)
    assert TodoKind.ISSUE_FINDING in duties
    assert TodoKind.MEND_DRAFT not in duties


def test_the_leader_may_still_issue_it(cast, case):
    draft = sent_back(case, cast)
    issue_finding(finding_id=draft.pk, expected_version=draft.version, acting_user=cast.leader)
    assert not {TodoKind.MEND_DRAFT, TodoKind.ISSUE_FINDING} & set(open_todos(case))


def test_the_unit_reads_nothing_of_it(cast, case):
    sent_back(case, cast)
    readable = acts_for(standing_of(cast.secretary, case).audiences)
    assert not AuditEntry.objects.about(case).filter(act=Act.FINDING_SENT_BACK, act__in=readable).exists()


@pytest.mark.parametrize("who", ["member", "secretary", "director", "other_leader"])
def test_nobody_else_does(cast, case, who):
    with pytest.raises(Denied):
        send_back(drafted(case, cast), getattr(cast, who))


def test_neither_one_s_own_nor_what_is_shared_nor_what_was_issued(cast, case):
    for draft in (drafted(case, cast, by=cast.leader), shared(case, cast)):
        with pytest.raises(Denied):
            send_back(draft, cast.leader)
    with pytest.raises(Conflict):
        send_back(issued(case, cast), cast.leader)


@pytest.mark.parametrize("note", ["", " ", "电话13812345678"])
def test_it_takes_a_note_and_a_fresh_form(cast, case, note):
    draft = drafted(case, cast)
    with pytest.raises(Invalid) as refused:
        send_back(draft, cast.leader, note)
    assert list(refused.value.errors) == ["note"]
    draft.version += 1
    with pytest.raises(Conflict):
        send_back(draft, cast.leader)
    assert sentences(Act.FINDING_SENT_BACK) == []
