"""Gates judged in rounds, and what is made up for them, as the model has it."""

from dataclasses import replace

from stages.enums import Matter
from stages.models import GateAssessment, MakeUpTask
from stages.services import make_up
from stages.services.taken_back import take_back_verdict
from tests.machine.acting import LEADER, TEAM, UNIT, act, version, words
from tests.machine.model import MENDING, Thing
from tests.stages.building_gates import assessed, gate_answers, gate_of

GATES = {1: "LEARNING", 2: "MENDING"}


def _lacking(m, stage, judged):
    """How many criteria of the gate are not met when the team's own answer is `judged`."""
    undiscussed = stage == 1 and not any(each.state == "VERIFIED" for each in m.activities)
    unplanned = stage == 2 and not m.passed_plan(MENDING)
    return int(undiscussed) + int(unplanned) + int(not judged)


def _judged(stage, judged):
    def then(m, _thing, _by, row):
        lacking = _lacking(m, stage, judged)
        count = sum(each.stage == stage for each in m.rounds) + 1
        m.rounds.append(Thing(row.pk, "NOT_PASSED" if lacking else "PASSED", stage=stage, round=count))
        tasks = MakeUpTask.objects.filter(item__assessment=row).order_by("pk")
        assert len(tasks) == lacking
        m.tasks += [Thing(task.pk, "OPEN", of=row.pk) for task in tasks]

    def ways(m, _thing):
        concluded = ("unconcluded", "alone") if _lacking(m, stage, judged) else ("alone",)
        return ("stale", *concluded)

    def passed(m, _thing):
        latest = m.latest_round(stage)
        return latest is not None and latest.state == "PASSED"

    return {
        "who": LEADER,
        "bars": (lambda m, _t, _by: m.stage != stage, lambda m, _t, _by: m.tasks_of(stage)),
        "moved": passed,
        "ways": ways,
        "then": then,
    }


def _assess(s, user, way, stage, judged):
    gate = gate_of(s.case, GATES[stage])
    unmet = () if judged else (f"{GATES[stage].lower()}.earnest",)
    rounds = GateAssessment.objects.filter(case=s.case, gate=gate).count()
    answers = [replace(answer, note=answer.note or "说明。") for answer in gate_answers(s.case, gate, unmet=unmet)]
    return assessed(
        s.case,
        s.cast,
        gate,
        answers=answers,
        collective_decision_id=s.concluded(Matter.GATE, way),
        expected_round=rounds + (2 if way == "stale" else 1),
        acting_user=user,
    )


@act(**_judged(1, judged=True))
def judge_learning_well(s, _thing, user, way):
    return _assess(s, user, way, 1, judged=True)


@act(**_judged(1, judged=False))
def judge_learning_badly(s, _thing, user, way):
    return _assess(s, user, way, 1, judged=False)


@act(**_judged(2, judged=True))
def judge_mending_well(s, _thing, user, way):
    return _assess(s, user, way, 2, judged=True)


@act(**_judged(2, judged=False))
def judge_mending_badly(s, _thing, user, way):
    return _assess(s, user, way, 2, judged=False)


def _void(m, thing, _by, _row):
    thing.taken_back = True
    for task in m.tasks:
        if task.of == thing.pk and task.state != "CLEARED":
            task.state = "VOID"


@act(
    of="rounds",
    who=LEADER,
    bars=(
        lambda m, t, _by: m.stage != t.stage,
        lambda m, t, _by: any(each.state == "RECOMMENDED" for each in m.requests_of(t.stage)),
    ),
    moved=lambda m, t: m.latest_round(t.stage) is not t,
    ways=("wordless",),
    then=_void,
)
def take_back_round(s, thing, user, way):
    return take_back_verdict(assessment_id=thing.pk, reason=words("错判。", way), acting_user=user)


@act(of="tasks", who=UNIT, at=("OPEN", "RETURNED"), to="ANSWERED", ways=("wordless", "stale"))
def make_up_task(s, thing, user, way):
    return make_up.answer_make_up(**_known(thing, way), answer=words("已补学。", way), acting_user=user)


@act(of="tasks", who=TEAM, at=("ANSWERED",), to="CLEARED", ways=("stale",))
def clear_task(s, thing, user, way):
    return make_up.clear_make_up(**_known(thing, way), acting_user=user)


@act(of="tasks", who=TEAM, at=("ANSWERED",), to="RETURNED", ways=("wordless", "stale"))
def return_task(s, thing, user, way):
    return make_up.return_make_up(**_known(thing, way), note=words("未补齐。", way), acting_user=user)


def _known(thing, way):
    row = MakeUpTask.objects.get(pk=thing.pk)
    return {"task_id": row.pk, "expected_version": version(row, way)}
