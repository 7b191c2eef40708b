"""Gate 1: study inspected on the spot, the team's meeting, the verdict."""

from __future__ import annotations

from reports.demo import data
from reports.demo.story import Story
from stages.enums import CriterionKind, Grade, InspectionKind, Matter
from stages.models import CollectiveDecision, Gate
from stages.rules.gate_answers import Asked, GateAnswer
from stages.selectors.collective import team_of
from stages.selectors.gates import asked_of
from stages.selectors.template import template_of
from stages.services.collective import record_decision
from stages.services.gates import assess_gate
from stages.services.inspections import InspectionGiven, record_inspection

GATE = "THEORY_STUDY"
SAMPLED = 20


def inspected(story: Story, day: str, *, poor_notes: bool = False) -> None:
    """All five kinds looked at; the notes may be only fair."""
    words = data.texts()["inspection"]
    items = [
        InspectionGiven(
            kind,
            SAMPLED,
            Grade.FAIR if poor_notes and kind is InspectionKind.NOTES else Grade.GOOD,
            words["effects"][kind.value],
        )
        for kind in InspectionKind
    ]
    with story.at(day, 14):
        record_inspection(
            case_id=story.case.pk,
            inspected_on=story.days.on(day),
            items=items,
            conclusion=words["conclusion_poor" if poor_notes else "conclusion"],
            acting_user=story.member,
        )


def concluded(story: Story, matter: Matter, day: str, conclusion: str) -> CollectiveDecision:
    """The whole team discusses the case; `conclusion` names its words among the texts."""
    words = data.texts()["meeting"]
    return record_decision(
        case_id=story.case.pk,
        matter=matter,
        held_on=story.days.on(day),
        present=[membership.pk for membership in team_of(story.case)],
        minutes=words["minutes"],
        conclusion=words[conclusion],
        acting_user=story.leader,
    )


def passed(story: Story, day: str) -> None:
    """All that the gate asks for is met."""
    gate = _gate(story)
    with story.at(day, 16):
        assess_gate(
            case_id=story.case.pk,
            gate_id=gate.pk,
            answers=[_answer(story, asked, "") for asked in asked_of(story.case, gate)],
            opinion=data.texts()["gate"]["opinion"],
            acting_user=story.leader,
        )


def not_passed(story: Story, day: str, make_up_by: str) -> None:
    """What the record lacks is to be made up; the team concludes so together."""
    gate = _gate(story)
    with story.at(day, 15):
        decision = concluded(story, Matter.GATE, day, "conclusion_gate")
    with story.at(day, 16):
        assess_gate(
            case_id=story.case.pk,
            gate_id=gate.pk,
            answers=[_answer(story, asked, make_up_by) for asked in asked_of(story.case, gate)],
            opinion=data.texts()["gate"]["opinion_not_passed"],
            collective_decision_id=decision.pk,
            acting_user=story.leader,
        )


def _answer(story: Story, asked: Asked, make_up_by: str) -> GateAnswer:
    """Met as far as the team answers; what the record says not to be is asked for."""
    criterion, words = asked.criterion, data.texts()["gate"]
    if asked.met is False:
        return GateAnswer(
            criterion.pk,
            note=words["note"],
            demand=words["demands"][criterion.quantity],
            due_on=story.days.on(make_up_by),
        )
    if criterion.kind == CriterionKind.CHECKLIST:
        return GateAnswer(criterion.pk, ticked=asked.entries)
    return GateAnswer(criterion.pk, met=True if asked.met is None else None)


def _gate(story: Story) -> Gate:
    return Gate.objects.get(template=template_of(story.case), code=GATE)
