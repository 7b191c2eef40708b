"""The third stage: the rectification plan, and the measures that it brings into the ledger."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from reports.demo import data
from reports.demo.papers import PlanPaper, Section, plan_docx
from reports.demo.story import Story
from stages.enums import PlanAnswer
from stages.models import Rectification
from stages.selectors.template import plan_criteria, template_of
from stages.services import rectifications
from stages.services.plan_reviews import Answer, review_plan
from units.enums import PlanKind
from units.models import PlanVersion
from units.services.plan_problems import ProblemGiven, save_problems
from units.services.plans import draft_version, submit_plan


def planned(story: Story, drafted_on: str, submitted_on: str, passed_on: str) -> None:
    """The plan is written, handed in and passed: its measures are in progress."""
    version = drafted(story, drafted_on)
    with story.at(submitted_on, 9):
        version = submit_plan(version_id=version.pk, expected_version=version.version, acting_user=story.secretary)
    with story.at(passed_on, 15):
        review_plan(
            version_id=version.pk,
            expected_version=version.version,
            answers=_answers(story),
            opinion=_words()["opinion"],
            acting_user=story.leader,
        )


def drafted(story: Story, day: str, *, without_deadlines: bool = False) -> PlanVersion:
    """The first version, before it is handed in."""
    with story.at(day, 14):
        version = draft_version(
            case_id=story.case.pk,
            kind=PlanKind.RECTIFICATION,
            upload=_upload(story),
            note="",
            acting_user=story.liaison,
        )
        return save_problems(
            version_id=version.pk,
            expected_version=version.version,
            problems=[_problem(story, row, without_deadlines) for row in _words()["problem"]],
            omissions={},
            acting_user=story.liaison,
        )


def mended(story: Story, reported_on: str, verified_on: str) -> None:
    """Every measure of the plan is carried out and struck off."""
    results = {row["text"]: row["result"] for row in _words()["problem"]}
    measures = Rectification.objects.filter(case=story.case, plan_problem__isnull=False).order_by("pk")
    with story.at(reported_on, 10):
        for measure in measures.select_related("plan_problem"):
            rectifications.report(
                rectification_id=measure.pk,
                expected_version=measure.version,
                result=results[_text_of(measure)],
                acting_user=story.liaison,
            )
    with story.at(verified_on, 11):
        for measure in measures.all():
            rectifications.verify(
                rectification_id=measure.pk, expected_version=measure.version, acting_user=story.member
            )


def _text_of(measure: Rectification) -> str:
    if measure.plan_problem is None:
        raise LookupError(f"{measure} is of no plan.")
    return measure.plan_problem.text


def _words() -> dict[str, Any]:
    found: dict[str, Any] = data.texts("later")["rectification_plan"]
    return found


def _problem(story: Story, row: Mapping[str, str], without_deadlines: bool) -> ProblemGiven:
    return ProblemGiven(
        category=row["category"],
        level=row["level"],
        text=row["text"],
        measure=row["measure"],
        responsible=row["responsible"],
        due_on=None if without_deadlines else story.days.on(row["due"]),
        quality_requirement=row["quality"],
    )


def _upload(story: Story) -> SimpleUploadedFile:
    """The plan as a file: what is to be mended, as a table."""
    words = _words()
    paper = PlanPaper(
        title=story.words(words["title"]),
        intro=story.words(words["intro"]),
        sections=[Section(words["heading"], [words["principle"]])],
        schedule_title=words["table"],
        schedule_columns=words["columns"],
        schedule=[[row[part] for part in ("text", "measure", "responsible", "quality")] for row in words["problem"]],
    )
    return SimpleUploadedFile(f"{paper.title}.docx", plan_docx(paper))


def _answers(story: Story) -> list[Answer]:
    template = template_of(story.case)
    if template is None:
        raise LookupError("The demo's campaign has no template.")
    return [Answer(each.pk, PlanAnswer.CONFORMS) for each in plan_criteria(template, PlanKind.RECTIFICATION)]
