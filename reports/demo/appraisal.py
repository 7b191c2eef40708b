"""The second stage: opinions solicited, talks, self-analyses, the two meetings, guidance on the spot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reports.demo import data
from reports.demo.story import Story
from reports.demo.study import recorded
from stages.enums import Grade
from stages.models import OnSiteGuidance
from stages.services.guidance import record_guidance, select_for_guidance
from stages.services.samplings import record_sampling
from units.enums import ActivityKind, Measure, OpinionSource, Organiser, ProblemCategory, SolicitingMethod
from units.rules.plausibility import Entered
from units.services.opinions import Gist, record_opinion

READ, SENT_BACK = 30, 9
PRESENT_OF_TEAM = 3


def solicited(story: Story, method: SolicitingMethod, day: str, *, verified: bool = True) -> None:
    """Opinions gathered by one method: what they come to is the unit's own where the words give it figures."""
    words = data.texts("later")["soliciting"]
    row = words.get(story.unit.code, {}).get(method.value) or words[method.value]
    figures = {
        Measure.TIMES: row["times"],
        Measure.PEOPLE: row["people"],
        Measure.OPINIONS: row["opinions"],
        Measure.SUBSTANTIVE: row["substantive"],
    }
    held(story, ActivityKind.SOLICITING, day, row["title"], figures, method=method, verified=verified)


def heard(story: Story, day: str) -> None:
    """The gists of what was heard, with how often; nobody's name."""
    for row in data.texts("later")["opinion"]:
        gist = Gist(
            method=SolicitingMethod(row["method"]),
            source=OpinionSource(row["source"]),
            theme=ProblemCategory(row["theme"]),
            count=row["count"],
            gist=row["gist"],
        )
        with story.at(day, 11):
            record_opinion(case_id=story.case.pk, heard=gist, acting_user=story.liaison)


def talked(story: Story, day: str) -> None:
    """Heart-to-heart talks: half as many as there are members."""
    held(story, ActivityKind.HEART_TO_HEART, day, _words("analysis")["talks"], {Measure.TALKS: story.unit.members // 2})


def self_analysed(story: Story, day: str) -> None:
    """Every member has written a self-analysis."""
    held(story, ActivityKind.SELF_ANALYSIS, day, _words("analysis")["self_analysis"], all_members(story))


def sampled(story: Story, day: str, *, poor: bool = False) -> None:
    """The team reads some of the self-analyses, and sends back what is shallow."""
    with story.at(day, 14):
        record_sampling(
            case_id=story.case.pk,
            sampled_on=story.days.on(day),
            sampled=READ,
            sent_back=SENT_BACK if poor else 0,
            depth=Grade.POOR if poor else Grade.GOOD,
            remark=_words("analysis")["sampled_poor" if poor else "sampled"],
            acting_user=story.member,
        )


def branches_met(story: Story, day: str, branches: int | None = None, title: str = "branch_meetings") -> None:
    """The branches' organisational-life meetings: of all, or of so many."""
    unit = story.unit
    meetings = unit.branches if branches is None else branches
    members = unit.members * meetings // unit.branches
    figures = {
        Measure.EXPECTED: members,
        Measure.ATTENDED: members * 97 // 100,
        Measure.BRANCHES_TOTAL: unit.branches,
        Measure.BRANCHES_HELD: meetings,
    }
    held(
        story,
        ActivityKind.ORGANISATIONAL_LIFE,
        day,
        _words("criticism")[title],
        figures,
        organiser=Organiser.BRANCHES,
    )


def leaders_met(story: Story, day: str) -> None:
    """The democratic-life meeting of the leadership."""
    figures = {
        Measure.MINUTES: 210,
        Measure.LEADERS_EXPECTED: story.unit.leaders,
        Measure.LEADERS_ATTENDED: story.unit.leaders,
    }
    title = _words("criticism")["democratic_life"]
    held(story, ActivityKind.DEMOCRATIC_LIFE, day, title, figures, organiser=Organiser.GROUP)


def appraised(story: Story, day: str) -> None:
    """The branches have appraised their members."""
    title = _words("criticism")["appraisal"]
    held(story, ActivityKind.DEMOCRATIC_APPRAISAL, day, title, all_members(story), organiser=Organiser.BRANCHES)


def selected_for_guidance(story: Story, day: str) -> None:
    """The team will be at the leadership's meeting."""
    with story.at(day, 15):
        select_for_guidance(case_id=story.case.pk, reason=_words("guidance")["reason"], acting_user=story.leader)


def guided(story: Story, day: str) -> None:
    """The team was at the meeting."""
    guidance = OnSiteGuidance.objects.get(case=story.case)
    with story.at(day, 17):
        record_guidance(
            guidance_id=guidance.pk,
            expected_version=guidance.version,
            held_on=story.days.on(day),
            team_present=PRESENT_OF_TEAM,
            evaluation=_words("guidance")["evaluation"],
            acting_user=story.member,
        )


def held(
    story: Story,
    kind: ActivityKind,
    day: str,
    title: str,
    figures: Mapping[Measure, int],
    *,
    organiser: Organiser = Organiser.UNIT,
    method: str = "",
    verified: bool = True,
) -> None:
    """One record of the unit, verified by the team on the next day."""
    entered = Entered(
        kind=kind,
        title=title,
        held_on=story.days.on(day),
        organiser=organiser,
        method=method,
        declared=dict(figures),
    )
    recorded(story, day, entered, entered.declared if verified else None)


def all_members(story: Story) -> dict[Measure, int]:
    """Every member has done it."""
    return {Measure.MEMBERS_TOTAL: story.unit.members, Measure.MEMBERS_DONE: story.unit.members}


def _words(part: str) -> dict[str, Any]:
    found: dict[str, Any] = data.texts("later")[part]
    return found
