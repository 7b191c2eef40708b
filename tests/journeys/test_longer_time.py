"""The planned time does not suffice: the unit asks, the team gives its opinion, the leading group permits."""

import pytest

from stages.enums import ExtensionReason
from tests.journeys.steps import in_days
from tests.stages.building_plans import passed_plan

pytestmark = [pytest.mark.journey, pytest.mark.once]


@pytest.mark.requirement(78)
def test_it_is_asked_supported_and_permitted_and_the_planned_end_stays(committed, case, cast, enter):
    passed_plan(case, cast)
    run = case.runs.get()
    planned = run.planned_end
    secretary, leader, director = map(enter, ("secretary", "leader", "director"))

    secretary.opens("transition", case.pk)
    secretary.follows("Ask for longer time")
    secretary.fills(asked_end=in_days(10), reason="URGENT_WORK", grounds="防汛救灾，集中补课需要十天。")
    secretary.presses("Ask")
    secretary.sees("The team gives its opinion, then the leading group decides.")

    leader.opens("transition", case.pk)
    leader.follows("Give the team's opinion")
    leader.fills(supported="True", opinion="情况属实，时间服从质量。")
    leader.presses("Send on")
    secretary.opens("transition", case.pk)
    assert "情况属实，时间服从质量。" not in secretary.words()

    director.opens("transition", case.pk)
    director.follows("Decide")
    director.fills(permitted_end=in_days(8))
    director.presses("Permit")
    director.sees("Decided. Unit and team are told.")

    run.refresh_from_db()
    assert run.planned_end == planned
    assert run.extended_end.isoformat() == in_days(8)
    assert run.stage.number == 1
    secretary.opens("timeline", case.pk)
    secretary.sees(str(ExtensionReason.URGENT_WORK.label))
