"""What the unit records for the later gates goes its whole way through pages, without scripts."""

import pytest

from tests.journeys.steps import sample
from tests.stages.building_plans import entered
from units.enums import Measure
from units.models import Activity, OpinionSummary, RegulationOutput

pytestmark = [pytest.mark.journey, pytest.mark.once]
SYMPOSIUM = {
    "method": "SYMPOSIUM",
    "title": "离退休党员座谈会",
    "held_on": "2005-01-21",
    "times": 2,
    "people": 46,
    "opinions": 31,
    "substantive": 24,
}
GIST = {"source": "PUBLIC", "theme": "LIVELIHOOD", "count": 3, "gist": "办事窗口排队时间长。"}


@pytest.mark.requirement(26, 64, 81)
def test_records_gists_and_regulations_are_made_verified_and_corrected(committed, case, cast, enter):
    entered(case, cast)
    liaison, member = enter("liaison", scripts=False), enter("member", scripts=False)
    liaison.opens("activity_new", case.pk)
    liaison.follows("Soliciting opinions")
    liaison.fills(**SYMPOSIUM)
    liaison.presses("Save and hand in")
    liaison.sees("Handed in to the team.")
    activity = Activity.objects.get(case=case)
    member.opens("activity_verify", case.pk, activity.pk)
    member.presses("Verify")
    member.opens("activity_correct", case.pk, activity.pk)
    member.fills(substantive=20, reason="四条重复。")
    member.presses("Correct")
    assert activity.figures.get(measure=Measure.SUBSTANTIVE).verified == 20
    member.opens("activity_take_back", case.pk, activity.pk)
    member.fills(reason="核错了场次。")
    member.presses("Take back")
    member.sees("The verification is taken back; the activity waits to be verified again.")

    liaison.opens("opinion_new", case.pk)
    liaison.fills(**GIST)
    liaison.presses("Record the gist")
    assert OpinionSummary.objects.get().count == 3
    assert "少于5" in liaison.words()

    liaison.opens("regulation_new", case.pk)
    liaison.fills(title="窗口首问负责制", change="NEW", adopted_on="2005-01-25", file=sample("制度.pdf"))
    liaison.presses("Record the regulation")
    member.opens("regulations", case.pk)
    member.presses("Verify")
    assert RegulationOutput.objects.get().verified_at is not None
