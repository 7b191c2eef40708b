"""A unit's case is opened by the office."""

import pytest

from teams.exceptions import Conflict, Denied
from tests.teams.factories import BatchFactory, CampaignFactory
from tests.teams.ledger import sentences
from tests.units.factories import UnitFactory, UnitMembershipFactory
from units.enums import Act
from units.models import Case
from units.services.registry import open_case


@pytest.fixture
def fresh(db):
    return UnitFactory(name_zh="清水县委")


def test_it_is_opened_before_entry(cast, fresh):
    case = open_case(unit=fresh, batch=cast.batch, acting_user=cast.clerk)
    assert (case.unit, case.batch, case.entered_on) == (fresh, cast.batch, None)
    assert sentences(Act.CASE_OPENED) == ["办公室工作人员建立了清水县委的案卷。"]


@pytest.mark.requirement(2)
@pytest.mark.parametrize("who", ["secretary", "liaison", "leader", "member", "stranger"])
def test_it_is_opened_by_nobody_else(cast, fresh, who):
    with pytest.raises(Denied):
        open_case(unit=fresh, batch=cast.batch, acting_user=getattr(cast, who))
    assert not Case.objects.filter(unit=fresh).exists()


@pytest.mark.requirement(17)
def test_a_unit_belongs_to_one_batch_of_a_campaign(cast):
    for batch in cast.campaign.batches.all():
        with pytest.raises(Conflict):
            open_case(unit=cast.unit, batch=batch, acting_user=cast.clerk)
    elsewhere = BatchFactory(campaign=CampaignFactory())
    assert open_case(unit=cast.unit, batch=elsewhere, acting_user=None)


def test_nobody_in_the_office_acts_for_the_unit(cast, fresh):
    UnitMembershipFactory(unit=fresh, user=cast.clerk)
    with pytest.raises(Denied) as refused:
        open_case(unit=fresh, batch=cast.batch, acting_user=cast.director)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["acts_for_unit"]
