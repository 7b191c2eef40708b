"""The leadership's own part of the campaign has its own items, and no transition review passes over them."""

import pytest

from stages.services.team_reviews import judged
from teams.exceptions import Invalid
from tests.stages.building_transitions import exit_answers, reviewed, ripe, submitted_request

pytestmark = pytest.mark.requirement(6)


def of_leaders(request):
    """The item on the leadership's own part of the campaign (row 6), and those on the leaders' example (row 7)."""
    return [criterion for criterion in judged(request) if {6, 7} & set(criterion.rows)]


def test_a_review_without_the_leaders_items_is_refused(case, cast):
    request = submitted_request(ripe(case, cast), cast)
    items = of_leaders(request)
    assert [item.code for item in items if 6 in item.rows] == ["exit.leaders.own_campaign"]
    for left_out in items:
        answers = [answer for answer in exit_answers(request) if answer.criterion_id != left_out.pk]
        with pytest.raises(Invalid) as refused:
            reviewed(request, cast, answers=answers)
        assert list(refused.value.errors) == [f"answer_{left_out.pk}"]
    request.refresh_from_db()
    assert not hasattr(request, "review")
