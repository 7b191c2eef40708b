"""The first team: two units in the second stage, one that has just come into it, one whose plan was returned."""

from collections.abc import Iterator

from reports.demo import appraisal, findings, judging, leaving, opening, pilots, study
from reports.demo.story import Story
from reports.demo.study import Session, whole_day
from units.enums import SolicitingMethod


def u01(story: Story) -> Iterator[str]:
    """Before the democratic-life meeting, at which the team is to give guidance."""
    yield from pilots.first_stage(story, "11-08")
    pilots.solicited(story, "01-04")
    pilots.analysed(story, "01-20")
    appraisal.branches_met(story, "02-22", branches=story.unit.branches - 3)
    findings.issued(story, "02-25", 29, 31, 32)
    findings.answered(story, "02-28", 32)
    findings.acknowledged(story, "03-01", 29)
    findings.acknowledged(story, "03-01", 31)
    appraisal.selected_for_guidance(story, "03-02")
    appraisal.branches_met(story, "03-03", branches=3, title="last_branches")
    findings.closed(story, "03-04", "03-07", 31)


def u02(story: Story) -> Iterator[str]:
    """Opinions were not solicited widely enough: the second gate is not passed."""
    yield from pilots.first_stage(story, "11-20")
    appraisal.solicited(story, SolicitingMethod.OPINION_FORM, "01-17")
    findings.issued(story, "01-28", 16)
    findings.acknowledged(story, "01-31", 16)
    appraisal.solicited(story, SolicitingMethod.SYMPOSIUM, "02-17")
    findings.closed(story, "02-18", "02-22", 16)
    findings.issued(story, "02-23", 18, 19)
    findings.disputed(story, "02-24", 18)
    findings.acknowledged(story, "02-25", 19)
    findings.upheld(story, "02-28", 18)
    judging.judged(story, judging.SOLICITING, "03-02")


def u03(story: Story) -> Iterator[str]:
    """A pilot unit, through its first stage two days ago."""
    yield from opening.entered(story, "12-20")
    opening.profiled(story, "12-21", "12-22")
    opening.planned(story, "12-27", "12-28", "12-30", "docx")
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
    study.leaders_studied(story, "02-17", "02-21")
    judging.inspected(story, "02-24")
    judging.judged(story, judging.STUDY, "02-25")
    leaving.looked_back(story, "02-28")
    request = leaving.requested(story, "02-28", "03-01")
    review = leaving.recommended(story, request, "03-04")
    yield "03-08"
    leaving.approved(story, review, "03-08")


def u04(story: Story) -> Iterator[str]:
    """The plan was returned; its second version is being written."""
    yield from opening.entered(story, "02-21")
    opening.profiled(story, "02-22", "02-23")
    version = opening.submitted(story, "02-25", "02-28", "docx")
    findings.issued(story, "03-03", 1, 2)
    opening.returned(story, version, "03-03")
    findings.acknowledged(story, "03-07", 1)
    yield "03-08"
    opening.mended(story, "03-08")


STORIES = {"U01": u01, "U02": u02, "U03": u03, "U04": u04}
