"""Ending a membership."""

import pytest

from teams.enums import Act, Role
from teams.exceptions import Conflict, Denied
from teams.models import Notification
from teams.selectors import standing_of
from teams.services.memberships import end_membership
from tests.teams.factories import MembershipFactory
from tests.teams.ledger import sentences


def test_it_takes_the_role_away_at_once(cast):
    end_membership(membership_id=cast.member.memberships.get().pk, acting_user=cast.clerk)
    assert standing_of(cast.member).posts == ()
    assert sentences(Act.MEMBER_ENDED) == [f"办公室工作人员结束了组员在{cast.team.name_zh}的任职（组员）。"]
    assert Notification.objects.filter(recipient=cast.member).count() == 1


def test_it_is_done_once(cast):
    membership = cast.member.memberships.get()
    end_membership(membership_id=membership.pk, acting_user=cast.clerk)
    with pytest.raises(Conflict):
        end_membership(membership_id=membership.pk, acting_user=cast.clerk)


@pytest.mark.requirement(2)
@pytest.mark.parametrize("who", ["secretary", "liaison", "leader", "member", "stranger"])
def test_it_is_the_office_s_alone(cast, who):
    membership = cast.deputy.memberships.get()
    with pytest.raises(Denied):
        end_membership(membership_id=membership.pk, acting_user=getattr(cast, who))
    membership.refresh_from_db()
    assert membership.ended_at is None


def test_in_the_office_only_the_director_ends_it(cast):
    membership = MembershipFactory(team=cast.office, role=Role.CLERK)
    with pytest.raises(Denied):
        end_membership(membership_id=membership.pk, acting_user=cast.clerk)
    end_membership(membership_id=membership.pk, acting_user=cast.director)


def test_the_office_keeps_a_director(cast):
    own = cast.director.memberships.get()
    with pytest.raises(Denied):
        end_membership(membership_id=own.pk, acting_user=cast.director)
    MembershipFactory(team=cast.office, role=Role.DIRECTOR)
    end_membership(membership_id=own.pk, acting_user=cast.director)
