"""The leadership's own part of the campaign has its own items, and no transition review passes over them."""

import pytest

from stages.services.team_reviews import judged
from teams.exceptions import Invalid
from tests.stages.building_transitions import exit_answers, reviewed, ripe, submitted_request

pytestmark = pytest.mark.requirement(6)


def of_leaders(request):
    return [criterion for criterion in judged(request) if "leader" in criterion.code]


def test_a_review_without_the_leaders_items_is_refused(case, cast):
    request = submitted_request(ripe(case, cast), cast)
    items = of_leaders(request)
    assert items
    for left_out in items:
        answers = [answer for answer in exit_answers(request) if answer.criterion_id != left_out.pk]
        with pytest.raises(Invalid):
            reviewed(request, cast, answers=answers)
    request.refresh_from_db()
    assert not hasattr(request, "review")
