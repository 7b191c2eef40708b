"""Sending a team to a unit."""

from datetime import date

import pytest

from teams.enums import Role
from teams.exceptions import Conflict, Denied
from teams.models import AuditEntry, Notification
from tests.teams.factories import MembershipFactory, TeamFactory
from tests.teams.ledger import sentences
from tests.units.factories import HomeUnitFactory, UnitFactory
from units.enums import Act
from units.models import Assignment, Case
from units.services.registry import assign_team


def codes(refused) -> list[str]:
    return [reason.code for reason in refused.value.ruling.reasons]


@pytest.fixture
def third(cast):
    team = TeamFactory(campaign=cast.campaign, number=3)
    MembershipFactory(team=team, role=Role.LEADER)
    return team


def test_it_relieves_the_team_that_was_there(cast, third):
    assign_team(case=cast.case, team=third, acting_user=cast.clerk)
    assert [assignment.team for assignment in Assignment.live.filter(case=cast.case)] == [third]
    assert not Case.objects.visible_to(cast.leader).exists()


@pytest.mark.requirement(2)
@pytest.mark.parametrize("who", ["secretary", "liaison", "parent_liaison", "leader", "member", "stranger"])
def test_it_is_done_by_the_office_alone(cast, third, who):
    with pytest.raises(Denied):
        assign_team(case=cast.case, team=third, acting_user=getattr(cast, who))
    assert Assignment.live.get(case=cast.case).team == cast.team


def test_the_same_team_is_not_sent_twice(cast):
    with pytest.raises(Conflict):
        assign_team(case=cast.case, team=cast.team, acting_user=cast.clerk)


def test_only_a_supervision_team_of_the_campaign_is_sent(cast):
    for team in (cast.office, TeamFactory()):
        with pytest.raises(Denied) as refused:
            assign_team(case=cast.case, team=team, acting_user=cast.clerk)
        assert codes(refused) == ["other_team"]


def test_no_team_is_sent_to_a_closed_case(cast, third):
    cast.case.entered_on = cast.case.closed_on = date(2005, 2, 1)
    cast.case.save()
    with pytest.raises(Denied) as refused:
        assign_team(case=cast.case, team=third, acting_user=cast.clerk)
    assert codes(refused) == ["case_closed"]


@pytest.mark.requirement(90)
@pytest.mark.parametrize("home", ["unit", "parent", "child"])
def test_no_member_comes_from_the_unit_its_parents_or_children(cast, third, home):
    units = {"unit": cast.unit, "parent": cast.parent, "child": UnitFactory(parent=cast.unit)}
    HomeUnitFactory(user=third.memberships.get().user, unit=units[home])
    with pytest.raises(Denied) as refused:
        assign_team(case=cast.case, team=third, acting_user=cast.clerk)
    assert codes(refused) == ["home_unit"]
    assign_team(case=cast.other_case, team=third, acting_user=cast.clerk)


@pytest.mark.requirement(91)
def test_it_stands_in_the_case_s_ledger_and_is_told_to_both_sides(cast, third):
    assign_team(case=cast.case, team=third, acting_user=cast.clerk)
    assert sentences(Act.TEAM_ASSIGNED) == [f"办公室工作人员派{third.name_zh}督导石桥县委。"]
    assert AuditEntry.objects.about(cast.case).filter(act=Act.TEAM_ASSIGNED).get().actor == cast.clerk
    told = {notice.recipient for notice in Notification.objects.all()}
    assert told == {cast.secretary, cast.liaison, third.memberships.get().user}
