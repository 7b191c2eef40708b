"""Views are exchanged with the unit on a draft before it is issued (row 45)."""

import pytest
from django.http import Http404

from stages.access import get_finding
from stages.enums import Act, FindingState, RemarkPhase, TodoKind
from stages.models import Finding, FindingRemark
from stages.rules.drafts import asks_for_exchange
from stages.selectors.findings import findings_of
from stages.services.findings import discard_draft, issue_finding, save_draft, share_draft, take_back_sharing
from stages.services.findings import write_remark as write
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification
from tests.samples import uploaded
from tests.stages.building_findings import drafted, exemplar, given, issued, outside, remarked, shared, suggested
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos
from units.enums import FileSide
from units.models import CaseFile
from units.selectors import standing_of


def share(draft, who):
    return share_draft(finding_id=draft.pk, expected_version=draft.version, acting_user=who)


def take_back(draft, who, reason="需再核实。"):
    return take_back_sharing(finding_id=draft.pk, expected_version=draft.version, reason=reason, acting_user=who)


def known_to(who, case):
    return set(findings_of(case, standing_of(who, case)))


@pytest.mark.requirement(45)
@pytest.mark.usefixtures("deputy_leads")
@pytest.mark.parametrize("who", ["leader", "deputy"])
def test_the_leader_shares_it_and_the_unit_is_asked_for_its_views(cast, case, who):
    draft = share(drafted(case, cast), getattr(cast, who))
    assert (draft.state, draft.shared_by) == (FindingState.DRAFT, getattr(cast, who))
    assert get_finding(cast.secretary, case.pk, draft.pk) == draft
    duty = open_todos(case)[TodoKind.GIVE_VIEWS]
    assert (duty.party, duty.target_id, duty.due_on) == ("UNIT", draft.pk, None)
    assert sentences(Act.FINDING_SHARED) == [
        f"{getattr(cast, who).name}就一条督导记录的草稿（问题）与石桥县委交换意见。"
    ]
    told = Notification.objects.filter(kind="stages.finding_shared")
    assert {notice.recipient for notice in told} == {cast.secretary, cast.liaison}


@pytest.mark.requirement(45)
def test_the_unit_knows_of_the_shared_draft_alone_and_not_of_its_photos(cast, case, media):
    other, draft = drafted(case, cast), shared(case, cast, photos=[uploaded("现场.jpg")])
    assert known_to(cast.secretary, case) == {draft}
    assert known_to(cast.member, case) == {other, draft}
    with pytest.raises(Http404):
        get_finding(cast.secretary, case.pk, other.pk)
    with pytest.raises(Http404):
        get_finding(cast.other_secretary, case.pk, draft.pk)
    assert not CaseFile.objects.for_unit().filter(case=case).exists()


@pytest.mark.requirement(45)
def test_both_sides_write_and_the_leader_revises_and_issues(cast, case):
    draft = remarked(shared(case, cast), cast.secretary, "仅两个支部如此。")
    assert TodoKind.GIVE_VIEWS not in open_todos(case)
    remarked(draft, cast.member, "已再核实。")
    assert list(FindingRemark.objects.values_list("phase", "side", "text")) == [
        (RemarkPhase.EXCHANGE, FileSide.UNIT, "仅两个支部如此。"),
        (RemarkPhase.EXCHANGE, FileSide.TEAM, "已再核实。"),
    ]
    assert sentences(Act.FINDING_VIEWS_GIVEN)[0] == "县委书记对正在交换意见的一条草稿（问题）提出意见。"
    told = Notification.objects.filter(kind="stages.finding_views_given")
    assert {notice.recipient for notice in told} >= {cast.leader, cast.member, cast.secretary}
    draft = save_draft(
        finding_id=draft.pk,
        expected_version=draft.version,
        given=given(text="两个支部如此。"),
        acting_user=cast.leader,
    )
    assert sentences(Act.FINDING_SHARED_REVISED) == ["组长修改了正在交换意见的一条草稿（问题）。"]
    assert Notification.objects.filter(kind="stages.finding_shared_revised").count() == 2
    finding = issue_finding(finding_id=draft.pk, expected_version=draft.version, acting_user=cast.leader)
    assert (finding.state, finding.number, finding.remarks.count()) == (FindingState.ISSUED, 1, 2)


