"""Appointing people to teams and to the office."""

import pytest

from teams.enums import Act, NoticeKind, Role
from teams.exceptions import Conflict, Denied
from teams.models import AuditEntry, Membership, Notification
from teams.services.memberships import appoint_member, end_membership
from tests.teams.factories import CampaignFactory, MembershipFactory, TeamFactory, UserFactory
from tests.teams.ledger import sentences
from tests.units.factories import HomeUnitFactory, UnitFactory, UnitMembershipFactory


@pytest.fixture
def newcomer(db):
    return UserFactory(username="newcomer", name="新成员")


def codes(refused) -> list[str]:
    return [reason.code for reason in refused.value.ruling.reasons]


@pytest.mark.parametrize("who", ["clerk", "director"])
def test_it_is_done_by_the_office(cast, newcomer, who):
    membership = appoint_member(team=cast.team, user=newcomer, role=Role.MEMBER, acting_user=getattr(cast, who))
    assert list(Membership.live.filter(team=cast.team, user=newcomer)) == [membership]


@pytest.mark.requirement(2)
@pytest.mark.parametrize("who", ["secretary", "liaison", "parent_liaison", "leader", "member", "stranger"])
def test_it_is_done_by_nobody_of_a_unit_or_team(cast, newcomer, who):
    with pytest.raises(Denied):
        appoint_member(team=cast.team, user=newcomer, role=Role.MEMBER, acting_user=getattr(cast, who))
    assert not newcomer.memberships.exists()


def test_it_is_not_done_by_the_office_of_another_campaign(cast, newcomer):
    elsewhere = TeamFactory(campaign=CampaignFactory())
    with pytest.raises(Denied):
        appoint_member(team=elsewhere, user=newcomer, role=Role.MEMBER, acting_user=cast.director)


@pytest.mark.parametrize("role", [Role.CLERK, Role.DIRECTOR])
def test_to_the_office_only_its_director_appoints(cast, newcomer, role):
    with pytest.raises(Denied):
        appoint_member(team=cast.office, user=newcomer, role=role, acting_user=cast.clerk)
    appoint_member(team=cast.office, user=newcomer, role=role, acting_user=cast.director)


@pytest.mark.parametrize(
    ("place", "role"), [("team", Role.DIRECTOR), ("team", Role.CLERK), ("office", Role.LEADER), ("office", Role.MEMBER)]
)
def test_it_gives_only_roles_of_that_kind_of_team(cast, newcomer, place, role):
    with pytest.raises(Denied) as refused:
        appoint_member(team=getattr(cast, place), user=newcomer, role=role, acting_user=cast.director)
    assert codes(refused) == ["role_of_other_kind"]


def test_nobody_supervises_and_sits_in_the_office_of_one_campaign(cast):
    for user, team, role in [
        (cast.clerk, cast.team, Role.MEMBER),
        (cast.member, cast.office, Role.DIRECTOR),
    ]:
        with pytest.raises(Denied) as refused:
            appoint_member(team=team, user=user, role=role, acting_user=cast.director)
        assert codes(refused) == ["supervises_and_decides"]


def test_in_another_campaign_the_same_person_may_sit_in_the_office(cast):
    office = TeamFactory(office=True)
    director = MembershipFactory(team=office, role=Role.DIRECTOR).user
    appoint_member(team=office, user=cast.member, role=Role.CLERK, acting_user=director)


def test_whoever_has_left_the_team_may_sit_in_the_office(cast):
    membership = cast.member.memberships.get()
    end_membership(membership_id=membership.pk, acting_user=cast.clerk)
    appoint_member(team=cast.office, user=cast.member, role=Role.CLERK, acting_user=cast.director)


def test_a_team_has_one_leader(cast, newcomer):
    with pytest.raises(Conflict):
        appoint_member(team=cast.team, user=newcomer, role=Role.LEADER, acting_user=cast.clerk)


def test_a_person_is_a_member_once(cast):
    with pytest.raises(Conflict):
        appoint_member(team=cast.team, user=cast.member, role=Role.DEPUTY, acting_user=cast.clerk)


def test_a_closed_account_is_not_appointed(cast, newcomer):
    newcomer.is_active = False
    newcomer.save()
    with pytest.raises(Denied) as refused:
        appoint_member(team=cast.team, user=newcomer, role=Role.MEMBER, acting_user=cast.clerk)
    assert codes(refused) == ["account_closed"]


@pytest.mark.requirement(90)
@pytest.mark.parametrize("home", ["unit", "parent", "child"])
def test_nobody_joins_the_team_that_supervises_the_home_unit_its_parents_or_children(cast, newcomer, home):
    units = {"unit": cast.unit, "parent": cast.parent, "child": UnitFactory(parent=cast.unit)}
    HomeUnitFactory(user=newcomer, unit=units[home])
    with pytest.raises(Denied) as refused:
        appoint_member(team=cast.team, user=newcomer, role=Role.MEMBER, acting_user=cast.clerk)
    assert codes(refused) == ["home_unit"]
    appoint_member(team=cast.other_team, user=newcomer, role=Role.MEMBER, acting_user=cast.clerk)


def test_nobody_who_acts_for_a_unit_joins_its_team_or_the_office_above_it(cast):
    for team, role in [(cast.team, Role.MEMBER), (cast.office, Role.CLERK)]:
        with pytest.raises(Denied):
            appoint_member(team=team, user=cast.liaison, role=role, acting_user=cast.director)


def test_who_acts_for_a_unit_of_no_case_may_sit_in_the_office(cast):
    user = UnitMembershipFactory(unit=UnitFactory()).user
    appoint_member(team=cast.office, user=user, role=Role.CLERK, acting_user=cast.director)


@pytest.mark.requirement(91)
def test_it_stands_in_the_ledger_and_is_told_to_the_person(cast, newcomer):
    appoint_member(team=cast.team, user=newcomer, role=Role.DEPUTY, acting_user=cast.clerk)
    assert sentences(Act.MEMBER_APPOINTED)[-1] == f"办公室工作人员任命新成员为{cast.team.name_zh}副组长。"
    assert AuditEntry.objects.filter(act=Act.MEMBER_APPOINTED).last().actor == cast.clerk
    assert Notification.objects.get(recipient=newcomer).kind == NoticeKind.APPOINTED


def test_refused_it_leaves_nothing(cast, newcomer):
    with pytest.raises(Conflict):
        appoint_member(team=cast.team, user=newcomer, role=Role.LEADER, acting_user=cast.clerk)
    assert not AuditEntry.objects.filter(act=Act.MEMBER_APPOINTED).exists()
    assert not Notification.objects.exists()
