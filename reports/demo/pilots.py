"""How a unit goes through a stage when all goes well; the days are counted from the stage's first."""

from __future__ import annotations

from collections.abc import Iterator

from reports.demo import appraisal, judging, leaving, opening, study
from reports.demo.days import counted_from
from reports.demo.story import Story
from reports.demo.study import Session, long_day
from units.enums import SolicitingMethod


def first_stage(story: Story, entered: str) -> Iterator[str]:
    """From the entry to the approval, on the 52nd day."""
    yield from studied(story, entered)
    yield from leaving.left(story, counted_from(entered)(43))


def studied(story: Story, entered: str) -> Iterator[str]:
    """The plan, more than forty hours of study, the first gate on the 41st day."""
    day = counted_from(entered)
    yield from opening.entered(story, day(0))
    opening.profiled(story, day(1), day(2))
    opening.planned(story, day(5), day(6), day(7), "docx")
    study.mobilised(story, day(8))
    study.studied(
        story,
        [
            long_day(day(12), discussion=True),
            long_day(day(13)),
            long_day(day(19), discussion=True),
            long_day(day(20)),
            long_day(day(26), discussion=True),
            Session(day(30), 270),
        ],
    )
    study.leaders_studied(story, day(35), day(37))
    judging.inspected(story, day(39))
    judging.judged(story, judging.STUDY, day(41))


def second_stage(story: Story, first: str) -> Iterator[str]:
    """From the soliciting of opinions to the approval, on the 51st day."""
    day = counted_from(first)
    solicited(story, first)
    analysed(story, day(16))
    criticised(story, day(28))
    yield from leaving.left(story, day(42))


def solicited(story: Story, first: str) -> None:
    """All five methods, and the second gate on the 14th day."""
    day = counted_from(first)
    for number, method in enumerate(method for method in SolicitingMethod if method != SolicitingMethod.OTHER):
        appraisal.solicited(story, method, day(2 * number))
    appraisal.heard(story, day(11))
    judging.judged(story, judging.SOLICITING, day(14))


def analysed(story: Story, first: str) -> None:
    """Talks, self-analyses, some of them read; the third gate on the 10th day."""
    day = counted_from(first)
    appraisal.talked(story, day(0))
    appraisal.self_analysed(story, day(6))
    appraisal.sampled(story, day(9))
    judging.judged(story, judging.ANALYSIS, day(10))


def criticised(story: Story, first: str) -> None:
    """The meetings of the branches and of the leadership; the fourth gate on the 12th day."""
    day = counted_from(first)
    appraisal.branches_met(story, day(0))
    appraisal.leaders_met(story, day(5))
    appraisal.appraised(story, day(8))
    judging.judged(story, judging.CRITICISM, day(12))
