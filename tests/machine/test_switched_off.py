"""With a rule of rows 76, 77 or 78 switched off the platform goes where the model does not: the rule holds it back."""

import pytest

from stages.models import Extension, GateAssessment, StageRun, TransitionRequest
from stages.rules import blockers, extensions, gates
from teams.rulings import ALLOWED
from tests.machine.starting import ENTER, ON_THE_DESK, PASSED, RIPE, play

DRAFTED = ("draft_request", "liaison")
LONGER = [*ENTER, ("ask_longer", "secretary"), ("opine", "leader")]


def _nothing(*_given, **_facts):
    return []


def _allowed(*_given, **_facts):
    return ALLOWED


# Row, the rule that is switched off, what is done before, the act that is then let through, the wrong state it leaves.
PROOFS = [
    pytest.param(
        *(blockers, "ruling", _allowed),
        *([*ENTER, DRAFTED], ("hand_in_request", "secretary")),
        lambda: TransitionRequest.objects.filter(state="SUBMITTED"),
        marks=pytest.mark.requirement(76),
        id="76: asked without a plan, without study",
    ),
    pytest.param(
        *(blockers, "_gates", _nothing),
        *(
            [
                *PASSED,
                ("verify_activity", "member"),
                ("look_back", "liaison"),
                DRAFTED,
                ("hand_in_request", "secretary"),
            ],
            ("recommend_request", "leader"),
        ),
        lambda: TransitionRequest.objects.filter(state="RECOMMENDED"),
        marks=pytest.mark.requirement(76),
        id="76: recommended with a gate not passed",
    ),
    pytest.param(
        *(blockers, "hard", _nothing),
        *([*ON_THE_DESK, ("note_red_line", "member"), ("issue", "leader")], ("approve", "director")),
        lambda: StageRun.objects.filter(stage__number=2, state="OPEN"),
        marks=pytest.mark.requirement(10, 76),
        id="76: approved over a red line",
    ),
    pytest.param(
        *(gates, "may_assess", _allowed),
        *(ENTER, ("judge_mending_well", "leader")),
        lambda: GateAssessment.objects.filter(gate__stage__number=2),
        marks=pytest.mark.requirement(76),
        id="76: a gate judged before its stage",
    ),
    pytest.param(
        *(blockers, "_make_up", _nothing),
        *(
            [*RIPE, ("take_back_round", "leader"), ("judge_learning_badly", "leader"), DRAFTED],
            ("hand_in_request", "secretary"),
        ),
        lambda: TransitionRequest.objects.filter(state="SUBMITTED"),
        marks=pytest.mark.requirement(77),
        id="77: asked with something still to be made up",
    ),
    pytest.param(
        *(gates, "earlier_round_made_up", _allowed),
        *(
            [*RIPE, ("take_back_round", "leader"), ("judge_learning_badly", "leader")],
            ("judge_learning_well", "leader"),
        ),
        lambda: GateAssessment.objects.filter(round=3, verdict="PASSED"),
        marks=pytest.mark.requirement(77),
        id="77: judged again before it was made up",
    ),
    pytest.param(
        *(blockers, "_look_back", _nothing),
        *([*RIPE[:-1], DRAFTED], ("hand_in_request", "secretary")),
        lambda: TransitionRequest.objects.filter(state="SUBMITTED", run__look_back=None),
        marks=pytest.mark.requirement(77),
        id="77: asked without looking back",
    ),
    pytest.param(
        *(extensions, "may_decide", _allowed),
        *(LONGER, ("permit", "clerk")),
        lambda: Extension.objects.filter(state="PERMITTED"),
        marks=pytest.mark.requirement(78),
        id="78: permitted by whoever asks",
    ),
    pytest.param(
        *(extensions, "may_ask", _allowed),
        *(ENTER, ("ask_longer", "liaison")),
        lambda: Extension.objects.filter(state="ASKED"),
        marks=pytest.mark.requirement(78),
        id="78: asked without the Party committee",
    ),
    pytest.param(
        *(extensions, "is_of_open_stage", _allowed),
        *([*LONGER, *ON_THE_DESK[len(ENTER) :], ("approve", "director")], ("permit", "director")),
        lambda: Extension.objects.filter(state="PERMITTED", run__state="CLOSED"),
        marks=pytest.mark.requirement(78),
        id="78: longer time for a stage that is left",
    ),
]


@pytest.mark.parametrize(("rules", "rule", "off", "before", "act", "wrong"), PROOFS)
def test_without_the_rule_a_wrong_state_is_reached(scene, monkeypatch, rules, rule, off, before, act, wrong):
    play(scene, before)
    scene.do(*act)  # refused, as the model says
    assert not wrong().exists()
    monkeypatch.setattr(rules, rule, off)
    with pytest.raises(AssertionError, match="Answer.ALLOWED, not"):
        scene.do(*act)
    assert wrong().exists()
