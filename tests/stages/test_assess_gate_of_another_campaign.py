"""Gates are data: a campaign of two stages and four gates is judged by the same code (row 55)."""

from datetime import date

import pytest

from stages.enums import GateVerdict
from stages.rules.gate_answers import GateAnswer
from stages.selectors.gates import gates_of
from teams.exceptions import Denied, Invalid
from tests.stages.building_gates import assessed, failed_gate, gate_of, made_up
from tests.stages.building_plans import entered
from tests.stages.factories import TWO_STAGES, load
from tests.units.building_activities import studied

pytestmark = pytest.mark.requirement(55)


@pytest.fixture
def template(db):
    return load(TWO_STAGES)


@pytest.fixture
def case(cast):
    return entered(cast.case, cast, on=date(2019, 6, 12))


def test_it_has_gates_of_its_own(case):
    assert [(each.gate.code, each.tone) for each in gates_of(case)] == [
        ("LEARNING", "now"),
        ("LOOKING", "now"),
        ("MENDING", "rest"),
    ]


def test_its_own_thresholds_decide(case, cast):
    studied(case, cast, minutes=180, days=1, discussions=0, leaders=False)
    first = failed_gate(case, cast, "LEARNING", unmet=())
    assert [item.criterion.code for item in first.items.filter(met=False)] == ["learning.days"]
    made_up(case, cast)
    studied(case, cast, minutes=400, days=2, discussions=0, leaders=False)
    assert assessed(case, cast, first.gate).verdict == GateVerdict.PASSED


def test_what_is_a_warning_there_is_noted_and_does_not_stop_the_gate(case, cast):
    gate = gate_of(case, "LOOKING")
    with pytest.raises(Invalid):
        assessed(case, cast, gate, answers=[])
    reasoned = [GateAnswer(criterion.pk, note="现场条件不具备，已另作安排。") for criterion in gate.criteria.all()]
    assessment = assessed(case, cast, gate, answers=reasoned)
    assert assessment.verdict == GateVerdict.PASSED
    assert [item.met for item in assessment.items.all()] == [False]


def test_its_second_stage_waits(case, cast):
    with pytest.raises(Denied):
        assessed(case, cast, gate_of(case, "MENDING"))
