"""The third team: cities; one before the leading group, one returned, one in the second stage, one with longer time."""

from collections.abc import Iterator

from reports.demo import extending, findings, judging, leaving, opening, pilots, study
from reports.demo.story import Story
from reports.demo.study import Session, whole_day


def u09(story: Story) -> Iterator[str]:
    """Recommended by its team; the review lies before the leading group."""
    yield from opening.opened(story, "pdf")
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
    study.leaders_studied(story, "02-24", "02-25")
    findings.recommended(story, "02-28", 15)
    judging.inspected(story, "03-01")
    judging.judged(story, judging.STUDY, "03-02")
    leaving.looked_back(story, "03-03")
    request = leaving.requested(story, "03-04", "03-07")
    yield "03-08"
    findings.recommended(story, "03-08", 45)
    leaving.recommended(story, request, "03-09")


def u10(story: Story) -> Iterator[str]:
    """Declared 41 hours, 5 days, 3 discussions; the team counts 34 and 4, and returns the request."""
    yield from opening.opened(story, "docx")
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
    findings.issued(story, "03-07", 9)
    yield "03-08"
    judging.judged(story, judging.STUDY, "03-08")
    findings.issued(story, "03-09", 44)
    leaving.returned(story, request, "03-09")


def u11(story: Story) -> Iterator[str]:
    """In the second stage, after self-analysis."""
    yield from pilots.first_stage(story, "11-15")
    pilots.solicited(story, "01-07")
    findings.recommended(story, "01-25", 23)
    pilots.analysed(story, "02-17")


def u12(story: Story) -> Iterator[str]:
    """Flood relief interrupts the study: the first stage is given longer time."""
    yield from opening.opened(story, "docx")
    study.mobilised(story, "01-28")
    study.studied(story, [whole_day("02-02", discussion=True), whole_day("02-16"), Session("02-18", 240)])
    extending.asked(story, "03-01", "03-31")
    extending.supported(story, "03-02")
    extending.permitted(story, "03-04", "03-31")


STORIES = {"U09": u09, "U10": u10, "U11": u11, "U12": u12}
