"""Letting another of the unit's people act in the secretary's place, and ending it."""

from datetime import timedelta

import pytest

from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import AuditEntry, Notification
from tests.stages.building_plans import drafted_plan, entered, profiled
from tests.teams.building_mandates import BASIS, acts_for_secretary
from tests.teams.ledger import sentences
from tests.units.factories import UnitMembershipFactory
from units.enums import Act, NoticeKind, UnitRole
from units.selectors import standing_of
from units.selectors.mandates import possible_delegates
from units.selectors.timeline import timeline_of
from units.services.mandates import end_unit_delegation
from units.services.memberships import end_unit_membership
from units.services.plans import submit_plan

DAY = timedelta(days=1)


@pytest.fixture
def deputy(cast):
    return UnitMembershipFactory(
        unit=cast.unit, role=UnitRole.DEPUTY_SECRETARY, user__name="县委副书记", user__username="deputy_secretary"
    ).user


def test_a_deputy_secretary_acts_for_the_unit_but_not_as_its_secretary(cast, deputy):
    standing = standing_of(deputy, cast.case)
    assert standing.is_unit
    assert not standing.is_secretary
    assert standing.title == UnitRole.DEPUTY_SECRETARY


def test_by_a_live_delegation_the_deputy_is_the_secretary(cast, deputy):
    acts_for_secretary(deputy, cast.secretary, days=1)
    assert standing_of(deputy, cast.case).is_secretary
    assert not standing_of(cast.liaison, cast.case).is_secretary
    with clock.set_to(clock.now() + DAY):
        assert not standing_of(deputy, cast.case).is_secretary


def test_it_falls_with_the_secretarys_post(cast, deputy):
    delegation = acts_for_secretary(deputy, cast.secretary)
    end_unit_membership(membership_id=delegation.membership_id, acting_user=cast.clerk)
    assert not standing_of(deputy, cast.case).is_secretary


def test_the_deputy_secretary_is_named_first(cast, deputy):
    delegation = acts_for_secretary(deputy, cast.secretary)
    assert [each.user for each in possible_delegates(delegation.membership)] == [deputy, cast.liaison]


@pytest.mark.parametrize("who", ["secretary", "clerk", "director"])
def test_the_secretary_or_the_office_records_it(cast, deputy, who):
    acts_for_secretary(deputy, cast.secretary, acting_user=getattr(cast, who))
    assert BASIS in sentences(Act.UNIT_DELEGATION_RECORDED)[0]
    told = {notice.recipient for notice in Notification.objects.filter(kind=NoticeKind.UNIT_DELEGATION_RECORDED)}
    assert told == {deputy, cast.secretary} - {getattr(cast, who)}


@pytest.mark.parametrize("who", ["liaison", "leader", "parent_liaison", "other_secretary", "stranger"])
def test_nobody_else_records_it(cast, deputy, who):
    with pytest.raises(Denied):
        acts_for_secretary(deputy, cast.secretary, acting_user=getattr(cast, who))


@pytest.mark.parametrize("who", ["secretary", "other_liaison", "leader"])
def test_it_goes_to_another_of_the_unit(cast, who):
    with pytest.raises(Invalid) as refused:
        acts_for_secretary(getattr(cast, who), cast.secretary)
    assert set(refused.value.errors) == {"delegate"}


def test_one_acts_at_a_time(cast, deputy):
    acts_for_secretary(deputy, cast.secretary)
    with pytest.raises(Conflict):
        acts_for_secretary(cast.liaison, cast.secretary)


@pytest.mark.parametrize("who", ["secretary", "clerk", "deputy"])
def test_who_recorded_it_or_acts_by_it_ends_it(cast, deputy, who):
    delegation = acts_for_secretary(deputy, cast.secretary)
    person = deputy if who == "deputy" else getattr(cast, who)
    end_unit_delegation(delegation_id=delegation.pk, reason="书记已返回。", acting_user=person)
    assert not standing_of(deputy, cast.case).is_secretary
    assert "书记已返回。" in sentences(Act.UNIT_DELEGATION_ENDED)[0]
    with pytest.raises(Conflict):
        end_unit_delegation(delegation_id=delegation.pk, reason="书记已返回。", acting_user=person)


def test_the_liaison_does_not_end_it(cast, deputy):
    delegation = acts_for_secretary(deputy, cast.secretary)
    with pytest.raises(Denied):
        end_unit_delegation(delegation_id=delegation.pk, reason="不妥。", acting_user=cast.liaison)


@pytest.mark.requirement(91)
def test_what_the_deputy_does_says_on_whose_behalf(cast, case, deputy):
    profiled(entered(case, cast), cast)
    version = drafted_plan(case, cast)
    acts_for_secretary(deputy, cast.secretary)
    submit_plan(version_id=version.pk, expected_version=version.version, acting_user=deputy)
    entry = AuditEntry.objects.get(act=Act.PLAN_SUBMITTED)
    assert (entry.actor, entry.acting_as, entry.on_behalf_of) == (deputy, UnitRole.SECRETARY, cast.secretary)
    newest = timeline_of(case, standing_of(cast.leader, case), size=1).entries[0]
    assert newest.sentence.startswith("县委副书记（代党委书记县委书记）")
