"""Judging a gate, in rounds; each round freezes the figures that it rests on (rows 55-61, 76, 77, 96)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from stages.enums import Act, CriterionKind, GateVerdict, Matter, NoticeKind
from stages.models import CollectiveDecision, Gate, GateAssessment, GateAssessmentItem
from stages.rules import gates as rules
from stages.rules.gate_answers import GateAnswer, Judged, judge
from stages.selectors.gates import asked_of, is_in_home_stage, latest_inspection, round_facts
from stages.services.collective import decision_to_name
from stages.services.make_up import again_key, open_make_up
from teams import audit, clock
from teams.exceptions import Conflict
from teams.models import User
from teams.rulings import require
from teams.services.notices import tell
from teams.services.texts import cleaned, lines
from teams.transitions import require_carried
from units.models import Case
from units.selectors import standing_of
from units.selectors.standing import people_of_unit
from units.services import todos
from units.services.locks import locked_case
from units.standing import CaseStanding


@transaction.atomic
def assess_gate(
    *,
    case_id: int,
    gate_id: int,
    answers: Sequence[GateAnswer],
    opinion: str = "",
    collective_decision_id: int | None = None,
    expected_round: int | None = None,
    acting_user: User,
) -> GateAssessment:
    """Judge a gate: the verdict follows from the answers, passed only if every hard criterion is met (row 76).

    Not passed asks for a make-up task for each hard criterion that is not met (row 77) and for a collective decision
    of a quorum (row 96); passed may name one. `Invalid` at a criterion's field (`stages.rules.gate_answers.judge`),
    `Conflict` when the round is not the `expected_round` or the gate has been passed.
    """
    case = locked_case(case_id)
    gate = Gate.objects.select_related("template").get(pk=gate_id)
    rounds = round_facts(case, gate)
    standing = standing_of(acting_user, case)
    if expected_round and expected_round != rounds.count + 1:
        raise Conflict(_("Somebody else has judged this gate in the meantime. Read what stands now."))
    require(rules.may_assess(standing, in_home_stage=is_in_home_stage(case, gate), rounds=rounds))
    require_carried(expected_round)
    judged = judge(asked_of(case, gate), [_clean(answer) for answer in answers], today=clock.today())
    verdict = rules.verdict_of((item.asked.criterion.hard, item.met) for item in judged)
    assessment = GateAssessment.objects.create(
        case=case,
        gate=gate,
        round=rounds.count + 1,
        verdict=verdict,
        opinion=cleaned(opinion),
        inspection=latest_inspection(case) if _rests_on_inspection(judged) else None,
        collective_decision=_concluded(case, gate, collective_decision_id, verdict),
        assessed_by=acting_user,
        assessed_at=clock.now(),
    )
    demands = [item.demand for item in judged if _write(assessment, item)]
    todos.settle(case, again_key(gate.pk))
    _report(assessment, demands, standing)
    return assessment


def _concluded(case: Case, gate: Gate, decision_id: int | None, verdict: GateVerdict) -> CollectiveDecision | None:
    decision = decision_to_name(
        case=case,
        matter=Matter.GATE,
        decision_id=decision_id,
        template=gate.template,
        needed=rules.needs_collective_decision(verdict),
    )
    if decision is not None:
        require(rules.may_name(GateAssessment.objects.filter(gate=gate, collective_decision=decision).exists()))
    return decision


def _clean(answer: GateAnswer) -> GateAnswer:
    return replace(answer, note=cleaned(answer.note), demand=cleaned(answer.demand))


def _rests_on_inspection(judged: Sequence[Judged]) -> bool:
    return any(each.asked.criterion.kind == CriterionKind.INSPECTION for each in judged)


def _write(assessment: GateAssessment, judged: Judged) -> bool:
    """Keep the answer, with the figures as they stand now; returns whether it asks for something to be made up."""
    figures = judged.asked.figures
    item = GateAssessmentItem.objects.create(
        assessment=assessment,
        criterion=judged.asked.criterion,
        met=judged.met,
        ticked=judged.ticked,
        declared=figures.declared_sum if figures else None,
        evidenced=figures.evidenced_sum if figures else None,
        verified=figures.verified_sum if figures else None,
        threshold=figures.threshold if figures else None,
        adequacy=judged.adequacy,
        follow_up_id=judged.follow_up_id,
        note=judged.note,
    )
    if judged.due_on is None:
        return False
    open_make_up(assessment.case, item, demand=judged.demand, due_on=judged.due_on)
    return True


def _report(assessment: GateAssessment, demands: Sequence[str], standing: CaseStanding) -> None:
    passed = assessment.verdict == GateVerdict.PASSED
    case = assessment.case
    audit.record(
        standing.user,
        Act.GATE_PASSED if passed else Act.GATE_NOT_PASSED,
        assessment,
        scope=case,
        acting_as=standing.title,
        gate=assessment.gate,
        round=assessment.round,
        count=len(demands),
        why=lines(demands),
    )
    tell(
        people_of_unit(case),
        NoticeKind.GATE_PASSED if passed else NoticeKind.GATE_NOT_PASSED,
        key=f"gate:{assessment.pk}",
        scope=case,
        unit=case.unit,
        gate=assessment.gate,
        gate_id=assessment.gate_id,
        count=len(demands),
    )
