"""The gates tab, a gate, judging it, inspections, discussions and make-up tasks, as pages."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stages.enums import GateVerdict, InspectionKind, MakeUpState, Matter
from stages.models import CollectiveDecision, GateAssessment, MakeUpTask, StudyInspection
from stages.selectors.gates import asked_of
from teams import clock
from teams.models import Membership
from tests.stages.building_gates import (
    ESSENCE,
    READING,
    answered,
    collective,
    failed_gate,
    gate_of,
    inspected,
    made_up,
    one_task,
    ready,
)
from tests.stages.building_plans import entered

# What every page of a case asks for its frame: who it is, the case and the standing, mast, head with rail and tabs.
FRAME = 14
SECRET = "会上有不同意见"


def url(name, case, *args):
    return reverse(name, args=[case.pk, *args])


def filled(case, gate, **given):
    """The form of a gate for which the record answers all it can, all met."""
    data = {"version": "1", "opinion": "扎实。"}
    for asked in asked_of(case, gate):
        pk = asked.criterion.pk
        if asked.met is None:
            data |= {f"ticked_{pk}": asked.entries} if asked.entries else {f"met_{pk}": "yes"}
    return data | given


@pytest.fixture
def look(client):
    """What a person sees at an address."""

    def looked(user, address, status=200):
        client.force_login(user)
        response = client.get(address)
        assert response.status_code == status
        return response.content.decode()

    return looked


@pytest.fixture
def post(client):
    def posted(user, address, data, status=302):
        client.force_login(user)
        response = client.post(address, data)
        assert response.status_code == status, response.content.decode()
        return response

    return posted


@pytest.mark.parametrize("who", ["leader", "member", "director", "clerk", "secretary", "liaison"])
def test_everybody_of_the_case_sees_its_gates_and_tasks(case, cast, look, who):
    task = one_task(case, cast)
    user = getattr(cast, who)
    assert "理论学习关" in look(user, url("gates", case))
    assert "补上所缺的部分" in look(user, url("gate", case, gate_of(case).pk))
    assert "补上所缺的部分" in look(user, url("make_up_task", case, task.pk))


def test_the_unit_sees_neither_inspections_nor_discussions(case, cast, look):
    ready(case, cast)
    collective(case, cast, minutes=SECRET, conclusion=SECRET)
    failed_gate(case, cast)
    for name, args in (("gates", ()), ("gate", (gate_of(case).pk,))):
        seen = look(cast.secretary, url(name, case, *args))
        assert SECRET not in seen
        assert "联系实际，有效果" not in seen
        assert "集体研究" not in seen
        assert "读书笔记" not in seen
    assert SECRET in look(cast.member, url("gates", case))


@pytest.mark.parametrize("name", ["gates", "inspection_new"])
def test_nobody_of_another_case_finds_it(case, cast, look, name):
    entered(case, cast)
    for user in (cast.other_leader, cast.other_secretary, cast.stranger):
        look(user, url(name, case), status=404)


def test_a_task_or_a_gate_of_elsewhere_is_not_found(case, cast, look):
    task = one_task(case, cast)
    look(cast.other_leader, url("make_up_task", cast.other_case, task.pk), status=404)
    look(cast.leader, url("gate", case, gate_of(case, "STAGE_TRANSITION").pk), status=404)


def test_who_does_not_judge_does_not_get_the_form(case, cast, look, post):
    gate = ready(case, cast)
    for user in (cast.member, cast.liaison, cast.director):
        look(user, url("gate_assess", case, gate.pk), status=403)
        post(user, url("gate_assess", case, gate.pk), filled(case, gate), status=403)
    assert not GateAssessment.objects.exists()


def test_the_leader_judges_on_the_page(case, cast, look, post):
    gate = ready(case, cast)
    assert "40" in look(cast.leader, url("gate_assess", case, gate.pk))
    post(cast.leader, url("gate_assess", case, gate.pk), filled(case, gate))
    assert GateAssessment.objects.get().verdict == GateVerdict.PASSED
    post(cast.leader, url("gate_assess", case, gate.pk), filled(case, gate), status=409)


def test_what_is_lacking_stands_at_its_field_and_the_text_is_kept(case, cast, post):
    gate = ready(case, cast)
    pk = gate.criteria.get(code=ESSENCE).pk
    response = post(
        cast.leader, url("gate_assess", case, gate.pk), filled(case, gate, **{f"met_{pk}": "no"}), status=400
    )
    errors = response.context["form"].errors
    assert {f"note_{pk}", f"demand_{pk}", f"due_on_{pk}"} == set(errors)
    assert "扎实。" in response.content.decode()


@pytest.mark.usefixtures("deputy_leads")
def test_a_gate_is_not_passed_on_the_page(case, cast, post):
    gate = ready(case, cast)
    pk = gate.criteria.get(code=READING).pk
    lacking = {
        f"ticked_{pk}": ["READER"],
        f"demand_{pk}": "补学其余篇目。",
        f"due_on_{pk}": clock.today() + timedelta(days=7),
        "collective_decision": collective(case, cast).pk,
    }
    post(cast.deputy, url("gate_assess", case, gate.pk), filled(case, gate, **lacking))
    assert MakeUpTask.objects.get().demand == "补学其余篇目。"


def test_the_unit_answers_and_the_team_returns_and_clears(case, cast, post):
    task = one_task(case, cast)

    def act(user, name, **data):
        task.refresh_from_db()
        post(user, url(name, case, task.pk), data | {"version": task.version})
        task.refresh_from_db()
        return task.state

    assert act(cast.liaison, "make_up_answer", answer="已补。") == MakeUpState.ANSWERED
    assert act(cast.member, "make_up_return", **{"back-note": "再补。", "back-due_on": ""}) == MakeUpState.RETURNED
    assert act(cast.secretary, "make_up_answer", answer="又补。") == MakeUpState.ANSWERED
    assert act(cast.member, "make_up_clear", **{"clear-note": ""}) == MakeUpState.CLEARED


def test_refused_acts_on_a_task_keep_the_text(case, cast, post):
    task = one_task(case, cast)
    address = url("make_up_answer", case, task.pk)
    assert "补课说明" in post(cast.leader, address, {"answer": "补课说明", "version": 1}, status=403).content.decode()
    assert "补课说明" in post(cast.liaison, address, {"answer": "补课说明", "version": 9}, status=409).content.decode()
    post(cast.liaison, address, {"answer": "  ", "version": 1}, status=400)
    task = answered(task, cast)
    address = url("make_up_return", case, task.pk)
    post(cast.member, address, {"back-note": "", "version": task.version}, status=400)


def test_a_member_records_an_inspection(case, cast, look, post):
    entered(case, cast)
    look(cast.member, url("inspection_new", case))
    data = {"inspected_on": clock.today(), "conclusion": ""}
    begun = {"sampled_NOTES": "20"}
    response = post(cast.member, url("inspection_new", case), data | begun, status=400)
    assert set(response.context["form"].errors) == {"grade_NOTES", "effect_NOTES"}
    post(cast.member, url("inspection_new", case), data | {"sampled_NOTES": "many"}, status=400)
    for kind in InspectionKind:
        data |= {f"sampled_{kind}": "20", f"grade_{kind}": "GOOD", f"effect_{kind}": "有效果。"}
    post(cast.member, url("inspection_new", case), data)
    assert StudyInspection.objects.get().items.count() == 5
    look(cast.liaison, url("inspection_new", case), status=403)


@pytest.mark.parametrize("matter", Matter.values)
def test_a_member_records_a_discussion_and_returns_to_where_it_was_asked_for(case, cast, look, post, matter):
    entered(case, cast)
    address = url("discussion_new", case, matter.lower())
    assert "2" in look(cast.member, address)
    present = Membership.live.filter(team=cast.team).values_list("pk", flat=True)[:2]
    data = {"held_on": clock.today(), "present": list(present), "minutes": "研究。", "conclusion": "同意。"}
    back = url("gates", case)
    assert post(cast.member, f"{address}?next={back}", data).url == back
    assert CollectiveDecision.objects.get().matter == matter
    assert post(cast.member, f"{url('discussion_new', case, 'gate')}?next=//elsewhere.example/", data).url == back
    look(cast.liaison, address, status=403)
    look(cast.member, url("discussion_new", case, "weather"), status=404)


PAGES = ["gates", "gate", "gate_assess", "make_up_task", "inspection_new"]


@pytest.fixture
def queries_of(case, cast, client):
    """How many queries each page takes, for the leader, or for the unit where only it may."""

    def counted(name):
        args = {"gate": [gate_of(case).pk], "gate_assess": [gate_of(case).pk]}.get(name, [])
        if name == "make_up_task":
            args = [MakeUpTask.objects.latest("pk").pk]
        client.force_login(cast.leader)
        client.get(url(name, case, *args))
        with CaptureQueriesContext(connection) as found:
            assert client.get(url(name, case, *args)).status_code == 200
        return len(found)

    return counted


@pytest.mark.parametrize("name", PAGES)
def test_its_queries_do_not_grow_with_the_record(case, cast, queries_of, name):
    one_task(case, cast)
    made_up(case, cast)
    before = queries_of(name)
    for _round in range(3):
        failed_gate(case, cast)
        made_up(case, cast)
        inspected(case, cast)
    assert queries_of(name) == before
    assert before <= FRAME + 12
