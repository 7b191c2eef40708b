"""Those who act for a unit, and the units that people come from."""

import pytest

from teams.exceptions import Conflict, Denied
from teams.models import Notification
from tests.teams.factories import UserFactory
from tests.teams.ledger import sentences
from tests.units.factories import CaseFactory, UnitFactory
from units.enums import Act, UnitRole
from units.models import Case, HomeUnit, UnitMembership
from units.services.memberships import appoint_unit_member, end_unit_membership, record_home_unit


@pytest.fixture
def newcomer(db):
    return UserFactory(name="新联络员")


def codes(refused) -> list[str]:
    return [reason.code for reason in refused.value.ruling.reasons]


@pytest.mark.parametrize("who", ["clerk", "director"])
def test_it_opens_the_unit_s_case_to_the_person(cast, newcomer, who):
    appoint_unit_member(unit=cast.unit, user=newcomer, role=UnitRole.LIAISON, acting_user=getattr(cast, who))
    assert list(Case.objects.visible_to(newcomer)) == [cast.case]
    assert Notification.objects.get(recipient=newcomer)
    assert sentences(Act.UNIT_MEMBER_APPOINTED) == [f"{getattr(cast, who).name}登记新联络员为石桥县委联络员。"]


@pytest.mark.parametrize("who", ["secretary", "liaison", "parent_liaison", "leader", "member", "stranger"])
def test_it_is_the_office_s_alone(cast, newcomer, who):
    with pytest.raises(Denied):
        appoint_unit_member(unit=cast.unit, user=newcomer, role=UnitRole.LIAISON, acting_user=getattr(cast, who))
    assert not newcomer.unit_memberships.exists()


def test_a_unit_of_another_campaign_is_that_office_s(cast, newcomer):
    elsewhere = CaseFactory().unit
    with pytest.raises(Denied):
        appoint_unit_member(unit=elsewhere, user=newcomer, role=UnitRole.LIAISON, acting_user=cast.clerk)


def test_a_unit_without_a_case_is_any_office_s(cast, newcomer):
    appoint_unit_member(unit=UnitFactory(), user=newcomer, role=UnitRole.SECRETARY, acting_user=cast.clerk)


def test_a_unit_has_one_secretary(cast, newcomer):
    with pytest.raises(Conflict):
        appoint_unit_member(unit=cast.unit, user=newcomer, role=UnitRole.SECRETARY, acting_user=cast.clerk)


def test_a_person_acts_for_a_unit_once(cast):
    with pytest.raises(Conflict):
        appoint_unit_member(unit=cast.unit, user=cast.liaison, role=UnitRole.LIAISON, acting_user=cast.clerk)


def test_nobody_acts_for_a_unit_and_supervises_it_its_parents_or_children(cast):
    child = UnitFactory(parent=cast.unit)
    for unit in (cast.unit, cast.parent, child):
        with pytest.raises(Denied) as refused:
            appoint_unit_member(unit=unit, user=cast.member, role=UnitRole.LIAISON, acting_user=cast.clerk)
        assert codes(refused) == ["home_unit"]


def test_nobody_acts_for_a_unit_and_sits_in_the_office_that_decides_on_it(cast):
    for unit in (cast.unit, cast.parent):
        with pytest.raises(Denied) as refused:
            appoint_unit_member(unit=unit, user=cast.clerk, role=UnitRole.LIAISON, acting_user=cast.director)
        assert codes(refused) == ["acts_for_unit"]


def test_it_ends_and_the_case_is_closed_to_the_person(cast):
    membership = UnitMembership.objects.get(user=cast.liaison)
    end_unit_membership(membership_id=membership.pk, acting_user=cast.clerk)
    assert not Case.objects.visible_to(cast.liaison).exists()
    assert sentences(Act.UNIT_MEMBER_ENDED) == ["办公室工作人员注明县委联络员不再担任石桥县委联络员。"]
    with pytest.raises(Conflict):
        end_unit_membership(membership_id=membership.pk, acting_user=cast.clerk)


@pytest.mark.parametrize("who", ["secretary", "leader", "stranger"])
def test_it_is_ended_by_the_office_alone(cast, who):
    membership = UnitMembership.objects.get(user=cast.liaison)
    with pytest.raises(Denied):
        end_unit_membership(membership_id=membership.pk, acting_user=getattr(cast, who))


@pytest.mark.requirement(90)
def test_the_home_unit_is_not_one_that_the_person_supervises(cast):
    for unit in (cast.unit, cast.parent):
        with pytest.raises(Denied) as refused:
            record_home_unit(user=cast.member, unit=unit, acting_user=cast.clerk)
        assert codes(refused) == ["home_unit"]
    record_home_unit(user=cast.member, unit=cast.other_unit, acting_user=cast.clerk)
    assert HomeUnit.objects.get().unit == cast.other_unit
    assert sentences(Act.HOME_UNIT_RECORDED) == ["办公室工作人员登记组员的原单位为柳湾县委。"]


def test_the_home_unit_is_recorded_by_the_office_alone(cast):
    with pytest.raises(Denied):
        record_home_unit(user=cast.member, unit=cast.other_unit, acting_user=cast.leader)
