"""With a rule switched off the proof of its row fails: what is tested is the rule and nothing beside it."""

import pytest

from stages.rules import gates as rules
from teams.rulings import ALLOWED
from tests.stages import test_assess_gate, test_gate_criteria

QUANTITIES = [
    pytest.param({"minutes": 2399}, "study_time", marks=pytest.mark.requirement(57)),
    pytest.param({"days": 4}, "concentrated_days", marks=pytest.mark.requirement(58)),
    pytest.param({"discussions": 2}, "discussions", marks=pytest.mark.requirement(59)),
]


@pytest.mark.parametrize(("lacking", "code"), QUANTITIES)
def test_without_the_rule_on_quantities_a_leader_could_pass(case, cast, monkeypatch, lacking, code):
    monkeypatch.setattr(rules, "quantity_suffices", lambda verified, threshold: True)
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        test_gate_criteria.test_a_leader_cannot_pass_what_the_record_does_not_reach(case, cast, lacking, code)


@pytest.mark.requirement(77)
def test_without_the_rule_on_make_up_the_next_round_would_not_wait(case, cast, monkeypatch):
    monkeypatch.setattr(rules, "earlier_round_made_up", lambda uncleared: ALLOWED)
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        test_assess_gate.test_the_next_round_waits_until_all_is_made_up(case, cast)


@pytest.mark.requirement(76)
def test_without_the_rule_on_stages_a_later_gate_could_be_judged_early(case, cast, monkeypatch):
    monkeypatch.setattr(rules, "may_assess", lambda standing, **facts: ALLOWED)
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        test_assess_gate.test_a_gate_is_not_judged_before_its_own_stage(case, cast)
