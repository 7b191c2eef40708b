"""The fourth team: counties; two in the second stage, one at the beginning, one in the third stage."""

from collections.abc import Iterator

from reports.demo import appraisal, deputising, findings, judging, mending, opening, pilots
from reports.demo.story import Story


def u13(story: Story) -> Iterator[str]:
    """In the second stage, on its way to the meetings."""
    yield from pilots.first_stage(story, "11-22")
    pilots.solicited(story, "01-17")
    findings.issued(story, "02-01", 22)
    findings.answered(story, "02-03", 22)
    pilots.analysed(story, "02-14")
    findings.recommended(story, "02-28", 28)


def u14(story: Story) -> Iterator[str]:
    """The team was at the leadership's meeting, and the fourth gate is passed, with the deputy leading."""
    yield from pilots.first_stage(story, "11-29")
    pilots.solicited(story, "01-21")
    pilots.analysed(story, "02-05")
    story = deputising.entrusted(story, "02-15", "03-31")
    appraisal.selected_for_guidance(story, "02-16")
    appraisal.branches_met(story, "02-18")
    appraisal.guided(story, "02-23")
    appraisal.leaders_met(story, "02-23")
    appraisal.appraised(story, "02-26")
    findings.recommended(story, "03-01", 34)
    judging.judged(story, judging.CRITICISM, "03-02")


def u15(story: Story) -> Iterator[str]:
    """The plan has passed, with a suggestion; all the rest is left to whoever tries the demo."""
    yield from opening.opened(story, "docx")
    findings.issued(story, "01-28", 5)


def u16(story: Story) -> Iterator[str]:
    """Rectifying: what the public asks for has no deadline yet."""
    yield from pilots.first_stage(story, "10-04")
    yield from pilots.second_stage(story, "11-29")
    findings.issued(story, "02-23", 35, 41)
    findings.acknowledged(story, "02-25", 35)
    findings.answered(story, "03-03", 41)
    mending.drafted(story, "03-07", without_deadlines=True)


STORIES = {"U13": u13, "U14": u14, "U15": u15, "U16": u16}
