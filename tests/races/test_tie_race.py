"""A case is opened while somebody of the office becomes tied to a unit below it: one of the two is refused (row 90)."""

import pytest

from teams.exceptions import Denied
from tests.races.waiting import second_of
from tests.units.factories import UnitFactory
from units.enums import UnitRole
from units.models import Case
from units.services.memberships import appoint_unit_member
from units.services.registry import open_case


@pytest.mark.requirement(90)
def test_the_opening_waits_for_the_tie_and_is_refused(committed, cast):
    above = UnitFactory()
    below = UnitFactory(parent=above)
    opened = second_of(
        lambda: appoint_unit_member(unit=below, user=cast.clerk, role=UnitRole.LIAISON, acting_user=None),
        lambda: open_case(unit=above, batch=cast.batch, acting_user=None),
    )
    with pytest.raises(Denied):
        opened.result()
    assert not Case.objects.filter(unit=above).exists()
