"""`manage.py appoint`: the first director."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from teams.enums import Act, Role
from teams.models import Membership, User
from teams.services.codes import redeem_code
from tests.teams.factories import CampaignFactory, MembershipFactory, TeamFactory, UserFactory
from tests.teams.ledger import sentences

pytestmark = pytest.mark.django_db


@pytest.fixture
def fresh():
    return CampaignFactory(code="fresh")


def appoint(username="office.director", name="主任", campaign="fresh") -> str:
    out = StringIO()
    call_command("appoint", username, name, campaign=campaign, stdout=out)
    return out.getvalue()


def test_it_makes_the_account_and_prints_the_code_that_activates_it(fresh):
    code = re.search(r": ([0-9A-Z]{4}(-[0-9A-Z]{4}){3})$", appoint(), re.MULTILINE)[1]
    user = redeem_code(username="office.director", code=code, new_password="a long password of my own")
    membership = Membership.live.get(user=user)
    assert (membership.team.campaign, membership.role) == (fresh, Role.DIRECTOR)


def test_it_stands_in_the_ledger_as_the_administrator_s(fresh):
    appoint()
    assert sentences(Act.MEMBER_APPOINTED) == ["管理员任命主任为领导小组办公室主任。"]


def test_it_appoints_the_first_director_only(fresh):
    appoint()
    with pytest.raises(CommandError):
        appoint("second", "第二人")
    assert not User.objects.filter(username="second").exists()


def test_it_appoints_again_when_no_director_is_left(fresh):
    office = TeamFactory(campaign=fresh, office=True)
    MembershipFactory(team=office, role=Role.CLERK)
    appoint()
    assert Membership.live.filter(team=office, role=Role.DIRECTOR).count() == 1


def test_it_prints_no_code_for_an_account_that_has_a_password(fresh):
    UserFactory(username="known", name="老同志")
    assert "code" not in appoint("known", "老同志")


def test_it_takes_no_account_for_somebody_else_s(fresh):
    UserFactory(username="known", name="老同志")
    with pytest.raises(CommandError):
        appoint("known", "另一人")


def test_it_knows_the_campaign(fresh):
    with pytest.raises(CommandError):
        appoint(campaign="unheard-of")


def test_refused_it_leaves_nothing(cast):
    with pytest.raises(CommandError):
        appoint("member", "组员", campaign=cast.campaign.code)
    with pytest.raises(CommandError):
        appoint("new", "新人", campaign=cast.campaign.code)
    assert not User.objects.filter(username="new").exists()
