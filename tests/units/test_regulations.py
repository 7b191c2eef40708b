"""Rules that the unit made: recorded with their paper, verified by the team, withdrawn with a reason (row 81)."""

from datetime import timedelta

import pytest
from django.urls import reverse

from stages.enums import Counted
from stages.selectors.quantities import counted
from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification, StoredFile
from tests import samples
from tests.teams.ledger import sentences
from tests.units.building_activities import ENTERED_ON, entered_case
from tests.units.building_records import made_rule, regulation, verified_rule
from units.enums import Act, NoticeKind, Party, TodoKind
from units.models import Case, CaseFile, RegulationOutput, Todo
from units.rules.counting import Tally
from units.services.regulations import (
    record_regulation,
    take_back_regulation,
    verify_regulation,
    withdraw_regulation,
)


@pytest.fixture
def case(case):
    return entered_case(case)


def record(case, who, upload=None, **facts):
    return record_regulation(case_id=case.pk, regulation=regulation(**facts), upload=upload, acting_user=who)


def sums(case):
    return counted(case, None)[Counted.REGULATION_OUTPUTS]


def open_kinds():
    return list(Todo.objects.filter(settled_at=None).values_list("kind", "party", "count"))


@pytest.mark.requirement(81)
def test_it_counts_as_declared_evidenced_and_verified(case, cast, media):
    made_rule(case, cast)
    shown = made_rule(case, cast, upload=samples.uploaded("制度.pdf"))
    assert sums(case) == Tally(2, 1, 0)
    verify_regulation(regulation_id=shown.pk, acting_user=cast.member)
    assert sums(case) == Tally(2, 1, 1)
    withdraw_regulation(regulation_id=shown.pk, reason="重复。", acting_user=cast.liaison)
    assert sums(case) == Tally(1, 0, 0)


@pytest.mark.requirement(4)
@pytest.mark.parametrize("who", ["leader", "member", "director", "other_liaison", "parent_liaison"])
def test_only_the_unit_records_and_withdraws(case, cast, who):
    with pytest.raises(Denied):
        record(case, getattr(cast, who))
    with pytest.raises(Denied):
        withdraw_regulation(regulation_id=made_rule(case, cast).pk, reason="略", acting_user=getattr(cast, who))


@pytest.mark.requirement(4)
@pytest.mark.parametrize("who", ["liaison", "secretary", "other_leader", "director", "clerk"])
def test_only_the_team_verifies_and_takes_back(case, cast, who):
    with pytest.raises(Denied):
        verify_regulation(regulation_id=made_rule(case, cast).pk, acting_user=getattr(cast, who))
    with pytest.raises(Denied):
        take_back_regulation(regulation_id=verified_rule(case, cast).pk, reason="略", acting_user=getattr(cast, who))


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"title": " "}, "title"),
        ({"adopted_on": ENTERED_ON - timedelta(days=1)}, "adopted_on"),
        ({"adopted_on": clock.today() + timedelta(days=2)}, "adopted_on"),
    ],
)
def test_what_cannot_be_is_refused_with_its_file(case, cast, media, facts, field):
    with pytest.raises(Invalid) as refusal:
        record(case, cast.liaison, samples.uploaded("制度.pdf"), **facts)
    assert set(refusal.value.errors) == {field}
    assert not RegulationOutput.objects.exists()
    assert not StoredFile.objects.exists()
    assert not [path for path in media.rglob("*") if path.is_file()]


def test_a_refused_file_leaves_nothing(case, cast, media):
    with pytest.raises(Invalid) as refusal:
        record(case, cast.liaison, samples.uploaded("制度.pdf", b"MZ"))
    assert set(refusal.value.errors) == {"file"}
    assert not RegulationOutput.objects.exists()
    assert not CaseFile.objects.exists()


def test_a_closed_case_takes_no_more(case, cast):
    made = made_rule(case, cast)
    Case.objects.filter(pk=case.pk).update(closed_on=clock.today())
    for act in (
        lambda: record(case, cast.liaison),
        lambda: verify_regulation(regulation_id=made.pk, acting_user=cast.member),
        lambda: withdraw_regulation(regulation_id=made.pk, reason="略", acting_user=cast.liaison),
    ):
        with pytest.raises(Denied):
            act()


def test_the_pile_follows(case, cast):
    pile = (TodoKind.VERIFY_REGULATIONS, Party.TEAM)
    made, second = made_rule(case, cast), made_rule(case, cast, title="值班制度")
    assert open_kinds() == [(*pile, 2)]
    verify_regulation(regulation_id=made.pk, acting_user=cast.member)
    assert open_kinds() == [(*pile, 1)]
    withdraw_regulation(regulation_id=second.pk, reason="重复。", acting_user=cast.liaison)
    assert open_kinds() == []
    take_back_regulation(regulation_id=made.pk, reason="看错了。", acting_user=cast.member)
    assert open_kinds() == [(*pile, 1)]


