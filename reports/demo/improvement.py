"""The end of the third stage: members' own measures, rules made, the public asked, the last gate."""

from __future__ import annotations

from reports.demo import data, judging
from reports.demo.appraisal import all_members, held
from reports.demo.days import counted_from
from reports.demo.story import Story
from stages.enums import SurveyMethod
from stages.services.surveys import Counts, record_survey
from units.enums import ActivityKind, RegulationChange
from units.services.regulations import Regulation, record_regulation, verify_regulation

PUBLIC = Counts(issued=50, returned=50, satisfied=31, fairly_satisfied=16, basically_satisfied=2, not_satisfied=1)


def members_set_measures(story: Story, day: str) -> None:
    """Members' own measures, as a count."""
    title = data.texts("later")["improvement"]["individual"]
    held(story, ActivityKind.INDIVIDUAL_MEASURES, day, title, all_members(story))


def regulated(story: Story, day: str, seen_on: str) -> None:
    """Rules made and revised, seen by the team."""
    with story.at(day, 16):
        made = [
            record_regulation(
                case_id=story.case.pk,
                regulation=Regulation(row["title"], RegulationChange(row["change"]), story.days.on(day)),
                acting_user=story.liaison,
            )
            for row in data.texts("later")["regulation"]
        ]
    with story.at(seen_on, 11):
        for regulation in made:
            verify_regulation(regulation_id=regulation.pk, acting_user=story.member)


def surveyed(story: Story, day: str) -> None:
    """The public is asked, without names."""
    with story.at(day, 16):
        record_survey(
            case_id=story.case.pk,
            held_on=story.days.on(day),
            method=SurveyMethod.MEETING,
            counts=PUBLIC,
            remark=data.texts("later")["survey"]["remark"],
            acting_user=story.member,
        )


def finished(story: Story, first: str) -> None:
    """All that the last gate asks for, and the gate passed, on the ninth day."""
    day = counted_from(first)
    regulated(story, day(0), day(2))
    members_set_measures(story, day(3))
    surveyed(story, day(7))
    judging.judged(story, judging.IMPROVEMENT, day(9))
