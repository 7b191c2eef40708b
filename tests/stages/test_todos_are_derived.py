"""The open to-dos and the holder of a case follow from its state, after every act of the road to the next stage."""

from datetime import timedelta

import pytest

from stages.enums import ReviewVerdict
from stages.services.plan_taken_back import take_back_plan_verdict
from stages.services.profiles import confirm_profile
from teams import clock
from tests.stages.building_gates import assessed, failed_gate, gate_of, inspected, made_up
from tests.stages.building_plans import entered, passed_plan, profiled, returned_plan, submitted_plan
from tests.stages.building_transitions import (
    approved,
    looked_back,
    recommended,
    reviewed,
    submitted_request,
)
from tests.stages.deriving_todos import check_road
from tests.units.building_activities import mobilised, studied, submitted, verified
from tests.units.building_records import made_rule, verified_rule
from units.models import Assignment
from units.services.activity_corrections import take_back_verification
from units.services.plans import withdraw_plan
from units.services.registry import assign_team, open_case
from units.services.regulations import take_back_regulation, withdraw_regulation


@pytest.fixture
def case(cast):
    """Opened and given to its team by the acts themselves."""
    Assignment.objects.filter(case=cast.case).delete()
    cast.case.delete()
    opened = open_case(unit=cast.unit, batch=cast.batch, acting_user=cast.clerk)
    assign_team(case=opened, team=cast.team, acting_user=cast.clerk)
    return opened


def test_entering_waits_from_the_opening_and_anew_for_another_team(cast):
    case = open_case(unit=cast.parent, batch=cast.batch, acting_user=cast.clerk)
    check_road(case)
    assign_team(case=case, team=cast.team, acting_user=cast.clerk)
    check_road(case)
    first = case.holder_since
    with clock.set_to(first + timedelta(days=9)):
        assign_team(case=case, team=cast.other_team, acting_user=cast.clerk)
        check_road(case)
    assert case.holder_since == first + timedelta(days=9)


def test_another_team_for_a_case_that_is_entered_has_not_to_enter_it(case, cast):
    entered(case, cast)
    assign_team(case=case, team=cast.other_team, acting_user=cast.clerk)
    check_road(case)


def test_they_follow_the_road(case, cast, media):
    check_road(case)
    entered(case, cast)
    check_road(case)
    profiled(case, cast, confirmed=False)
    check_road(case)
    confirm_profile(case_id=case.pk, acting_user=cast.member)
    check_road(case)
    returned_plan(case, cast)
    check_road(case)
    handed_in = submitted_plan(case, cast)
    withdraw_plan(version_id=handed_in.pk, expected_version=None, reason="补充。", acting_user=cast.secretary)
    check_road(case)
    passed = passed_plan(case, cast)
    take_back_plan_verdict(version_id=passed.pk, expected_version=None, reason="误判。", acting_user=cast.leader)
    check_road(case)
    passed_plan(case, cast)
    check_road(case)
    submitted(case, cast)
    check_road(case)
    taken_back(case, cast)
    check_road(case)
    mobilised(case, cast)
    studied(case, cast)
    check_road(case)
    failed_gate(case, cast)
    check_road(case)
    made_up(case, cast)
    check_road(case)
    inspected(case, cast)
    assessed(case, cast, gate_of(case))
    looked_back(case, cast)
    check_road(case)
    request = submitted_request(case, cast)
    check_road(case)
    reviewed(request, cast, ReviewVerdict.RETURNED)
    check_road(case)
    again, sha256 = recommended(case, cast)
    check_road(case)
    approved(again, cast, sha256)
    check_road(case)


def taken_back(case, cast):
    """What the team verified waits for it again; a rule that the unit made goes all its ways."""
    take_back_verification(activity_id=verified(case, cast).pk, reason="核错。", acting_user=cast.member)
    check_road(case)
    rule = verified_rule(case, cast)
    check_road(case)
    take_back_regulation(regulation_id=rule.pk, reason="核错。", acting_user=cast.member)
    check_road(case)
    withdraw_regulation(regulation_id=rule.pk, reason="重复。", acting_user=cast.liaison)
    check_road(case)
    made_rule(case, cast)


def test_a_submitted_plan_is_the_teams(case, cast):
    profiled(case, cast)
    submitted_plan(case, cast)
    check_road(case)
    assert case.holder == "TEAM"
