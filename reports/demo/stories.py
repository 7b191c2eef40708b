"""The six cases that are on their way: what was done in each, on which day of the sample.

The sample's 10 March is today, and nothing lies in the future: the last acts are of the day before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reports.demo import findings, judging, leaving, opening, study
from reports.demo.story import Story
from reports.demo.study import Session, whole_day


def opened(story: Story, extension: str) -> None:
    """As most units begin: entered with the batch, the plan passed within the week, mobilised the day after."""
    opening.entered(story, "01-20")
    opening.profiled(story, "01-21", "01-24")
    opening.planned(story, "01-25", "01-26", "01-27", extension)


def u03(story: Story) -> None:
    """A pilot unit, through its first stage."""
    opening.entered(story, "12-20")
    opening.profiled(story, "12-21", "12-22")
    opening.planned(story, "12-27", "12-28", "12-30", "docx")
    vague = findings.issued(story, "vague-analysis", "12-31")
    vague = findings.acknowledged(story, vague, "vague-analysis", "01-04")
    study.mobilised(story, "01-05")
    study.studied(
        story,
        [
            whole_day("01-11", discussion=True),
            whole_day("01-12"),
            whole_day("01-18", discussion=True),
            whole_day("01-19"),
            whole_day("01-25", discussion=True),
            whole_day("01-26"),
            Session("02-01", 240, discussion=True),
            Session("02-03", 180),
        ],
    )
    findings.closed(story, vague, "vague-analysis", "02-15", "02-16")
    study.leaders_studied(story, "02-17", "02-21")
    own = findings.issued(story, "own-requirements", "02-22")
    findings.adopted(story, own, "02-23")
    judging.inspected(story, "02-24")
    judging.passed(story, "02-25")
    leaving.looked_back(story, "02-28")
    request = leaving.requested(story, "02-28", "03-01")
    review = leaving.recommended(story, request, "03-04")
    leaving.approved(story, review, "03-08")


def u07(story: Story) -> None:
    """Short of everything that is counted: 31 hours, 4 days, 2 discussions, declared as verified."""
    opened(story, "pdf")
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
    findings.issued(story, "short-of-study", "03-04")
    notes = findings.issued(story, "copied-notes", "03-07")
    findings.acknowledged(story, notes, "copied-notes", "03-08")
    findings.issued(story, "report-and-discussion", "03-08")
    findings.issued(story, "asked-too-early", "03-09")


def u08(story: Story) -> None:
    """Asks to leave the stage on its own figures: 42 hours, 5 days, 3 discussions; the team has verified none."""
    opened(story, "docx")
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
    attendance = findings.issued(story, "attendance-only", "03-07")
    findings.acknowledged(story, attendance, "attendance-only", "03-08")
    leaving.looked_back(story, "03-08")
    leaving.requested(story, "03-08", "03-09")


def u09(story: Story) -> None:
    """Recommended by its team; the review lies before the leading group."""
    opened(story, "pdf")
    study.mobilised(story, "01-28")
    study.studied(
        story,
        [
            whole_day("01-31", discussion=True),
            whole_day("02-01"),
            whole_day("02-02", discussion=True),
            whole_day("02-16"),
            whole_day("02-17", discussion=True),
            whole_day("02-18"),
            Session("02-21", 240, discussion=True),
            Session("02-22", 240),
        ],
    )
    reading = findings.issued(story, "reading-aloud", "02-23")
    reading = findings.acknowledged(story, reading, "reading-aloud", "02-24")
    study.leaders_studied(story, "02-24", "02-25")
    findings.closed(story, reading, "reading-aloud", "02-26", "02-28")
    judging.inspected(story, "03-01")
    judging.passed(story, "03-02")
    leaving.looked_back(story, "03-03")
    request = leaving.requested(story, "03-04", "03-07")
    leaving.recommended(story, request, "03-09")


def u10(story: Story) -> None:
    """Declared 41 hours, 5 days, 3 discussions; the team counts 34 and 4, and returns the request."""
    opened(story, "docx")
    study.mobilised(story, "01-28")
    study.studied(
        story,
        [
            whole_day("02-01", discussion=True),
            whole_day("02-03"),
            whole_day("02-17", discussion=True),
            whole_day("02-18"),
            Session("02-22", 220, verified=100),
            whole_day("02-24", verified=180),
            Session("02-25", 220, discussion=True),
            Session("02-26", 220, verified=100),
        ],
    )
    study.leaders_studied(story, "02-28", "03-02")
    leaving.looked_back(story, "03-03")
    request = leaving.requested(story, "03-03", "03-04")
    judging.inspected(story, "03-04", poor_notes=True)
    findings.issued(story, "members-away", "03-07")
    judging.not_passed(story, "03-08", "03-25")
    findings.issued(story, "extend-by-ten-days", "03-09")
    leaving.returned(story, request, "03-09")


def u15(story: Story) -> None:
    """The plan has passed, with a suggestion; all the rest is left to whoever tries the demo."""
    opened(story, "docx")
    findings.issued(story, "division-of-labour", "01-28")


STORIES: Mapping[str, Callable[[Story], None]] = {
    "U03": u03,
    "U07": u07,
    "U08": u08,
    "U09": u09,
    "U10": u10,
    "U15": u15,
}
