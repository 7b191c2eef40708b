"""Two people let somebody act in the same place, end the same delegation or file the same plan at once: one does."""

import pytest

from teams.enums import Act
from teams.exceptions import Conflict
from teams.models import AuditEntry, Delegation
from teams.services.mandates import end_delegation
from tests import samples
from tests.races.waiting import second_of
from tests.stages.building_plans import drafted_plan, entered
from tests.teams.building_mandates import acts_for, acts_for_secretary
from units.enums import Act as UnitsAct
from units.models import UnitDelegation
from units.services.plans import submit_plan


def told(act):
    return AuditEntry.objects.filter(act=act).count()


def test_one_acts_in_the_leaders_place(committed, cast):
    second = second_of(
        lambda: acts_for(cast.deputy, cast.leader),
        lambda: acts_for(cast.member, cast.leader, acting_user=cast.clerk),
    )
    with pytest.raises(Conflict):
        second.result()
    assert Delegation.objects.get().delegate == cast.deputy
    assert told(Act.DELEGATION_RECORDED) == 1


def test_one_acts_in_the_secretarys_place(committed, cast):
    second = second_of(
        lambda: acts_for_secretary(cast.liaison, cast.secretary),
        lambda: acts_for_secretary(cast.liaison, cast.secretary, acting_user=cast.clerk),
    )
    with pytest.raises(Conflict):
        second.result()
    assert UnitDelegation.objects.count() == 1
    assert told(UnitsAct.UNIT_DELEGATION_RECORDED) == 1


def test_a_delegation_ends_once(committed, cast):
    delegation = acts_for(cast.deputy, cast.leader)

    def ends(person):
        return end_delegation(delegation_id=delegation.pk, reason="组长已返岗。", acting_user=person)

    second = second_of(lambda: ends(cast.leader), lambda: ends(cast.deputy))
    with pytest.raises(Conflict):
        second.result()
    assert told(Act.DELEGATION_ENDED) == 1


def test_a_plan_is_filed_or_submitted_once(committed, case, cast):
    entered(case, cast)
    version = drafted_plan(case, cast)

    def hands_in(person, **given):
        return submit_plan(version_id=version.pk, expected_version=version.version, acting_user=person, **given)

    second = second_of(
        lambda: hands_in(cast.liaison, resolution=samples.uploaded("党委决议.jpg")), lambda: hands_in(cast.secretary)
    )
    with pytest.raises(Conflict):
        second.result()
    assert (told(UnitsAct.PLAN_FILED), told(UnitsAct.PLAN_SUBMITTED)) == (1, 0)
