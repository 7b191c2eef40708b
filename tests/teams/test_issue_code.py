"""Printed one-time codes: who issues them for whom."""

from datetime import timedelta

import pytest

from teams.enums import Act, CodePurpose, Role
from teams.exceptions import Denied
from teams.models import ActivationCode, AuditEntry, Notification
from teams.services.codes import ALPHABET, issue_code
from tests.teams.factories import BatchFactory, CampaignFactory, MembershipFactory, TeamFactory
from tests.teams.ledger import sentences
from tests.units.factories import CaseFactory, UnitMembershipFactory


@pytest.mark.parametrize("who", ["leader", "member", "other_leader", "secretary", "liaison", "other_liaison"])
def test_it_is_issued_by_the_clerk_for_units_and_teams(cast, who):
    user = getattr(cast, who)
    printed = issue_code(user_id=user.pk, acting_user=cast.clerk)
    assert ActivationCode.objects.get(user=user) == printed.row
    assert printed.row.issued_by == cast.clerk


@pytest.mark.parametrize("who", ["director", "clerk"])
def test_it_is_never_issued_for_the_office_s_own_accounts(cast, who):
    with pytest.raises(Denied) as refused:
        issue_code(user_id=getattr(cast, who).pk, acting_user=cast.clerk)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["office_account"]
    assert not ActivationCode.objects.exists()


def test_it_is_not_issued_for_whoever_sits_in_any_office(cast):
    elsewhere = TeamFactory(office=True)
    MembershipFactory(team=elsewhere, user=cast.leader, role=Role.CLERK)
    with pytest.raises(Denied):
        issue_code(user_id=cast.leader.pk, acting_user=cast.clerk)


@pytest.mark.parametrize("who", ["director", "leader", "deputy", "member", "secretary", "liaison", "stranger"])
def test_it_is_the_clerk_s_alone(cast, who):
    with pytest.raises(Denied):
        issue_code(user_id=cast.other_liaison.pk, acting_user=getattr(cast, who))
    assert not ActivationCode.objects.exists()


def test_it_reaches_neither_teams_nor_units_of_another_campaign(cast):
    elsewhere = CampaignFactory()
    their_leader = MembershipFactory(team=TeamFactory(campaign=elsewhere), role=Role.LEADER).user
    case = CaseFactory(batch=BatchFactory(campaign=elsewhere))
    their_liaison = UnitMembershipFactory(unit=case.unit).user
    for user in (their_leader, their_liaison, cast.stranger):
        with pytest.raises(Denied) as refused:
            issue_code(user_id=user.pk, acting_user=cast.clerk)
        assert [reason.code for reason in refused.value.ruling.reasons] == ["not_looked_after"]


def test_it_is_not_issued_for_a_closed_account(cast):
    cast.member.is_active = False
    cast.member.save()
    with pytest.raises(Denied):
        issue_code(user_id=cast.member.pk, acting_user=cast.clerk)


def test_it_makes_the_older_code_useless(cast):
    older = issue_code(user_id=cast.member.pk, acting_user=cast.clerk).row
    issue_code(user_id=cast.member.pk, acting_user=cast.clerk)
    older.refresh_from_db()
    assert older.replaced_at
    assert ActivationCode.objects.filter(user=cast.member, used_at=None, replaced_at=None).count() == 1


def test_it_is_kept_as_a_hash_only(cast):
    printed = issue_code(user_id=cast.member.pk, acting_user=cast.clerk)
    letters = printed.plain.replace("-", "")
    assert letters not in str(vars(printed.row)) and printed.plain not in str(vars(printed.row))
    assert printed.plain not in "".join(AuditEntry.objects.values_list("details", flat=True))


def test_it_is_made_of_letters_that_cannot_be_misread(cast):
    groups = issue_code(user_id=cast.member.pk, acting_user=cast.clerk).plain.split("-")
    assert [len(group) for group in groups] == [4, 4, 4, 4]
    assert set("".join(groups)) <= set(ALPHABET)
    assert not set(ALPHABET) & set("01OIL")


def test_it_lives_a_fortnight(cast):
    row = issue_code(user_id=cast.member.pk, acting_user=cast.clerk).row
    assert row.expires_at - row.issued_at == timedelta(days=14)


def test_it_is_an_activation_only_for_an_account_without_a_password(cast):
    cast.member.set_unusable_password()
    cast.member.save()
    purposes = [issue_code(user_id=u.pk, acting_user=cast.clerk).row.purpose for u in (cast.member, cast.leader)]
    assert purposes == [CodePurpose.ACTIVATE, CodePurpose.RESET]


@pytest.mark.requirement(91)
def test_it_stands_in_the_ledger(cast):
    issue_code(user_id=cast.member.pk, acting_user=cast.clerk)
    assert sentences(Act.CODE_ISSUED) == ["办公室工作人员为账号member签发了一次性码（重置密码）。"]


def test_it_tells_the_directors_what_was_issued_at_the_server(cast):
    issue_code(user_id=cast.clerk.pk, acting_user=None)
    assert [notice.recipient for notice in Notification.objects.all()] == [cast.director]
    assert sentences(Act.CODE_ISSUED) == ["管理员为账号clerk签发了一次性码（重置密码）。"]


def test_it_leaves_nothing_when_refused(cast):
    with pytest.raises(Denied):
        issue_code(user_id=cast.director.pk, acting_user=cast.leader)
    assert not ActivationCode.objects.exists()
    assert not AuditEntry.objects.filter(act=Act.CODE_ISSUED).exists()
