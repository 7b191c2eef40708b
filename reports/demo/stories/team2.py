"""The second team: one unit in the third stage, one about to come into it, two still in the first."""

from collections.abc import Iterator

from reports.demo import appraisal, findings, judging, leaving, mending, opening, pilots, study
from reports.demo.days import counted_from
from reports.demo.story import Story
from reports.demo.study import Session, whole_day


def u05(story: Story) -> Iterator[str]:
    """Rectifying: one measure is overdue, one problem has come again."""
    first = "09-20"
    yield from pilots.studied(story, first)
    findings.recommended(story, counted_from(first)(42), 14)
    yield from leaving.left(story, counted_from(first)(43))
    yield from pilots.second_stage(story, "11-15")
    mending.planned(story, "01-14", "01-17", "01-19")
    findings.issued(story, "01-24", 38)
    findings.acknowledged(story, "01-26", 38)
    findings.closed(story, "02-16", "02-18", 38)
    findings.issued(story, "02-22", 36, 39, 40)
    findings.answered(story, "02-24", 40)
    findings.acknowledged(story, "02-25", 36)
    findings.acknowledged(story, "02-25", 39)
    yield "03-08"
    findings.rebounded(story, "03-08", "03-09", 38)


def u06(story: Story) -> Iterator[str]:
    """Self-analysis was made up, the second stage is done: the team reviews the request."""
    yield from pilots.first_stage(story, "10-18")
    pilots.solicited(story, "12-10")
    appraisal.talked(story, "12-26")
    appraisal.self_analysed(story, "12-30")
    appraisal.sampled(story, "01-03", poor=True)
    findings.issued(story, "01-04", 24, 26)
    findings.acknowledged(story, "01-05", 24)
    findings.acknowledged(story, "01-05", 26)
    judging.judged(story, judging.ANALYSIS, "01-06")
    findings.closed(story, "01-17", "01-18", 24)
    findings.closed(story, "01-18", "01-19", 26)
    appraisal.sampled(story, "01-20")
    judging.made_up(story, "01-21", "01-22")
    judging.judged(story, judging.ANALYSIS, "01-24")
    pilots.criticised(story, "01-27")
    leaving.looked_back(story, "03-02")
    leaving.requested(story, "03-03", "03-07")


def u07(story: Story) -> Iterator[str]:
    """Short of everything that is counted: 31 hours, 4 days, 2 discussions, declared as verified."""
    yield from opening.opened(story, "pdf")
    study.mobilised(story, "01-28")
    study.studied(
        story,
        [
            whole_day("02-01", discussion=True),
            whole_day("02-03"),
            whole_day("02-17", discussion=True),
            whole_day("02-22"),
            Session("02-25", 210),
            Session("03-01", 210),
        ],
    )
    study.leaders_studied(story, "03-02", "03-03")
    findings.issued(story, "03-04", 7)
    findings.issued(story, "03-07", 10)
    yield "03-08"
    findings.acknowledged(story, "03-08", 10)
    findings.issued(story, "03-08", 12)
    findings.issued(story, "03-09", 43)


def u08(story: Story) -> Iterator[str]:
    """Asks to leave the stage on its own figures: 42 hours, 5 days, 3 discussions; the team has verified none."""
    yield from opening.opened(story, "docx")
    study.mobilised(story, "01-28", verified=False)
    study.studied(
        story,
        [
            whole_day("02-01", discussion=True),
            whole_day("02-03"),
            whole_day("02-17", discussion=True),
            whole_day("02-18"),
            whole_day("02-22", discussion=True),
            Session("02-24", 180),
            Session("02-25", 180),
            Session("03-01", 180),
            Session("03-02", 180),
        ],
        verified=False,
    )
    study.leaders_studied(story, "03-03", "03-04", verified=False)
    findings.issued(story, "03-07", 11)
    yield "03-08"
    findings.acknowledged(story, "03-08", 11)
    leaving.looked_back(story, "03-08")
    leaving.requested(story, "03-08", "03-09")


STORIES = {"U05": u05, "U06": u06, "U07": u07, "U08": u08}
