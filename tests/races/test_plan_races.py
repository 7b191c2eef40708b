"""A plan that is withdrawn, reviewed or taken back at the same moment ends in one state, with one entry for it."""

import pytest

from stages.enums import Act as Stages
from stages.models import PlanReview, Rectification
from stages.services.plan_taken_back import take_back_plan_verdict
from teams.exceptions import Conflict
from teams.models import AuditEntry
from tests.races.test_gate_race import went_through
from tests.races.waiting import second_of
from tests.stages.building_plans import profiled, reviewed_plan, submitted_plan
from tests.stages.building_rectification_plans import (
    in_last_stage,
    passed_rectification_plan,
    reviewed_rectification_plan,
    submitted_rectification_plan,
)
from units.enums import PlanState
from units.services.plans import withdraw_plan


@pytest.mark.requirement(49)
def test_of_withdrawal_and_review_the_second_is_too_late(committed, cast):
    version = submitted_plan(profiled(cast.case, cast), cast)
    given = {"version_id": version.pk, "expected_version": version.version}
    outcome = second_of(
        lambda: withdraw_plan(**given, reason="补充。", acting_user=cast.secretary),
        lambda: reviewed_plan(version, cast, expected_version=given["expected_version"]),
    )
    assert isinstance(outcome.exception(), Conflict)
    version.refresh_from_db()
    assert version.state == PlanState.WITHDRAWN
    assert not PlanReview.objects.exists()


@pytest.mark.requirement(80)
def test_a_rectification_plan_passes_once_and_brings_its_measures_once(committed, cast):
    version = submitted_rectification_plan(in_last_stage(cast.case, cast), cast)
    assert went_through(lambda: reviewed_rectification_plan(version, cast)) == 1
    assert Rectification.objects.count() == version.problems.count()


def test_a_verdict_is_taken_back_once(committed, cast):
    version = passed_rectification_plan(in_last_stage(cast.case, cast), cast)
    given = {"version_id": version.pk, "expected_version": version.version}
    assert went_through(lambda: take_back_plan_verdict(**given, reason="误判。", acting_user=cast.leader)) == 1
    assert AuditEntry.objects.filter(act=Stages.PLAN_TAKEN_BACK).count() == 1
