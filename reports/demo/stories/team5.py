"""The fifth team: colleges, a hospital and the library, from the first stage to the last review."""

from collections.abc import Iterator

from reports.demo import appraisal, findings, improvement, judging, leaving, mending, opening, pilots, study
from reports.demo.story import Story
from reports.demo.study import Session, whole_day
from stages.enums import Adoption
from units.enums import SolicitingMethod


def u17(story: Story) -> Iterator[str]:
    """Through its second stage; the review lies before the leading group."""
    yield from pilots.first_stage(story, "10-11")
    pilots.solicited(story, "12-06")
    appraisal.talked(story, "12-22")
    appraisal.self_analysed(story, "12-28")
    appraisal.sampled(story, "12-31")
    findings.issued(story, "01-03", 25, 27)
    judging.judged(story, judging.ANALYSIS, "01-04")
    findings.answered(story, "01-05", 27)
    findings.acknowledged(story, "01-06", 25)
    findings.closed(story, "01-26", "01-28", 25)
    pilots.criticised(story, "02-14")
    findings.issued(story, "02-28", 33)
    findings.answered(story, "03-01", 33, Adoption.PARTLY)
    leaving.looked_back(story, "03-02")
    request = leaving.requested(story, "03-02", "03-04")
    yield "03-08"
    leaving.recommended(story, request, "03-08")


def u18(story: Story) -> Iterator[str]:
    """Studying; a measure waits to be verified."""
    yield from opening.opened(story, "docx")
    study.mobilised(story, "01-28")
    study.studied(
        story,
        [
            whole_day("02-01", discussion=True),
            whole_day("02-03"),
            whole_day("02-21", discussion=True),
            whole_day("02-23"),
        ],
    )
    findings.issued(story, "02-25", 8, 13)
    findings.answered(story, "02-28", 13)
    findings.acknowledged(story, "03-01", 8)
    study.studied(story, [Session("03-04", 240, discussion=True)], verified=False)
    yield "03-08"
    findings.reported(story, "03-09", 8)


def u19(story: Story) -> Iterator[str]:
    """Soliciting opinions: one finding was withdrawn, another amended after a dispute."""
    yield from pilots.first_stage(story, "12-06")
    appraisal.solicited(story, SolicitingMethod.OPINION_FORM, "02-01")
    appraisal.solicited(story, SolicitingMethod.SUGGESTION_BOX, "02-03")
    findings.issued(story, "02-16", 17)
    findings.withdrawn(story, "02-18", 17)
    findings.issued(story, "02-22", 20)
    findings.disputed(story, "02-24", 20)
    findings.amended(story, "03-01", 20)
    appraisal.solicited(story, SolicitingMethod.SYMPOSIUM, "03-04", verified=False)


def u20(story: Story) -> Iterator[str]:
    """Through its third stage: the team makes the completion review."""
    yield from pilots.first_stage(story, "09-13")
    yield from pilots.second_stage(story, "11-08")
    mending.planned(story, "01-10", "01-12", "01-14")
    findings.issued(story, "02-01", 37)
    findings.acknowledged(story, "02-03", 37)
    mending.mended(story, "02-21", "02-22")
    findings.closed(story, "02-23", "02-24", 37)
    improvement.finished(story, "02-25")
    leaving.looked_back(story, "03-07")
    yield "03-08"
    leaving.requested(story, "03-08", "03-09")


STORIES = {"U17": u17, "U18": u18, "U19": u19, "U20": u20}
