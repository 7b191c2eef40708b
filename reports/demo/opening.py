"""From the team's entry to the passed plan."""

from __future__ import annotations

from reports.demo import data
from reports.demo.papers import plan_upload, problems_of
from reports.demo.story import Story
from stages.enums import PlanAnswer
from stages.selectors.template import plan_criteria, template_of
from stages.services.entry import enter_case
from stages.services.plan_reviews import Answer, review_plan
from stages.services.profiles import confirm_profile
from units.enums import PlanKind
from units.models import PlanVersion
from units.services.plan_problems import ProblemGiven, save_problems
from units.services.plans import draft_version, submit_plan
from units.services.profiles import fill_profile


def entered(story: Story, on: str) -> None:
    """The team enters; the first stage is open."""
    with story.at(on, 9):
        enter_case(case_id=story.case.pk, entered_on=story.days.on(on), acting_user=story.leader)


def profiled(story: Story, filled_on: str, confirmed_on: str) -> None:
    """The unit's counts, confirmed by the team."""
    story.case.refresh_from_db()
    unit = story.unit
    with story.at(filled_on, 10):
        fill_profile(
            case_id=story.case.pk,
            expected_version=story.case.version,
            members_total=unit.members,
            branches=unit.branches,
            leaders=unit.leaders,
            members_away=unit.away,
            situation=story.words(data.texts()["profile_situation"]),
            acting_user=story.liaison,
        )
    with story.at(confirmed_on, 9, 30):
        confirm_profile(case_id=story.case.pk, acting_user=story.member)


def planned(story: Story, drafted_on: str, submitted_on: str, passed_on: str, extension: str) -> None:
    """The plan, written by the liaison, submitted by the secretary, passed at the first reading."""
    with story.at(drafted_on, 14):
        version = draft_version(
            case_id=story.case.pk,
            upload=plan_upload(story.unit, story.days, extension),
            note="",
            acting_user=story.liaison,
        )
        version = _with_problems(story, version)
    with story.at(submitted_on, 9):
        version = submit_plan(version_id=version.pk, expected_version=version.version, acting_user=story.secretary)
    with story.at(passed_on, 15):
        review_plan(
            version_id=version.pk,
            expected_version=version.version,
            answers=_all_conforms(story),
            opinion=data.texts()["plan_opinion"],
            acting_user=story.leader,
        )


def _with_problems(story: Story, version: PlanVersion) -> PlanVersion:
    problems = [
        ProblemGiven(
            category=row["category"],
            text=row["text"],
            measure=row["measure"],
            responsible=row["responsible"],
            due_on=story.days.on(row["due"]),
        )
        for row in problems_of(story.unit)
    ]
    return save_problems(
        version_id=version.pk,
        expected_version=version.version,
        problems=problems,
        omissions={},
        acting_user=story.liaison,
    )


def _all_conforms(story: Story) -> list[Answer]:
    template = template_of(story.case)
    if template is None:
        raise LookupError("The demo's campaign has no template.")
    return [
        Answer(
            criterion.pk,
            PlanAnswer.CONFORMS,
            ticked=[code for code, _wording in criterion.entry_choices],
        )
        for criterion in plan_criteria(template, PlanKind.IMPLEMENTATION)
    ]
