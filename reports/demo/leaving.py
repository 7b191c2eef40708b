"""Leaving the stage: look-back, request, the team's review, the leading group's decision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reports.demo import data
from reports.demo.days import counted_from
from reports.demo.judging import concluded
from reports.demo.story import Story
from reports.tasks import run_job
from stages.enums import ExitAnswer, Matter, ReviewVerdict
from stages.models import Stage, TeamReview, TransitionRequest
from stages.selectors.runs import current_run
from stages.selectors.template import day_minutes_of, look_back_criteria
from stages.services.decisions import approve_transition
from stages.services.look_backs import LookedAt, record_look_back
from stages.services.team_reviews import ExitAnswered, Pinned, judged, review_transition
from stages.services.transitions import RequestText, draft_transition, save_transition, submit_transition
from teams import clock
from teams.models import Job
from units.enums import Quantity
from units.models import Document
from units.selectors.quantities import tallies
from units.services.documents import job_key

EVERYONE = "exit.results.everyone"


def left(story: Story, first: str) -> Iterator[str]:
    """In nine days from the first: look-back, request, review, approval; before it, earlier ones of others."""
    day = counted_from(first)
    looked_back(story, day(0))
    request = requested(story, day(0), day(2))
    review = recommended(story, request, day(6))
    yield day(9)
    approved(story, review, day(9))


def looked_back(story: Story, day: str) -> None:
    """Everything in order but one point, which has been made up."""
    words = _words(story, "look_back")
    answers = [
        LookedAt(criterion.pk, in_order=False, found=words["found"], made_up=words["made_up"])
        if criterion.code == words["mended"]
        else LookedAt(criterion.pk, in_order=True)
        for criterion in look_back_criteria(_stage(story))
    ]
    with story.at(day, 10):
        record_look_back(
            case_id=story.case.pk,
            held_on=story.days.on(day),
            answers=answers,
            summary=words["summary"],
            acting_user=story.liaison,
        )


def requested(story: Story, drafted_on: str, submitted_on: str) -> TransitionRequest:
    """Written by the liaison, submitted by the secretary."""
    words = _words(story, "request")
    with story.at(drafted_on, 14):
        facts = _recorded(story) | {
            "day": data.worded(clock.today()),
            "paper": story.paper_number(_stage(story).number),
        }
        request = draft_transition(case_id=story.case.pk, acting_user=story.liaison)
        request = save_transition(
            request_id=request.pk,
            expected_version=request.version,
            text=RequestText(**{part: story.words(text, **facts) for part, text in words.items()}),
            answers={},
            acting_user=story.liaison,
        )
    with story.at(submitted_on, 9):
        return submit_transition(request_id=request.pk, expected_version=request.version, acting_user=story.secretary)


def recommended(story: Story, request: TransitionRequest, day: str) -> TeamReview:
    """Recommended after the team's meeting; its review is printed."""
    words = _words(story, "review")
    conclusion = data.texts("transitions")["meeting"]["transition"][_stage(story).number - 1]
    with story.at(day, 14):
        decision = concluded(story, Matter.TRANSITION, day, conclusion)
    with story.at(day, 16):
        review = review_transition(
            request_id=request.pk,
            expected_version=request.version,
            verdict=ReviewVerdict.RECOMMENDED,
            answers=[ExitAnswered(criterion.pk, ExitAnswer.YES) for criterion in judged(request)],
            opinion=story.words(words["opinion"], day=data.worded(clock.today())),
            remaining=words["remaining"],
            collective_decision_id=decision.pk,
            acting_user=story.leader,
        )
        _print(review.document)
    return review


def returned(story: Story, request: TransitionRequest, day: str) -> None:
    """Returned by the team, with what is to be mended."""
    words = _words(story, "review")
    with story.at(day, 16):
        decision = concluded(story, Matter.TRANSITION, day, data.texts("transitions")["meeting"]["returned"])
    answers = [
        ExitAnswered(criterion.pk, ExitAnswer.NO, words["not_everyone"])
        if criterion.code == EVERYONE
        else ExitAnswered(criterion.pk, ExitAnswer.YES)
        for criterion in judged(request)
    ]
    with story.at(day, 17):
        review_transition(
            request_id=request.pk,
            expected_version=request.version,
            verdict=ReviewVerdict.RETURNED,
            answers=answers,
            opinion=story.words(words["opinion"]),
            remaining=words["remaining"],
            collective_decision_id=decision.pk,
            pinned=[Pinned(remark) for remark in words["pinned"]],
            acting_user=story.leader,
        )


def approved(story: Story, review: TeamReview, day: str) -> None:
    """Approved by the director on the printed review; the reply is printed too."""
    with story.at(day, 10):
        decision = approve_transition(
            request_id=review.request_id,
            expected_sha256=_printed(review.document).sha256,
            remark=_words(story, "decision")["remark"],
            acting_user=story.director,
        )
        _print(decision.reply)
    story.case.refresh_from_db()


def _stage(story: Story) -> Stage:
    run = current_run(story.case)
    if run is None:
        raise LookupError(f"No stage of {story.case} is open.")
    return run.stage


def _words(story: Story, part: str) -> dict[str, Any]:
    """What is written on leaving the open stage, in this unit's own words where it has some."""
    words = data.texts("transitions")[part][str(_stage(story).number)]
    common = {name: text for name, text in words.items() if not isinstance(text, dict)}
    own: dict[str, Any] = words.get(story.unit.code, {})
    return common | own


def _recorded(story: Story) -> dict[str, int]:
    """The unit's own records, in figures."""
    found = tallies(story.case, day_minutes=day_minutes_of(story.case))
    return {
        "hours": found[Quantity.STUDY_MINUTES].declared // 60,
        "days": found[Quantity.CONCENTRATED_DAYS].declared,
        "discussions": found[Quantity.DISCUSSIONS].declared,
        "methods": found[Quantity.SOLICITING_METHODS].declared,
        "talks": found[Quantity.HEART_TO_HEART_TALKS].declared,
    }


def _print(document: Document | None) -> None:
    """Do the worker's job at once: the seeder is a worker, and the next act rests on the printed document."""
    run_job(Job.objects.get(key=job_key(_required(document))).pk)


def _printed(document: Document | None) -> Document:
    document = _required(document)
    document.refresh_from_db()
    return document


def _required(document: Document | None) -> Document:
    if document is None:
        raise LookupError("A recommendation and an approval order a document.")
    return document
