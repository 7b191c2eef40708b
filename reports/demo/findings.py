"""Findings by their number in the sample: drafted by a member, issued by the leader; what the unit does about them."""

from __future__ import annotations

import uuid

from reports.demo import data
from reports.demo.judging import concluded, gate_called
from reports.demo.story import Story
from stages.enums import Adoption, FindingKind, Matter
from stages.models import Finding, Rectification
from stages.services import rectifications
from stages.services.findings import (
    FindingGiven,
    acknowledge_finding,
    amend_finding,
    answer_suggestion,
    close_finding,
    dispute_finding,
    draft_finding,
    issue_finding,
    recommend_exemplar,
    reopen_finding,
    uphold_finding,
    withdraw_finding,
)
from stages.services.measures import MeasureGiven


def standing(story: Story, number: int) -> Finding:
    """The finding as it stands now."""
    return Finding.objects.get(client_uuid=_name(story, number))


def issued(story: Story, day: str, *numbers: int) -> None:
    """Written down in the morning, in the unit's hands in the afternoon."""
    drafts = [_drafted(story, number, day) for number in numbers]
    with story.at(day, 15):
        for draft in drafts:
            issue_finding(finding_id=draft.pk, expected_version=draft.version, acting_user=story.leader)


def recommended(story: Story, day: str, number: int) -> None:
    """An exemplar, on which the team concludes together."""
    draft = _drafted(story, number, day)
    with story.at(day, 15):
        decision = concluded(story, Matter.EXEMPLAR, day, data.texts("transitions")["meeting"]["exemplar"])
        recommend_exemplar(
            finding_id=draft.pk,
            expected_version=draft.version,
            collective_decision_id=decision.pk,
            acting_user=story.leader,
        )


def acknowledged(story: Story, day: str, number: int) -> None:
    """The unit sets its measure."""
    found, finding = data.finding(number), standing(story, number)
    measure = MeasureGiven(
        measure=story.words(found.measure),
        responsible=found.responsible,
        due_on=story.days.on(found.due),
        quality_requirement=found.quality,
    )
    with story.at(day, 10):
        acknowledge_finding(
            finding_id=finding.pk, expected_version=finding.version, measures=[measure], acting_user=story.secretary
        )


def reported(story: Story, day: str, number: int) -> None:
    """The unit has carried the measure out."""
    measure = _measure(story, number)
    with story.at(day, 16):
        rectifications.report(
            rectification_id=measure.pk,
            expected_version=measure.version,
            result=story.words(data.finding(number).result),
            acting_user=story.liaison,
        )


def closed(story: Story, reported_on: str, verified_on: str, number: int) -> None:
    """Carried out, struck off by a member, closed by the leader."""
    reported(story, reported_on, number)
    measure = _measure(story, number)
    with story.at(verified_on, 10):
        rectifications.verify(rectification_id=measure.pk, expected_version=measure.version, acting_user=story.member)
    finding = standing(story, number)
    with story.at(verified_on, 16):
        close_finding(
            finding_id=finding.pk,
            expected_version=finding.version,
            cause=data.finding(number).cause,
            acting_user=story.leader,
        )


def rebounded(story: Story, day: str, planned_on: str, number: int) -> None:
    """What was struck off has come again: reopened by the leader, planned anew by the unit."""
    found, finding = data.finding(number), standing(story, number)
    with story.at(day, 16):
        reopen_finding(
            finding_id=finding.pk,
            expected_version=finding.version,
            reason=story.words(found.rebound),
            acting_user=story.leader,
        )
    measure = _measure(story, number)
    again = MeasureGiven(
        measure=found.rebound_measure,
        responsible=found.responsible,
        due_on=story.days.on(found.rebound_due),
        quality_requirement=found.quality,
    )
    with story.at(planned_on, 10):
        rectifications.plan(
            rectification_id=measure.pk, expected_version=measure.version, given=again, acting_user=story.secretary
        )


def disputed(story: Story, day: str, number: int) -> None:
    """The unit does not see it so."""
    finding = standing(story, number)
    with story.at(day, 10):
        dispute_finding(
            finding_id=finding.pk,
            expected_version=finding.version,
            reason=data.finding(number).dispute,
            acting_user=story.secretary,
        )


def upheld(story: Story, day: str, number: int) -> None:
    """The finding stands after the dispute."""
    finding = standing(story, number)
    with story.at(day, 16):
        uphold_finding(
            finding_id=finding.pk,
            expected_version=finding.version,
            answer=data.finding(number).dispute_answer,
            acting_user=story.leader,
        )


def amended(story: Story, day: str, number: int) -> None:
    """The finding stands in other words after the dispute."""
    found, finding = data.finding(number), standing(story, number)
    with story.at(day, 16):
        amend_finding(
            finding_id=finding.pk,
            expected_version=finding.version,
            text=found.amended,
            advice=found.amended_advice,
            answer=found.dispute_answer,
            acting_user=story.leader,
        )


def withdrawn(story: Story, day: str, number: int) -> None:
    """The leader takes back what did not hold."""
    finding = standing(story, number)
    with story.at(day, 16):
        withdraw_finding(
            finding_id=finding.pk,
            expected_version=finding.version,
            reason=data.finding(number).withdrawn,
            acting_user=story.leader,
        )


def answered(story: Story, day: str, number: int, adoption: Adoption = Adoption.ADOPTED) -> None:
    """The unit says what it makes of a suggestion."""
    finding = standing(story, number)
    with story.at(day, 10):
        answer_suggestion(
            finding_id=finding.pk,
            expected_version=finding.version,
            adoption=adoption,
            answer=story.words(data.finding(number).answer),
            acting_user=story.secretary,
        )


def _drafted(story: Story, number: int, day: str) -> Finding:
    found = data.finding(number)
    given = FindingGiven(
        kind=FindingKind(found.kind),
        text=story.words(found.text),
        observed_on=story.days.on(day),
        gate_id=gate_called(story, found.gate).pk if found.gate else None,
        category=found.category,
        red_line=found.red_line,
        advice=found.advice,
        origin=found.origin,
        effect=found.effect,
    )
    with story.at(day, 11):
        return draft_finding(
            case_id=story.case.pk, client_uuid=_name(story, number), given=given, acting_user=story.member
        )


def _measure(story: Story, number: int) -> Rectification:
    return standing(story, number).rectifications.get()


def _name(story: Story, number: int) -> uuid.UUID:
    """The same name for the same finding, as a phone gives it that sends its form twice."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"demo:{story.unit.code}:{number}")
