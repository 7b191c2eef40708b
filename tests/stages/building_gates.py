"""Cases on their way through a gate, built through the services."""

from dataclasses import replace
from datetime import timedelta

from stages.enums import Adequacy, CriterionKind, Grade, InspectionKind, MakeUpState, Matter
from stages.models import CollectiveDecision, Gate, GateAssessment, MakeUpTask, StudyInspection
from stages.rules.gate_answers import GateAnswer
from stages.selectors.gates import asked_of
from stages.selectors.template import template_of
from stages.services.collective import record_decision
from stages.services.gates import assess_gate
from stages.services.inspections import InspectionGiven, record_inspection
from stages.services.make_up import answer_make_up, clear_make_up
from teams import clock
from teams.models import Membership
from tests.cast import Cast
from tests.stages.building_plans import entered
from tests.units.building_activities import studied
from units.models import Case

THEORY = "THEORY_STUDY"
ESSENCE = "gate.theory_study.essence"
READING = "gate.theory_study.reading_list"


def collective(case: Case, cast: Cast, matter: Matter = Matter.GATE, present=("leader", "member"), **given):
    """A discussion of the team at which two of its three members are present."""
    people = [getattr(cast, name) for name in present]
    given.setdefault("held_on", clock.today())
    given.setdefault("minutes", "组员逐项发表意见。")
    given.setdefault("conclusion", "同意。")
    given.setdefault("acting_user", cast.leader)
    ids = Membership.live.filter(user__in=people).values_list("pk", flat=True)
    decision: CollectiveDecision = record_decision(case_id=case.pk, matter=matter, present=list(ids), **given)
    return decision


def inspected(case: Case, cast: Cast, *, kinds=tuple(InspectionKind), poor=(), **given) -> StudyInspection:
    """An inspection of the five kinds, all good but for those named as `poor`."""
    items = [
        InspectionGiven(kind, 20, Grade.POOR if kind in poor else Grade.GOOD, "联系实际，有效果。") for kind in kinds
    ]
    given.setdefault("inspected_on", clock.today())
    given.setdefault("conclusion", "")
    given.setdefault("acting_user", cast.member)
    given.setdefault("items", items)
    return record_inspection(case_id=case.pk, **given)


def gate_of(case: Case, code: str = THEORY) -> Gate:
    return template_of(case).gates.get(code=code)


def gate_answers(case: Case, gate: Gate, *, unmet=(), **by_code) -> list[GateAnswer]:
    """All is met as far as the team answers, but for the codes in `unmet`; what is not met is asked for in a week."""
    demand = {"demand": "补上所缺的部分。", "due_on": clock.today() + timedelta(days=7)}
    found = []
    for asked in asked_of(case, gate):
        code, kind = asked.criterion.code, asked.criterion.kind
        met = asked.met if asked.met is not None else code not in unmet
        answer = GateAnswer(asked.criterion.pk, **({} if met else demand))
        if asked.met is False:
            answer = replace(answer, note="另有说明。")
        if kind == CriterionKind.CHECKLIST:
            answer = replace(answer, ticked=asked.entries if met else asked.entries[:-1])
        elif kind == CriterionKind.ADEQUACY and met:
            answer = replace(answer, adequacy=Adequacy.ADEQUATE)
        elif asked.met is None:
            answer = replace(answer, met=met, note="" if met else "还有欠缺。")
        found.append(replace(answer, **by_code.get(code, {})))
    return found


def assessed(case: Case, cast: Cast, gate: Gate, **given) -> GateAssessment:
    """The leader's verdict; `answers` and whatever else the service takes may be given."""
    given.setdefault("answers", gate_answers(case, gate))
    given.setdefault("acting_user", cast.leader)
    return assess_gate(case_id=case.pk, gate_id=gate.pk, **given)


def ready(case: Case, cast: Cast, gate_code: str = THEORY) -> Gate:
    """Entered, with whatever the gate's record lacks of study and of inspection; returns the gate."""
    if case.entered_on is None:
        entered(case, cast)
    gate = gate_of(case, gate_code)
    lacking = {asked.criterion.kind for asked in asked_of(case, gate) if asked.met is False}
    if CriterionKind.QUANTITY in lacking:
        studied(case, cast)
    if CriterionKind.INSPECTION in lacking:
        inspected(case, cast)
    return gate


def passed_gate(case: Case, cast: Cast, gate_code: str = THEORY) -> GateAssessment:
    """The gate is passed; the case enters, studies and is inspected on the way, as far as it has not."""
    return assessed(case, cast, ready(case, cast, gate_code))


def failed_gate(case: Case, cast: Cast, gate_code: str = THEORY, *, unmet=(ESSENCE,)) -> GateAssessment:
    """Not passed for the codes in `unmet` and for what the record lacks, with a make-up task for each."""
    if case.entered_on is None:
        entered(case, cast)
    gate = gate_of(case, gate_code)
    return assessed(
        case,
        cast,
        gate,
        answers=gate_answers(case, gate, unmet=unmet),
        collective_decision_id=collective(case, cast).pk,
    )


def one_task(case: Case, cast: Cast) -> MakeUpTask:
    """The one make-up task of a gate that lacks nothing else."""
    ready(case, cast)
    failed_gate(case, cast)
    return MakeUpTask.objects.get(case=case)


def answered(task: MakeUpTask, cast: Cast) -> MakeUpTask:
    return answer_make_up(
        task_id=task.pk, expected_version=task.version, answer="已补学并讨论。", acting_user=cast.liaison
    )


def made_up(case: Case, cast: Cast) -> None:
    """Every open make-up task is answered and cleared."""
    for task in MakeUpTask.objects.filter(case=case, state=MakeUpState.OPEN):
        task = answered(task, cast)
        clear_make_up(task_id=task.pk, expected_version=task.version, acting_user=cast.member)
