"""A verdict on a gate is taken back with a reason; the round stays, what it asked for is void (rows 76, 77)."""

import pytest

from stages.enums import Act, GateVerdict, MakeUpState, TodoKind
from stages.models import GateAssessment, MakeUpTask
from stages.rules.blockers import Moment
from stages.selectors.blockers import blockers
from stages.selectors.gates import round_facts
from stages.services.taken_back import take_back_verdict
from teams.exceptions import Conflict, Denied, Invalid
from tests.stages.building_gates import assessed, failed_gate, gate_of, made_up, passed_gate
from tests.stages.building_transitions import recommended, ripe
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos

REASON = "核对时误看了另一单位的材料。"


def take_back(assessment, cast, **given):
    given.setdefault("reason", REASON)
    given.setdefault("acting_user", cast.leader)
    return take_back_verdict(assessment_id=assessment.pk, **given)


def latest(case):
    return GateAssessment.objects.filter(case=case).order_by("-round").first()


@pytest.mark.requirement(76)
def test_a_gate_whose_verdict_is_taken_back_is_not_passed(case, cast, media):
    ripe(case, cast)
    gate = gate_of(case)
    take_back(latest(case), cast)
    assert round_facts(case, gate).latest is None
    assert f"gate_not_passed:{gate.pk}" in [blocker.code for blocker in blockers(case, Moment.RECOMMEND)]


def test_the_next_round_has_the_next_number(case, cast, media):
    ripe(case, cast)
    take_back(latest(case), cast)
    again = assessed(case, cast, gate_of(case))
    assert (again.round, again.verdict) == (2, GateVerdict.PASSED)
    assert GateAssessment.objects.filter(case=case).count() == 2


@pytest.mark.requirement(77)
def test_what_it_asked_to_be_made_up_is_void(case, cast, media):
    failed_gate(case, cast)
    take_back(latest(case), cast)
    assert set(MakeUpTask.objects.filter(case=case).values_list("state", flat=True)) == {MakeUpState.VOID}
    assert not {TodoKind.MAKE_UP, TodoKind.CHECK_MAKE_UP} & set(open_todos(case))
    assert "make_up_open" not in [blocker.code for blocker in blockers(case, Moment.SUBMIT)]


def test_the_round_before_it_stands_again(case, cast, media):
    failed_gate(case, cast)
    made_up(case, cast)
    passed_gate(case, cast)
    take_back(latest(case), cast)
    assert round_facts(case, gate_of(case)).latest == GateVerdict.NOT_PASSED
    assert TodoKind.ASSESS_AGAIN in open_todos(case)


@pytest.mark.parametrize("who", ["member", "director", "clerk", "secretary", "liaison", "stranger"])
def test_it_is_the_leaders(case, cast, media, who):
    ripe(case, cast)
    with pytest.raises(Denied):
        take_back(latest(case), cast, acting_user=getattr(cast, who))


def test_it_asks_for_a_reason(case, cast, media):
    ripe(case, cast)
    with pytest.raises(Invalid):
        take_back(latest(case), cast, reason=" ")
    assert latest(case).taken_back_at is None


def test_it_is_done_once(case, cast, media):
    ripe(case, cast)
    take_back(latest(case), cast)
    with pytest.raises(Conflict):
        take_back(latest(case), cast)


def test_what_the_leading_group_has_before_it_rests_on_the_verdict(case, cast, media):
    recommended(ripe(case, cast), cast)
    with pytest.raises(Denied) as refused:
        take_back(latest(case), cast)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["with_the_group"]


def test_it_stands_in_the_ledger(case, cast, media):
    ripe(case, cast)
    take_back(latest(case), cast)
    assert REASON in sentences(Act.GATE_TAKEN_BACK)[0]


def test_the_leader_does_it_on_a_page(client, case, cast, media):
    ripe(case, cast)
    assessment = latest(case)
    gate, address = (
        f"/cases/{case.pk}/gates/{assessment.gate_id}/",
        f"/cases/{case.pk}/assessments/{assessment.pk}/take-back/",
    )
    client.force_login(cast.secretary)
    assert address not in client.get(gate).content.decode()
    assert client.get(address).status_code == 403
    client.force_login(cast.leader)
    assert address in client.get(gate).content.decode()
    assert client.post(address, {"reason": " "}).status_code == 400
    assert client.post(address, {"reason": REASON}).status_code == 302
    assert REASON in client.get(gate).content.decode()
