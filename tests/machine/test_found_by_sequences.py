"""What sequences of acts have found, each as the shortest way there; the duties are derived afresh after each act."""

import pytest

from stages.enums import TodoKind
from tests.machine.acting import Answer
from tests.machine.agreeing import agree, duties_follow, ledger_explains
from tests.machine.starting import CLOSED, ENTER, ON_THE_DESK, RIPE
from tests.units.building_todos import open_todos
from units.enums import TodoKind as UnitsTodo


def follow(scene, *acts):
    for name, by in acts:
        scene.do(name, by)
        agree(scene)
        duties_follow(scene)
    ledger_explains(scene)


def test_an_approval_revoked_leaves_nothing_to_decide_even_where_the_clock_stood_still(scene):
    follow(scene, *CLOSED, ("revoke", "director"))
    assert TodoKind.DECIDE_REQUEST not in open_todos(scene.case)


@pytest.mark.requirement(78)
def test_longer_time_is_no_longer_asked_for_a_stage_that_is_left(scene):
    """Its end would otherwise become the day of the next stage's request."""
    follow(scene, *ENTER, ("ask_longer", "secretary"), *ON_THE_DESK[len(ENTER) :], ("approve", "director"))
    first = scene.model.extensions[0]
    assert scene.do("opine", "leader", first) is Answer.CONFLICT
    follow(scene, ("ask_longer", "secretary"), ("opine", "leader"))
    assert scene.do("no_longer_ask", "secretary", first) is Answer.ALLOWED
    duties_follow(scene)
    follow(scene, ("permit", "director"))


@pytest.mark.requirement(78)
def test_it_is_asked_for_again_when_the_stage_is_open_again(scene):
    asked = [*ENTER, ("ask_longer", "secretary"), ("opine", "leader")]
    follow(scene, *asked, *ON_THE_DESK[len(ENTER) :], ("approve", "director"), ("ask_longer", "secretary"))
    follow(scene, ("revoke", "director"))
    assert open_todos(scene.case)[TodoKind.DECIDE_EXTENSION].target_id == scene.model.extensions[0].pk
    assert scene.do("opine", "leader", scene.model.extensions[1]) is Answer.CONFLICT


def test_a_closed_case_keeps_its_drafts_and_asks_for_nothing(scene):
    """A draft thrown away would open the pile of the others, and the pile would stand twice after a revocation."""
    follow(scene, ("enter", "leader"), ("note_problem", "member"), ("note_problem", "member"), *CLOSED[1:])
    assert scene.model.closed
    assert scene.do("discard_finding", "member") is Answer.DENIED
    follow(scene, ("revoke", "director"), ("discard_finding", "member"))


@pytest.mark.requirement(76)
def test_a_rectification_plan_handed_in_while_its_stage_is_put_back_is_reviewed_when_it_is_open_again(scene):
    """Until then it is nobody's turn."""
    first = [*ON_THE_DESK, ("approve", "director")]
    follow(scene, *first, ("draft_mending_plan", "liaison"), ("revoke", "director"))
    follow(scene, ("hand_in_plan", "secretary"), ("withdraw_plan", "secretary"))
    follow(scene, ("draft_mending_plan", "liaison"), ("file_plan", "liaison"))
    assert UnitsTodo.REVIEW_RECTIFICATION_PLAN not in open_todos(scene.case)
    assert scene.do("pass_plan", "leader") is Answer.DENIED
    follow(scene, *ON_THE_DESK[len(RIPE) :], ("approve", "director"))
    assert UnitsTodo.REVIEW_RECTIFICATION_PLAN in open_todos(scene.case)
    follow(scene, ("pass_plan", "leader"))
