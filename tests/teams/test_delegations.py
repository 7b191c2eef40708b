"""Letting another act in the place of a team's leader or of the office's director, and ending it."""

from datetime import timedelta

import pytest

from teams import clock
from teams.enums import Act, NoticeKind, Role
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import AuditEntry, Delegation, Notification
from teams.services.mandates import end_delegation, record_delegation
from teams.services.memberships import end_membership
from tests.teams.building_mandates import BASIS, acts_for, place_of, terms
from tests.teams.factories import MembershipFactory
from tests.teams.ledger import sentences
from units.models import HomeUnit
from units.selectors import standing_of

DAY = timedelta(days=1)


def ended(delegation, acting_user, reason="组长已返回。"):
    return end_delegation(delegation_id=delegation.pk, reason=reason, acting_user=acting_user)


def test_a_deputy_leads_only_by_a_live_delegation(cast):
    assert not standing_of(cast.deputy, cast.case).may_lead
    acts_for(cast.deputy, cast.leader)
    assert standing_of(cast.deputy, cast.case).may_lead
    assert standing_of(cast.leader, cast.case).may_lead
    assert not standing_of(cast.member, cast.case).may_lead


def test_the_delegate_of_the_director_decides(cast):
    assert not standing_of(cast.clerk, cast.case).is_director
    acts_for(cast.clerk, cast.director)
    standing = standing_of(cast.clerk, cast.case)
    assert standing.is_director
    assert standing.is_clerk


def test_both_days_are_included(cast):
    today = clock.today()
    acts_for(cast.deputy, cast.leader, starts_on=today + DAY, days=2)
    for day, leads in [(0, False), (1, True), (2, True), (3, False)]:
        with clock.set_to(clock.now() + day * DAY):
            assert standing_of(cast.deputy, cast.case).may_lead is leads


def test_it_counts_only_where_the_post_does(cast):
    """A delegation of one team's leader is nothing in another team's case."""
    acts_for(cast.deputy, cast.leader)
    MembershipFactory(team=cast.other_team, user=cast.deputy, role=Role.DEPUTY)
    assert not standing_of(cast.deputy, cast.other_case).may_lead


@pytest.mark.parametrize("whose", ["leader", "deputy"])
def test_it_falls_with_the_post_of_either(cast, whose):
    acts_for(cast.deputy, cast.leader)
    end_membership(membership_id=place_of(getattr(cast, whose)).pk, acting_user=cast.clerk)
    assert not standing_of(cast.deputy, cast.case).may_lead


@pytest.mark.parametrize("who", ["leader", "clerk", "director"])
def test_the_leader_or_the_office_records_it(cast, who):
    delegation = acts_for(cast.deputy, cast.leader, acting_user=getattr(cast, who))
    assert (delegation.recorded_by, delegation.basis) == (getattr(cast, who), BASIS)


@pytest.mark.parametrize("who", ["deputy", "member", "other_leader", "secretary", "liaison", "stranger"])
def test_nobody_else_records_it(cast, who):
    with pytest.raises(Denied):
        acts_for(cast.deputy, cast.leader, acting_user=getattr(cast, who))
    assert not Delegation.objects.exists()


@pytest.mark.parametrize("who", ["clerk", "leader"])
def test_only_the_director_lets_another_act_in_the_directors_place(cast, who):
    with pytest.raises(Denied):
        acts_for(cast.clerk, cast.director, acting_user=getattr(cast, who))


def test_who_acts_for_another_hands_it_to_no_third(cast):
    acts_for(cast.deputy, cast.leader, days=1)
    with clock.set_to(clock.now() + DAY), pytest.raises(Denied):
        acts_for(cast.member, cast.leader, acting_user=cast.deputy)


@pytest.mark.parametrize("who", ["leader", "other_member", "clerk", "liaison"])
def test_it_goes_to_another_of_the_same_team(cast, who):
    with pytest.raises(Invalid) as refused:
        acts_for(getattr(cast, who), cast.leader)
    assert set(refused.value.errors) == {"delegate"}


@pytest.mark.requirement(90)
def test_nobody_acts_for_the_leader_over_the_home_unit(cast):
    HomeUnit.objects.create(user=cast.deputy, unit=cast.unit)
    with pytest.raises(Denied):
        acts_for(cast.deputy, cast.leader)


def test_it_needs_a_written_basis(cast):
    with pytest.raises(Invalid) as refused:
        acts_for(cast.deputy, cast.leader, basis=" ")
    assert set(refused.value.errors) == {"basis"}


@pytest.mark.parametrize(("begins", "days"), [(0, 0), (-5, 5)])
def test_the_last_day_is_neither_before_the_first_nor_past(cast, begins, days):
    with pytest.raises(Invalid) as refused:
        acts_for(cast.deputy, cast.leader, starts_on=clock.today() + begins * DAY, days=days)
    assert set(refused.value.errors) == {"ends_on"}


def test_one_acts_at_a_time(cast):
    acts_for(cast.deputy, cast.leader)
    with pytest.raises(Conflict):
        acts_for(cast.member, cast.leader)


def test_one_that_has_run_out_needs_no_act(cast):
    before = acts_for(cast.deputy, cast.leader, days=1)
    with clock.set_to(clock.now() + DAY):
        acts_for(cast.member, cast.leader)
        assert standing_of(cast.member, cast.case).may_lead
    before.refresh_from_db()
    assert before.ended_at


def test_a_deputys_own_post_is_no_place(cast):
    with pytest.raises(Conflict):
        record_delegation(membership_id=place_of(cast.deputy).pk, terms=terms(cast.member), acting_user=cast.clerk)


def test_it_stands_in_the_ledger_and_both_are_told(cast):
    acts_for(cast.deputy, cast.leader, acting_user=cast.clerk)
    assert BASIS in sentences(Act.DELEGATION_RECORDED)[0]
    told = Notification.objects.filter(kind=NoticeKind.DELEGATION_RECORDED)
    assert {notice.recipient for notice in told} == {cast.deputy, cast.leader}


@pytest.mark.parametrize("who", ["leader", "clerk", "director", "deputy"])
def test_who_recorded_it_or_acts_by_it_ends_it(cast, who):
    delegation = acts_for(cast.deputy, cast.leader)
    ended(delegation, getattr(cast, who))
    assert not standing_of(cast.deputy, cast.case).may_lead
    assert "组长已返回。" in sentences(Act.DELEGATION_ENDED)[0]
    told = {notice.recipient for notice in Notification.objects.filter(kind=NoticeKind.DELEGATION_ENDED)}
    assert told == {cast.deputy, cast.leader} - {getattr(cast, who)}


@pytest.mark.parametrize("who", ["member", "other_leader", "secretary", "stranger"])
def test_nobody_else_ends_it(cast, who):
    delegation = acts_for(cast.deputy, cast.leader)
    with pytest.raises(Denied):
        ended(delegation, getattr(cast, who))


def test_it_ends_once_and_with_a_reason(cast):
    delegation = acts_for(cast.deputy, cast.leader)
    with pytest.raises(Invalid):
        ended(delegation, cast.leader, reason=" ")
    ended(delegation, cast.leader)
    with pytest.raises(Conflict):
        ended(delegation, cast.leader)
    assert AuditEntry.objects.filter(act=Act.DELEGATION_ENDED).count() == 1
