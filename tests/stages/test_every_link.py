"""Every link of the campaign is judged for itself: no stage is waved through, and no gate stands for another."""

from dataclasses import replace

import pytest
from django.urls import get_resolver

from stages.enums import GateVerdict
from stages.forms.gates import AssessForm
from stages.models import GateAssessment
from stages.rules.blockers import Moment
from stages.selectors.blockers import blockers, gate_standings
from stages.selectors.gates import asked_of
from stages.selectors.runs import current_run
from teams.exceptions import Invalid
from tests.stages.building_gates import assessed, gate_answers, gate_of, passed_gate, ready
from tests.stages.building_transitions import approved, recommended, ripe

SOLICITING = "OPINION_SOLICITATION"


@pytest.fixture
def second_stage(case, cast, media):
    request, sha256 = recommended(ripe(case, cast), cast)
    approved(request, cast, sha256)
    case.refresh_from_db()
    return case


def not_passed(case):
    gates = {gate.gate_id for gate in gate_standings(case, current_run(case)) if gate.verdict != GateVerdict.PASSED}
    named = {blocker.target_id for blocker in blockers(case, Moment.RECOMMEND) if blocker.target_id}
    assert named == gates
    return gates


@pytest.mark.requirement(9, 62)
def test_each_gate_of_the_stage_stands_in_the_way_until_it_is_passed_itself(second_stage, cast):
    case = second_stage
    stage = current_run(case).stage
    assert not_passed(case) == set(stage.gates.values_list("pk", flat=True))
    assert gate_of(case, SOLICITING).pk in not_passed(case)
    GateAssessment.objects.create(
        case=case, gate=gate_of(case, SOLICITING), round=1, verdict=GateVerdict.PASSED, assessed_by=cast.leader
    )
    assert not_passed(case) == set(stage.gates.values_list("pk", flat=True)) - {gate_of(case, SOLICITING).pk}


@pytest.mark.requirement(9)
def test_a_verdict_answers_every_item_of_its_gate_one_by_one(case, cast):
    gate = ready(case, cast)
    answers = gate_answers(case, gate)
    by_the_team = {asked.criterion.pk for asked in asked_of(case, gate) if asked.met is None}
    assert by_the_team
    for left_out in [answer for answer in answers if answer.criterion_id in by_the_team]:
        others = [answer for answer in answers if answer is not left_out]
        with pytest.raises(Invalid):
            assessed(case, cast, gate, answers=others)
    assert not GateAssessment.objects.exists()


@pytest.mark.requirement(9)
def test_nothing_is_answered_before_somebody_answers_it(client, case, cast):
    """No button says yes to a whole stage, and no item comes with its answer."""
    gate = ready(case, cast)
    client.force_login(cast.leader)
    form = client.get(f"/cases/{case.pk}/gates/{gate.pk}/assess/").context["form"]
    assert isinstance(form, AssessForm)
    asked = [name for name in form.fields if name.startswith(("met_", "ticked_", "adequacy_"))]
    assert asked
    assert not any(form.get_initial_for_field(form.fields[name], name) for name in asked)
    known = get_resolver().reverse_dict
    addresses = [known.getlist(name)[0][0][0][0] for name in known if isinstance(name, str)]
    judging = [address for address in addresses if address.endswith("/assess/")]
    assert judging and all("%(gate_id)s" in address for address in judging)


@pytest.mark.requirement(63)
def test_whether_the_method_lets_people_speak_is_judged_and_a_no_says_why(second_stage, cast):
    case, gate = second_stage, gate_of(second_stage, SOLICITING)
    favourable = gate.criteria.get(code="gate.soliciting.favourable")
    assert 63 in favourable.rows
    answers = gate_answers(case, gate, unmet={favourable.code})
    unexplained = [replace(a, note="") if a.criterion_id == favourable.pk else a for a in answers]
    for lacking in (unexplained, [a for a in answers if a.criterion_id != favourable.pk]):
        with pytest.raises(Invalid):
            assessed(case, cast, gate, answers=lacking)
    item = assessed(case, cast, gate, answers=answers).items.get(criterion=favourable)
    assert (item.met, item.note) == (False, "还有欠缺。")


def test_a_passed_gate_passes_no_other(case, cast):
    passed_gate(case, cast)
    assert list(GateAssessment.objects.values_list("gate__code", flat=True)) == ["THEORY_STUDY"]
