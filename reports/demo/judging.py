"""The gates: study inspected on the spot, the team's meeting, the verdict, and what is made up for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reports.demo import data
from reports.demo.story import Story
from stages.enums import Adequacy, CriterionKind, Grade, InspectionKind, Matter
from stages.models import CollectiveDecision, Gate, MakeUpTask
from stages.rules.gate_answers import Asked, GateAnswer
from stages.selectors.collective import team_of
from stages.selectors.gates import asked_of, round_facts
from stages.selectors.template import template_of
from stages.services.collective import record_decision
from stages.services.gates import assess_gate
from stages.services.inspections import InspectionGiven, record_inspection
from stages.services.make_up import answer_make_up, clear_make_up

STUDY = "THEORY_STUDY"
SOLICITING = "OPINION_SOLICITATION"
ANALYSIS = "ANALYSIS_APPRAISAL"
CRITICISM = "CRITICISM_SELF_CRITICISM"
IMPROVEMENT = "RECTIFICATION_IMPROVEMENT"
SAMPLED = 20


def gate_called(story: Story, code: str) -> Gate:
    return Gate.objects.get(template=template_of(story.case), code=code)


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
    """The whole team discusses the case."""
    return record_decision(
        case_id=story.case.pk,
        matter=matter,
        held_on=story.days.on(day),
        present=[membership.pk for membership in team_of(story.case)],
        minutes=data.texts("transitions")["meeting"]["minutes"],
        conclusion=conclusion,
        acting_user=story.leader,
    )


def judged(story: Story, code: str, day: str) -> None:
    """The gate's next round: as the words for this unit and round say, and passed where they say nothing."""
    gate = gate_called(story, code)
    words = _words(story, gate)
    passes = "due" not in words
    with story.at(day, 15):
        meeting = data.texts("transitions")["meeting"]["gate"].format(gate=gate.name_zh)
        decision = None if passes else concluded(story, Matter.GATE, day, meeting)
    with story.at(day, 16):
        assess_gate(
            case_id=story.case.pk,
            gate_id=gate.pk,
            answers=[_answer(story, asked, words) for asked in asked_of(story.case, gate)],
            opinion=words.get("opinion", data.texts("gates")["opinion"][code]),
            collective_decision_id=decision.pk if decision else None,
            acting_user=story.leader,
        )


def made_up(story: Story, answered_on: str, checked_on: str) -> None:
    """What the gate asked for is made up, and found so by a member."""
    words = data.texts("gates")["make_up"][story.unit.code]
    tasks = MakeUpTask.objects.filter(case=story.case).order_by("pk")
    with story.at(answered_on, 10):
        for task, answer in zip(tasks, words["answers"], strict=True):
            answer_make_up(task_id=task.pk, expected_version=task.version, answer=answer, acting_user=story.liaison)
    with story.at(checked_on, 14):
        for task in tasks.all():
            clear_make_up(task_id=task.pk, expected_version=task.version, note=words["check"], acting_user=story.member)


def _words(story: Story, gate: Gate) -> dict[str, Any]:
    """What is said of this unit in the gate's next round; empty where the gate is simply passed."""
    number = round_facts(story.case, gate).count + 1
    found: dict[str, Any] = data.texts("gates").get(gate.code, {}).get(story.unit.code, {}).get(str(number), {})
    return found


def _answer(story: Story, asked: Asked, words: Mapping[str, Any]) -> GateAnswer:
    """Met as far as the team answers; what the record or the words say not to be is asked for."""
    criterion, due_on = asked.criterion, story.days.on(words["due"]) if "due" in words else None
    if asked.met is False:
        short = data.texts("gates")["short"]
        return GateAnswer(criterion.pk, note=short["note"], demand=short[criterion.quantity], due_on=due_on)
    if criterion.kind == CriterionKind.ADEQUACY:
        return _adequacy(story, asked, words)
    if criterion.kind == CriterionKind.CHECKLIST:
        return GateAnswer(criterion.pk, ticked=asked.entries)
    lacking = words.get("lacking", {}).get(criterion.code)
    if lacking:
        demand = words.get("demands", {}).get(criterion.code, "")
        return GateAnswer(criterion.pk, met=False, note=lacking, demand=demand, due_on=due_on if demand else None)
    return GateAnswer(criterion.pk, met=True if asked.met is None else None)


def _adequacy(story: Story, asked: Asked, words: Mapping[str, Any]) -> GateAnswer:
    """够, or what the words say, with the finding that follows it up."""
    if "adequacy" not in words:
        return GateAnswer(asked.criterion.pk, adequacy=Adequacy.ADEQUATE)
    text = story.words(data.finding(words["follow_up"]).text)
    follow_ups = story.case.findings.filter(text=text, pk__in=asked.follow_ups)
    return GateAnswer(
        asked.criterion.pk,
        adequacy=words["adequacy"],
        follow_up_id=follow_ups.get().pk,
        note=words["note"],
        demand=words.get("demand", ""),
        due_on=story.days.on(words["due"]) if "due" in words else None,
    )
