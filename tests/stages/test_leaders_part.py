"""The leadership's own part of the campaign has its own items, and no transition review passes over them."""

import pytest

from stages.enums import ExitAnswer
from stages.selectors.template import exit_criteria
from stages.services.team_reviews import judged
from teams.exceptions import Invalid
from tests.stages.building_transitions import exit_answers, reviewed, ripe, submitted_request


def of_leaders(request):
    """The item on the leadership's own part of the campaign (row 6), and those on the leaders' example (row 7)."""
    return [criterion for criterion in judged(request) if {6, 7} & set(criterion.rows)]


@pytest.mark.requirement(6, 7)
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


@pytest.mark.requirement(7)
def test_the_leaders_example_has_its_four_items_in_every_stage(template):
    """带头学习, 带头查摆问题, 带头开展批评与自我批评, 带头制定和落实整改措施."""
    for stage in template.stages.all():
        items = [criterion.code for criterion in exit_criteria(stage) if 7 in criterion.rows]
        assert items == [f"exit.leaders.{what}" for what in ("study", "finding_problems", "criticism", "rectification")]


@pytest.mark.requirement(7)
def test_partly_or_no_is_an_answer_with_a_reason(case, cast):
    request = submitted_request(ripe(case, cast), cast)
    code = "exit.leaders.study"
    for answer in (ExitAnswer.PARTLY, ExitAnswer.NO):
        with pytest.raises(Invalid):
            reviewed(request, cast, answers=exit_answers(request, **{code: {"answer": answer, "note": ""}}))
