"""Units are entered by the office."""

import pytest

from teams.exceptions import Conflict, Denied
from tests.teams.ledger import sentences
from units.enums import Act, UnitKind
from units.models import Unit
from units.services.registry import create_unit


def county(acting_user, parent=None, code="U50"):
    return create_unit(
        code=code,
        name_zh="清水县委",
        name_en="Qingshui county committee",
        kind=UnitKind.REGION,
        secretary_title="县委书记",
        parent=parent,
        acting_user=acting_user,
    )


def test_its_path_leads_from_the_root_down(cast):
    unit = county(cast.clerk, parent=cast.parent)
    assert unit.path == f"/{cast.parent.pk}/{unit.pk}/"
    assert unit.is_kin_of(cast.parent) and not unit.is_kin_of(cast.unit)


@pytest.mark.requirement(2)
@pytest.mark.parametrize("who", ["secretary", "parent_liaison", "leader", "member", "stranger"])
def test_it_is_entered_by_nobody_else(cast, who):
    with pytest.raises(Denied):
        county(getattr(cast, who))
    assert not Unit.objects.filter(code="U50").exists()


def test_its_code_is_its_own(cast):
    with pytest.raises(Conflict):
        county(cast.clerk, code=cast.unit.code)


@pytest.mark.requirement(91)
def test_it_stands_in_the_ledger(cast):
    county(cast.clerk)
    assert sentences(Act.UNIT_CREATED) == ["办公室工作人员登记了单位清水县委（U50）。"]
