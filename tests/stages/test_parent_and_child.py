"""A locality may have units below it: each is a case of its own, and what moves one leaves the other where it is."""

import pytest

from stages.rules.blockers import Moment
from stages.selectors.blockers import blockers
from stages.selectors.runs import current_run
from tests.stages.building_plans import entered
from tests.stages.building_transitions import approved, recommended, ripe
from tests.units.building_activities import studied
from units.enums import UnitKind
from units.models import Case
from units.services.registry import assign_team, create_unit, open_case

pytestmark = pytest.mark.requirement(109)


@pytest.fixture
def child_case(case, cast):
    """A school of the county, supervised by the same team, which has entered it."""
    unit = create_unit(
        code="U51",
        name_zh="石桥中学",
        name_en="Shiqiao school",
        kind=UnitKind.ORGANISATION,
        secretary_title="党总支书记",
        parent=case.unit,
        acting_user=cast.clerk,
    )
    child = open_case(unit=unit, batch=case.batch, acting_user=cast.clerk)
    assign_team(case=child, team=cast.team, acting_user=cast.clerk)
    return entered(child, cast)


def test_a_request_moves_the_unit_that_made_it_and_none_below_it(case, child_case, cast, media):
    request, sha256 = recommended(ripe(case, cast), cast)
    approved(request, cast, sha256)
    assert current_run(case).stage.number == 2
    assert current_run(child_case).stage.number == 1


def test_what_the_parent_did_counts_for_the_parent_alone(case, child_case, cast):
    entered(case, cast)
    studied(case, cast)
    named = {blocker.code for blocker in blockers(child_case, Moment.SUBMIT)}
    assert "quantity:gate.theory_study.study_time" in named
    assert "quantity:gate.theory_study.study_time" not in {blocker.code for blocker in blockers(case, Moment.SUBMIT)}


def test_people_of_the_parent_see_no_case_below_them(case, child_case, cast):
    seen = Case.objects.visible_to(cast.liaison)
    assert case in seen
    assert child_case not in seen
