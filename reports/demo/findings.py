"""Findings: drafted by a member, issued by the leader; what the unit does about them."""

from __future__ import annotations

import uuid

from reports.demo import data
from reports.demo.story import Story
from stages.enums import Adoption, FindingKind
from stages.models import Finding, Gate
from stages.selectors.template import template_of
from stages.services import rectifications
from stages.services.findings import (
    FindingGiven,
    acknowledge_finding,
    answer_suggestion,
    close_finding,
    draft_finding,
    issue_finding,
)
from stages.services.measures import MeasureGiven


def issued(story: Story, code: str, day: str) -> Finding:
    """Written down in the morning, in the unit's hands in the afternoon."""
    found = data.finding(code)
    given = FindingGiven(
        kind=FindingKind(found.kind),
        text=story.words(found.text),
        observed_on=story.days.on(day),
        gate_id=_gate(story, found.gate).pk if found.gate else None,
        category=found.category,
        advice=found.advice,
    )
    with story.at(day, 11):
        # The same name for the same finding, as a phone gives it that sends its form twice.
        client_uuid = uuid.uuid5(uuid.NAMESPACE_URL, f"demo:{story.unit.code}:{code}")
        draft = draft_finding(case_id=story.case.pk, client_uuid=client_uuid, given=given, acting_user=story.member)
    with story.at(day, 15):
        return issue_finding(finding_id=draft.pk, expected_version=draft.version, acting_user=story.leader)


def acknowledged(story: Story, finding: Finding, code: str, day: str) -> Finding:
    """The unit sets its measure."""
    found = data.finding(code)
    measure = MeasureGiven(
        measure=found.measure,
        responsible=found.responsible,
        due_on=story.days.on(found.due),
        quality_requirement=found.quality,
    )
    with story.at(day, 10):
        return acknowledge_finding(
            finding_id=finding.pk,
            expected_version=finding.version,
            measures=[measure],
            acting_user=story.secretary,
        )


def closed(story: Story, finding: Finding, code: str, reported_on: str, verified_on: str) -> Finding:
    """Carried out, struck off by a member, closed by the leader."""
    found = data.finding(code)
    measure = finding.rectifications.get()
    with story.at(reported_on, 16):
        measure = rectifications.report(
            rectification_id=measure.pk,
            expected_version=measure.version,
            result=found.result,
            acting_user=story.liaison,
        )
    with story.at(verified_on, 10):
        rectifications.verify(rectification_id=measure.pk, expected_version=measure.version, acting_user=story.member)
    finding.refresh_from_db()
    with story.at(verified_on, 16):
        return close_finding(
            finding_id=finding.pk, expected_version=finding.version, cause=found.cause, acting_user=story.leader
        )


def adopted(story: Story, finding: Finding, day: str) -> Finding:
    """The unit adopts a suggestion."""
    with story.at(day, 10):
        return answer_suggestion(
            finding_id=finding.pk,
            expected_version=finding.version,
            adoption=Adoption.ADOPTED,
            acting_user=story.secretary,
        )


def _gate(story: Story, code: str) -> Gate:
    return Gate.objects.get(template=template_of(story.case), code=code)
