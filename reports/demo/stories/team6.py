"""The sixth team: enterprises and others; one case is closed already."""

from collections.abc import Iterator

from reports.demo import appraisal, findings, improvement, judging, leaving, mending, opening, pilots, study
from reports.demo.days import counted_from
from reports.demo.story import Story
from reports.demo.study import Session, whole_day
from stages.enums import Adoption
from units.enums import SolicitingMethod


def u21(story: Story) -> Iterator[str]:
    """The democratic-life meeting was too gentle, and is to be held again."""
    yield from pilots.first_stage(story, "11-24")
    appraisal.solicited(story, SolicitingMethod.OPINION_FORM, "01-17")
    appraisal.solicited(story, SolicitingMethod.SYMPOSIUM, "01-20")
    findings.issued(story, "01-24", 21)
    findings.answered(story, "01-26", 21, Adoption.NOT_ADOPTED)
    appraisal.solicited(story, SolicitingMethod.GRASSROOTS_VISIT, "01-27")
    appraisal.heard(story, "01-29")
    judging.judged(story, judging.SOLICITING, "01-31")
    pilots.analysed(story, "02-02")
    appraisal.branches_met(story, "02-17")
    appraisal.leaders_met(story, "02-22")
    findings.issued(story, "02-25", 30)
    findings.acknowledged(story, "02-28", 30)


def u22(story: Story) -> Iterator[str]:
    """The mended plan lies before the team."""
    yield from opening.entered(story, "02-22")
    opening.profiled(story, "02-23", "02-24")
    version = opening.submitted(story, "02-25", "02-28", "docx")
    findings.issued(story, "03-02", 3, 4)
    opening.returned(story, version, "03-02")
    findings.acknowledged(story, "03-03", 3)
    findings.acknowledged(story, "03-03", 4)
    version = opening.mended(story, "03-07")
    yield "03-08"
    opening.submitted_again(story, version, "03-08")
    findings.reported(story, "03-08", 3)


def u23(story: Story) -> Iterator[str]:
    """Studying, while a reform of the house makes the situation complex: its profile says so."""
    yield from opening.opened(story, "docx")
    study.mobilised(story, "01-31")
    study.studied(story, [whole_day("02-03", discussion=True), whole_day("02-18"), Session("02-24", 180)])


def u24(story: Story) -> Iterator[str]:
    """Through all three stages: the public was asked, and the case is closed."""
    first = "09-06"
    yield from pilots.studied(story, first)
    findings.recommended(story, counted_from(first)(42), 6)
    yield from leaving.left(story, counted_from(first)(43))
    yield from pilots.second_stage(story, "11-01")
    mending.planned(story, "01-05", "01-07", "01-11")
    mending.mended(story, "01-24", "01-26")
    improvement.finished(story, "01-27")
    findings.recommended(story, "02-08", 42)
    yield from leaving.left(story, "02-15")


STORIES = {"U21": u21, "U22": u22, "U23": u23, "U24": u24}
