"""The open to-dos and the holder of a case follow from its state, after every act of the road to the next stage."""

from datetime import timedelta

import pytest

from stages.enums import MakeUpState, RequestState, ReviewVerdict
from stages.enums import TodoKind as Stages
from stages.models import MakeUpTask, TransitionRequest
from stages.selectors.runs import current_run
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
from tests.units.building_activities import mobilised, studied, submitted, verified
from tests.units.building_records import made_rule, verified_rule
from units.enums import ActivityState, PlanKind, PlanState
from units.enums import TodoKind as Units
from units.models import Activity, Assignment, RegulationOutput, Todo
from units.ranks import rank_of
from units.selectors.plans import versions_of
from units.services.activity_corrections import take_back_verification
from units.services.plans import withdraw_plan
from units.services.registry import assign_team, open_case
from units.services.regulations import take_back_regulation, withdraw_regulation

TO_WRITE = (PlanState.DRAFT, PlanState.RETURNED, PlanState.WITHDRAWN)


def derived(case):
    """Kinds of to-dos that the state asks for, read afresh from the rows."""
    case.refresh_from_db()
    run = current_run(case)
    version = versions_of(case, PlanKind.IMPLEMENTATION).first()
    request = TransitionRequest.objects.filter(run=run).order_by("-round").first() if run else None
    activities = Activity.objects.filter(case=case)
    tasks = MakeUpTask.objects.filter(case=case)
    handed_in = request is not None and request.state in (RequestState.SUBMITTED, RequestState.RECOMMENDED)
    asked = {
        Units.ENTER: case.entered_on is None,
        Units.PROFILE: case.entered_on and case.profile_filled_at is None,
        Units.CONFIRM_PROFILE: case.profile_filled_at and case.profile_confirmed_at is None,
        Units.PLAN: case.entered_on and (version is None or version.state in TO_WRITE),
        Units.REVIEW_PLAN: version is not None and version.state == PlanState.SUBMITTED,
        Units.VERIFY_ACTIVITIES: activities.filter(state=ActivityState.SUBMITTED).exists(),
        Units.MEND_ACTIVITIES: activities.filter(state=ActivityState.RETURNED).exists(),
        Units.VERIFY_REGULATIONS: RegulationOutput.objects.filter(
            case=case, withdrawn_at=None, verified_at=None
        ).exists(),
        Stages.MAKE_UP: tasks.filter(state__in=[MakeUpState.OPEN, MakeUpState.RETURNED]).exists(),
        Stages.CHECK_MAKE_UP: tasks.filter(state=MakeUpState.ANSWERED).exists(),
        Stages.REQUEST: run is not None and not handed_in,
        Stages.REVIEW_REQUEST: request is not None and request.state == RequestState.SUBMITTED,
        Stages.DECIDE_REQUEST: request is not None and request.state == RequestState.RECOMMENDED,
    }
    return {str(kind) for kind, wanted in asked.items() if wanted}


def check(case):
    opened = set(Todo.objects.filter(case=case, settled_at=None).values_list("kind", flat=True))
    opened -= {str(Stages.ASSESS_AGAIN)}
    assert opened == derived(case)
    every = Todo.objects.filter(case=case, settled_at=None)
    first = min(every, key=lambda todo: (rank_of(todo.kind), todo.since, todo.pk), default=None)
    assert case.holder == (first.party if first else "")
    assert case.holder_reason == (first.kind if first else "")


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
    check(case)
    assign_team(case=case, team=cast.team, acting_user=cast.clerk)
    check(case)
    first = case.holder_since
    with clock.set_to(first + timedelta(days=9)):
        assign_team(case=case, team=cast.other_team, acting_user=cast.clerk)
        check(case)
    assert case.holder_since == first + timedelta(days=9)


def test_another_team_for_a_case_that_is_entered_has_not_to_enter_it(case, cast):
    entered(case, cast)
    assign_team(case=case, team=cast.other_team, acting_user=cast.clerk)
    check(case)


def test_they_follow_the_road(case, cast, media):
    check(case)
    entered(case, cast)
    check(case)
    profiled(case, cast, confirmed=False)
    check(case)
    confirm_profile(case_id=case.pk, acting_user=cast.member)
    check(case)
    returned_plan(case, cast)
    check(case)
    handed_in = submitted_plan(case, cast)
    withdraw_plan(version_id=handed_in.pk, expected_version=None, reason="补充。", acting_user=cast.secretary)
    check(case)
    passed = passed_plan(case, cast)
    take_back_plan_verdict(version_id=passed.pk, expected_version=None, reason="误判。", acting_user=cast.leader)
    check(case)
    passed_plan(case, cast)
    check(case)
    submitted(case, cast)
    check(case)
    taken_back(case, cast)
    check(case)
    mobilised(case, cast)
    studied(case, cast)
    check(case)
    failed_gate(case, cast)
    check(case)
    made_up(case, cast)
    check(case)
    inspected(case, cast)
    assessed(case, cast, gate_of(case))
    looked_back(case, cast)
    check(case)
    request = submitted_request(case, cast)
    check(case)
    reviewed(request, cast, ReviewVerdict.RETURNED)
    check(case)
    again, sha256 = recommended(case, cast)
    check(case)
    approved(again, cast, sha256)
    check(case)


def taken_back(case, cast):
    """What the team verified waits for it again; a rule that the unit made goes all its ways."""
    take_back_verification(activity_id=verified(case, cast).pk, reason="核错。", acting_user=cast.member)
    check(case)
    rule = verified_rule(case, cast)
    check(case)
    take_back_regulation(regulation_id=rule.pk, reason="核错。", acting_user=cast.member)
    check(case)
    withdraw_regulation(regulation_id=rule.pk, reason="重复。", acting_user=cast.liaison)
    check(case)
    made_rule(case, cast)


def test_a_submitted_plan_is_the_teams(case, cast):
    profiled(case, cast)
    submitted_plan(case, cast)
    check(case)
    assert case.holder == "TEAM"