@pytest.mark.requirement(45)
def test_issuing_without_it_is_allowed_and_only_reminded_of(cast, case):
    draft = drafted(case, cast)
    assert asks_for_exchange(draft)
    assert issue_finding(finding_id=draft.pk, expected_version=draft.version, acting_user=cast.leader).number == 1
    assert not asks_for_exchange(shared(case, cast))
    assert not asks_for_exchange(suggested(case, cast))


def test_issuing_asks_for_no_more_views(cast, case):
    draft = shared(case, cast)
    issue_finding(finding_id=draft.pk, expected_version=draft.version, acting_user=cast.leader)
    assert TodoKind.GIVE_VIEWS not in open_todos(case)


@pytest.mark.parametrize("who", ["member", "secretary", "director", "other_leader"])
def test_nobody_else_shares_or_takes_back(cast, case, who):
    with pytest.raises(Denied):
        share(drafted(case, cast), getattr(cast, who))
    with pytest.raises(Denied):
        take_back(shared(case, cast), getattr(cast, who))


@pytest.mark.requirement(42)
def test_what_lies_outside_the_campaign_is_not_shared_nor_becomes_so_while_shared(cast, case):
    with pytest.raises(Denied) as refused:
        share(outside(case, cast), cast.leader)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["outside_scope"]
    draft = shared(case, cast)
    with pytest.raises(Invalid) as invalid:
        save_draft(
            finding_id=draft.pk,
            expected_version=draft.version,
            given=given(scope="OUTSIDE"),
            acting_user=cast.leader,
        )
    assert list(invalid.value.errors) == ["scope"]


def test_it_is_shared_once_only_as_a_draft_and_not_by_a_stale_form(cast, case):
    with pytest.raises(Denied):
        share(shared(case, cast), cast.leader)
    with pytest.raises(Conflict):
        share(issued(case, cast), cast.leader)
    draft = drafted(case, cast)
    draft.version += 1
    with pytest.raises(Conflict):
        share(draft, cast.leader)
    assert len(sentences(Act.FINDING_SHARED)) == 1


def test_once_shared_only_the_leader_revises_and_nobody_discards(cast, case):
    draft = shared(case, cast)
    with pytest.raises(Denied):
        save_draft(finding_id=draft.pk, expected_version=draft.version, given=given(), acting_user=cast.member)
    with pytest.raises(Denied):
        discard_draft(finding_id=draft.pk, acting_user=cast.member)


def test_sharing_is_taken_back_with_a_reason_and_the_unit_knows_it_no_longer(cast, case):
    draft = take_back(shared(case, cast), cast.leader)
    assert (draft.shared_at, draft.shared_by) == (None, None)
    with pytest.raises(Http404):
        get_finding(cast.secretary, case.pk, draft.pk)
    assert TodoKind.GIVE_VIEWS not in open_todos(case)
    assert sentences(Act.FINDING_SHARING_TAKEN_BACK) == [
        "组长不再就一条草稿（问题）与石桥县委交换意见，理由：需再核实。"
    ]
    assert Notification.objects.filter(kind="stages.finding_sharing_taken_back").count() == 2
    with pytest.raises(Denied):
        take_back(draft, cast.leader)
    discard_draft(finding_id=draft.pk, acting_user=cast.member)


def test_what_was_said_is_never_deleted_with_the_draft(cast, case):
    draft = take_back(remarked(shared(case, cast), cast.liaison), cast.leader)
    with pytest.raises(Denied) as refused:
        discard_draft(finding_id=draft.pk, acting_user=cast.member)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["has_remarks"]
    assert FindingRemark.objects.exists()


@pytest.mark.parametrize("reason", ["", " "])
def test_taking_back_has_a_reason(cast, case, reason):
    with pytest.raises(Invalid):
        take_back(shared(case, cast), cast.leader, reason)
    assert Finding.objects.get().shared_at is not None


@pytest.mark.parametrize("who", ["director", "clerk", "other_secretary", "other_leader", "parent_liaison"])
def test_nobody_else_writes_to_the_thread(cast, case, who):
    with pytest.raises(Denied):
        write(finding_id=shared(case, cast).pk, text="外人。", acting_user=getattr(cast, who))


def test_there_is_no_thread_on_what_the_unit_does_not_know(cast, case):
    for who in (cast.member, cast.secretary):
        with pytest.raises(Conflict):
            write(finding_id=drafted(case, cast).pk, text="自言自语。", acting_user=who)


def test_an_exemplar_may_be_talked_over_as_well(cast, case):
    assert share(exemplar(case, cast), cast.leader).shared_at is not None
