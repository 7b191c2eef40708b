"""From the team's entry to the passed plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

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
from units.selectors.plans import remarks_to_answer
from units.services.plan_problems import ProblemGiven, save_problems
from units.services.plans import answer_remarks, draft_version, submit_plan
from units.services.profiles import fill_profile


def opened(story: Story, extension: str) -> Iterator[str]:
    """As most units begin: entered with the batch, the plan passed within the week."""
    yield from entered(story, "01-20")
    profiled(story, "01-21", "01-24")
    planned(story, "01-25", "01-26", "01-27", extension)


def entered(story: Story, on: str) -> Iterator[str]:
    """The team enters; the first stage is open."""
    yield on
    with story.at(on, 9):
        enter_case(case_id=story.case.pk, entered_on=story.days.on(on), acting_user=story.leader)
    story.case.refresh_from_db()


def profiled(story: Story, filled_on: str, confirmed_on: str) -> None:
    """The unit's counts, confirmed by the team."""
    story.case.refresh_from_db()
    unit, words = story.unit, data.texts()
    with story.at(filled_on, 10):
        fill_profile(
            case_id=story.case.pk,
            expected_version=story.case.version,
            members_total=unit.members,
            branches=unit.branches,
            leaders=unit.leaders,
            members_away=unit.away,
            situation=story.words(words["situation"].get(unit.code, words["profile_situation"])),
            acting_user=story.liaison,
        )
    with story.at(confirmed_on, 9, 30):
        confirm_profile(case_id=story.case.pk, acting_user=story.member)


def planned(story: Story, drafted_on: str, submitted_on: str, passed_on: str, extension: str) -> None:
    """The plan, written by the liaison, submitted by the secretary, passed at the first reading."""
    version = submitted(story, drafted_on, submitted_on, extension)
    with story.at(passed_on, 15):
        _reviewed(story, version, {})


def submitted(story: Story, drafted_on: str, submitted_on: str, extension: str) -> PlanVersion:
    """The first version, handed in."""
    with story.at(drafted_on, 14):
        version = draft_version(
            case_id=story.case.pk, upload=plan_upload(story, extension), note="", acting_user=story.liaison
        )
        version = _with_problems(story, version)
    with story.at(submitted_on, 9):
        return submit_plan(version_id=version.pk, expected_version=version.version, acting_user=story.secretary)


def returned(story: Story, version: PlanVersion, day: str) -> None:
    """Returned with a remark on each criterion that the texts name for the unit."""
    with story.at(day, 16):
        _reviewed(story, version, {code: remark for code, (remark, _answer) in _points(story).items()})


def mended(story: Story, drafted_on: str) -> PlanVersion:
    """The second version: what was returned is answered, as far as the unit has come."""
    with story.at(drafted_on, 15):
        version = draft_version(
            case_id=story.case.pk,
            upload=plan_upload(story, "docx"),
            note=data.texts()["plan_words"]["note"],
            acting_user=story.liaison,
        )
        words = dict(_points(story).values())
        return answer_remarks(
            version_id=version.pk,
            expected_version=version.version,
            answers={remark.pk: words[remark.remark] for remark in remarks_to_answer(version)},
            acting_user=story.liaison,
        )


def submitted_again(story: Story, version: PlanVersion, day: str) -> None:
    """The second version lies before the team."""
    with story.at(day, 10):
        submit_plan(version_id=version.pk, expected_version=version.version, acting_user=story.secretary)


def _points(story: Story) -> dict[str, tuple[str, str]]:
    """By the criterion: what was to be revised, and what the unit answers."""
    rows = data.texts()["plan_returned"][story.unit.code]
    return {code: (remark, answer) for code, (remark, answer) in rows.items()}


def _with_problems(story: Story, version: PlanVersion) -> PlanVersion:
    entered_on = story.case.entered_on
    if entered_on is None:
        raise LookupError(f"{story.case} has not been entered.")
    problems = [
        ProblemGiven(
            category=row["category"],
            text=row["text"],
            measure=row["measure"],
            responsible=row["responsible"],
            due_on=entered_on + timedelta(days=row["due"]),
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


def _reviewed(story: Story, version: PlanVersion, to_revise: Mapping[str, str]) -> None:
    """Everything conforms but what is `to_revise`, by the criterion's code."""
    words = data.texts()["plan_words"]
    review_plan(
        version_id=version.pk,
        expected_version=version.version,
        answers=_answers(story, to_revise),
        opinion=words["opinion_returned" if to_revise else "opinion"],
        acting_user=story.leader,
    )


def _answers(story: Story, to_revise: Mapping[str, str]) -> list[Answer]:
    template = template_of(story.case)
    if template is None:
        raise LookupError("The demo's campaign has no template.")
    return [
        Answer(
            criterion.pk,
            PlanAnswer.REVISE if criterion.code in to_revise else PlanAnswer.CONFORMS,
            ticked=[code for code, _wording in criterion.entry_choices],
            remark=to_revise.get(criterion.code, ""),
        )
        for criterion in plan_criteria(template, PlanKind.IMPLEMENTATION)
    ]