def test_each_act_is_done_once_and_by_nobody_s_stale_form(case, cast):
    made = made_rule(case, cast)
    with pytest.raises(Conflict):
        verify_regulation(regulation_id=made.pk, acting_user=cast.member, expected_version=made.version + 1)
    verify_regulation(regulation_id=made.pk, acting_user=cast.member)
    with pytest.raises(Conflict):
        verify_regulation(regulation_id=made.pk, acting_user=cast.leader)
    withdraw_regulation(regulation_id=made.pk, reason="重复。", acting_user=cast.liaison)
    for act in (withdraw_regulation, take_back_regulation):
        with pytest.raises((Conflict, Denied)):
            act(regulation_id=made.pk, reason="略", acting_user=cast.liaison)


@pytest.mark.parametrize(("act", "who"), [(withdraw_regulation, "liaison"), (take_back_regulation, "member")])
def test_nothing_is_taken_back_without_a_reason(case, cast, act, who):
    with pytest.raises(Invalid) as refusal:
        act(regulation_id=verified_rule(case, cast).pk, reason=" ", acting_user=getattr(cast, who))
    assert set(refusal.value.errors) == {"reason"}


@pytest.mark.usefixtures("deputy_leads")
def test_a_member_takes_back_only_their_own(case, cast):
    made = made_rule(case, cast)
    verify_regulation(regulation_id=made.pk, acting_user=cast.leader)
    with pytest.raises(Denied):
        take_back_regulation(regulation_id=made.pk, reason="略", acting_user=cast.member)
    assert take_back_regulation(regulation_id=made.pk, reason="略", acting_user=cast.deputy).verified_at is None


def test_it_is_told_and_recorded(case, cast):
    made = verified_rule(case, cast)
    take_back_regulation(regulation_id=made.pk, reason="看错了。", acting_user=cast.leader)
    withdraw_regulation(regulation_id=made.pk, reason="重复。", acting_user=cast.secretary)
    assert [
        *sentences(Act.REGULATION_RECORDED),
        *sentences(Act.REGULATION_VERIFIED),
        *sentences(Act.REGULATION_TAKEN_BACK),
        *sentences(Act.REGULATION_WITHDRAWN),
    ] == [
        "县委联络员登记了制度“窗口首问负责制”（新建）。",
        "组员核实了制度“窗口首问负责制”。",
        "组长撤回了对制度“窗口首问负责制”的核实：看错了。",
        "县委书记撤回了制度“窗口首问负责制”：重复。",
    ]
    people = {
        kind: set(Notification.objects.filter(kind=kind).values_list("recipient__username", flat=True))
        for kind in (NoticeKind.REGULATION_RECORDED, NoticeKind.REGULATION_VERIFIED)
    }
    assert people[NoticeKind.REGULATION_RECORDED] == {each.username for each in (cast.leader, cast.deputy, cast.member)}
    assert people[NoticeKind.REGULATION_VERIFIED] == {cast.secretary.username, cast.liaison.username}


def test_it_goes_its_way_on_pages(case, cast, client, media):
    client.force_login(cast.liaison)
    new, listed = (reverse(name, args=[case.pk]) for name in ("regulation_new", "regulations"))
    typed = {"title": "首问负责制", "change": "NEW", "adopted_on": "2005-01-25"}
    refused = client.post(new, typed | {"file": samples.uploaded("制度.pdf", b"MZ")})
    assert (refused.status_code, set(refused.context["form"].errors)) == (400, {"file"})
    assert "首问负责制" in refused.text
    assert client.post(new, typed | {"file": samples.uploaded("制度.pdf")}).url == listed
    made = RegulationOutput.objects.get()
    client.force_login(cast.member)
    address = reverse("regulation_verify", args=[case.pk, made.pk])
    page = client.get(listed).text
    assert address in page
    assert reverse("case_file", args=[case.pk, made.file.file.uuid]) in page
    assert client.post(address, {"version": made.version}).status_code == 302
    take_back = reverse("regulation_take_back", args=[case.pk, made.pk])
    assert take_back in client.get(listed).text
    stale = client.post(take_back, {"version": "1", "reason": "写好的理由"})
    assert (stale.status_code, "写好的理由" in stale.text) == (409, True)
    client.force_login(cast.liaison)
    withdraw = reverse("regulation_withdraw", args=[case.pk, made.pk])
    assert client.post(withdraw, {"version": made.version + 1, "reason": "重复。"}).status_code == 302
    assert "重复。" in client.get(listed).text
