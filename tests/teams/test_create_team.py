"""Teams are dispatched by the leading group."""

import pytest

from teams.enums import Act, TeamKind
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Team
from teams.services.teams import create_office, create_team
from tests.teams.factories import CampaignFactory
from tests.teams.ledger import sentences


def third_team(campaign, acting_user, number=3):
    return create_team(
        campaign=campaign, number=number, name_zh="第三督导组", name_en="Team 3", acting_user=acting_user
    )


@pytest.mark.requirement(2)
@pytest.mark.parametrize("who", ["clerk", "director"])
def test_it_is_made_by_the_office(cast, who):
    team = third_team(cast.campaign, getattr(cast, who))
    assert team.kind == TeamKind.SUPERVISION
    assert sentences(Act.TEAM_CREATED) == [f"{getattr(cast, who).name}组建了第三督导组。"]


@pytest.mark.requirement(2)
@pytest.mark.parametrize("who", ["secretary", "liaison", "parent_liaison", "leader", "member", "stranger"])
def test_it_is_made_by_nobody_of_a_unit_or_team(cast, who):
    with pytest.raises(Denied):
        third_team(cast.campaign, getattr(cast, who))
    assert Team.objects.filter(campaign=cast.campaign).count() == 3


def test_it_is_not_made_by_the_office_of_another_campaign(cast):
    with pytest.raises(Denied):
        third_team(CampaignFactory(), cast.director)


def test_its_number_is_its_own(cast):
    with pytest.raises(Conflict):
        third_team(cast.campaign, cast.clerk, number=cast.team.number)
    with pytest.raises(Invalid):
        third_team(cast.campaign, cast.clerk, number=0)


def test_a_campaign_has_one_office(cast):
    with pytest.raises(Conflict):
        create_office(campaign=cast.campaign)
    assert create_office(campaign=CampaignFactory()).kind == TeamKind.OFFICE
