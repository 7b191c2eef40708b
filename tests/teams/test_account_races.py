"""The same act at the same time: the schema and the locks let one through."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from teams.enums import Act, Role
from teams.exceptions import Refusal
from teams.models import ActivationCode, AuditEntry, Membership
from teams.services.codes import issue_code, redeem_code
from teams.services.memberships import appoint_member
from tests.teams.factories import TeamFactory, UserFactory

AT_ONCE = 6


def at_once(act) -> list[bool]:
    """Call `act(number)` from several threads; says of each whether it went through."""

    def attempt(number: int) -> bool:
        try:
            act(number)
        except Refusal:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(attempt, range(AT_ONCE)))


@pytest.fixture
def stage(committed, cast):
    return cast


def test_one_code_is_used_once(stage):
    code = issue_code(user_id=stage.member.pk, acting_user=stage.clerk).plain
    went = at_once(lambda n: redeem_code(username="member", code=code, new_password=f"long password {n}"))
    assert went.count(True) == 1
    assert AuditEntry.objects.filter(act=Act.PASSWORD_RESET).count() == 1
    stage.member.refresh_from_db()
    assert stage.member.check_password(f"long password {went.index(True)}")


def test_of_codes_issued_at_once_one_is_live(stage):
    went = at_once(lambda _n: issue_code(user_id=stage.member.pk, acting_user=stage.clerk))
    assert all(went)
    assert ActivationCode.objects.filter(user=stage.member, replaced_at=None).count() == 1


def test_a_team_gets_one_leader(stage):
    team = TeamFactory(campaign=stage.campaign, number=9)
    people = [UserFactory() for _person in range(AT_ONCE)]
    went = at_once(lambda n: appoint_member(team=team, user=people[n], role=Role.LEADER, acting_user=stage.clerk))
    assert went.count(True) == 1
    assert Membership.live.filter(team=team).count() == 1


def test_nobody_slips_into_team_and_office_at_once(stage):
    person = UserFactory()
    posts = [(stage.team, Role.MEMBER), (stage.office, Role.CLERK)]
    went = at_once(
        lambda n: appoint_member(team=posts[n % 2][0], user=person, role=posts[n % 2][1], acting_user=stage.director)
    )
    assert went.count(True) == 1
    assert Membership.live.filter(user=person).count() == 1
