"""Findings on their way from the draft to the close, built through the services."""

import uuid
from datetime import date, timedelta

from stages.enums import Adoption, FindingKind, FindingScope, Matter
from stages.models import Finding, Rectification
from stages.services import findings, rectifications
from stages.services.findings import FindingGiven
from stages.services.measures import MeasureGiven
from teams import clock
from tests.cast import Cast
from tests.stages.building_gates import collective
from tests.stages.building_plans import entered
from units.models import Case

TEXT = "征求意见表设有署名栏，不利于群众讲真话。"
ADVICE = "取消署名栏，改为无记名填写。"
CAUSE = "对征求意见的方法研究不够。"


def given(**changes) -> FindingGiven:
    """A problem against the plan, seen today, with advice."""
    return FindingGiven(
        **{"kind": FindingKind.PROBLEM, "text": TEXT, "advice": ADVICE, "observed_on": clock.today()} | changes
    )


def measure(**changes) -> MeasureGiven:
    """A measure with all that leaves OPEN behind."""
    return MeasureGiven(
        **{
            "measure": "重新印发无记名征求意见表。",
            "responsible": "先教办",
            "due_on": clock.today() + timedelta(days=10),
            "quality_requirement": "覆盖全部支部，不留署名。",
        }
        | changes
    )


def drafted(case: Case, cast: Cast, *, by=None, photos=(), client_uuid=None, **changes) -> Finding:
    """In the team's hands; the case enters if it has not."""
    if case.entered_on is None:
        entered(case, cast)
    return findings.draft_finding(
        case_id=case.pk,
        client_uuid=client_uuid or uuid.uuid4(),
        given=given(**changes),
        photos=photos,
        acting_user=by or cast.member,
    )


def set_aside(case: Case, cast: Cast, **changes) -> Finding:
    """A draft that is not pursued."""
    draft = drafted(case, cast, **changes)
    return findings.set_aside_draft(
        finding_id=draft.pk, expected_version=draft.version, reason="与另一条重复。", acting_user=cast.member
    )


def issued(case: Case, cast: Cast, **changes) -> Finding:
    """In the unit's hands."""
    draft = drafted(case, cast, **changes)
    return findings.issue_finding(finding_id=draft.pk, expected_version=draft.version, acting_user=cast.leader)


def suggested(case: Case, cast: Cast, **changes) -> Finding:
    """A suggestion, issued."""
    return issued(case, cast, kind=FindingKind.SUGGESTION, advice="", **changes)


def answered(case: Case, cast: Cast, adoption=Adoption.ADOPTED, answer="", **changes) -> Finding:
    """A suggestion with the unit's answer."""
    finding = suggested(case, cast, **changes)
    return findings.answer_suggestion(
        finding_id=finding.pk,
        expected_version=finding.version,
        adoption=adoption,
        answer=answer,
        acting_user=cast.secretary,
    )


def acknowledged(case: Case, cast: Cast, *, measures=None, **changes) -> Finding:
    """A problem with the unit's measures."""
    finding = issued(case, cast, **changes)
    return findings.acknowledge_finding(
        finding_id=finding.pk,
        expected_version=finding.version,
        measures=measures or [measure()],
        acting_user=cast.secretary,
    )


def disputed(case: Case, cast: Cast, **changes) -> Finding:
    """A problem that the unit disputes."""
    finding = issued(case, cast, **changes)
    return findings.dispute_finding(
        finding_id=finding.pk,
        expected_version=finding.version,
        reason="该表为外单位印制，并非我单位所用。",
        acting_user=cast.secretary,
    )


def planned(case: Case, cast: Cast, **changes) -> Rectification:
    """The one measure, in progress, of a problem that has been acknowledged."""
    return acknowledged(case, cast, measures=[measure(**changes)]).rectifications.get()


def reported(case: Case, cast: Cast, *, rectification: Rectification | None = None, files=()) -> Rectification:
    """A measure that the unit says is carried out."""
    rectification = rectification or planned(case, cast)
    return rectifications.report(
        rectification_id=rectification.pk,
        expected_version=rectification.version,
        result="已重新印发，收回六十二份。",
        files=files,
        acting_user=cast.liaison,
    )


def verified(case: Case, cast: Cast, **built) -> Rectification:
    """A measure that the team has struck off."""
    rectification = reported(case, cast, **built)
    return rectifications.verify(
        rectification_id=rectification.pk, expected_version=rectification.version, acting_user=cast.member
    )


def closed(case: Case, cast: Cast, **changes) -> Finding:
    """A problem that is solved: its measure verified, its cause written."""
    finding = acknowledged(case, cast, **changes)
    verified(case, cast, rectification=finding.rectifications.get())
    return findings.close_finding(
        finding_id=finding.pk, expected_version=finding.version, cause=CAUSE, acting_user=cast.leader
    )


def late_by_a_day() -> date:
    """The day after the deadline of `measure()`."""
    return clock.today() + timedelta(days=11)


def shared(case: Case, cast: Cast, **changes) -> Finding:
    """A draft on which views are exchanged with the unit."""
    draft = drafted(case, cast, **changes)
    return findings.share_draft(finding_id=draft.pk, expected_version=draft.version, acting_user=cast.leader)


def remarked(finding: Finding, who, text="登记表已停用，请予核实。") -> Finding:
    """With a word of this person in its thread."""
    findings.write_remark(finding_id=finding.pk, text=text, acting_user=who)
    finding.refresh_from_db()
    return finding


def sent_back(case: Case, cast: Cast, **changes) -> Finding:
    """A draft that the leader returned to its author."""
    draft = drafted(case, cast, **changes)
    return findings.send_back_draft(
        finding_id=draft.pk, expected_version=draft.version, note="写明涉及几个支部。", acting_user=cast.leader
    )


def outside(case: Case, cast: Cast, **changes) -> Finding:
    """A note on what is the unit's own affair."""
    return drafted(case, cast, scope=FindingScope.OUTSIDE, **changes)


def exemplar(case: Case, cast: Cast, **changes) -> Finding:
    """A draft of an exemplar, complete."""
    return drafted(
        case,
        cast,
        **{
            "kind": FindingKind.EXEMPLAR,
            "text": "流动党员网上报到，支部逐人联系。",
            "advice": "",
            "origin": "石桥镇党委",
            "effect": "参学率由七成升至九成半。",
        }
        | changes,
    )


def recommended(case: Case, cast: Cast, **changes) -> Finding:
    """An exemplar that the team recommends."""
    draft = exemplar(case, cast, **changes)
    return findings.recommend_exemplar(
        finding_id=draft.pk,
        expected_version=draft.version,
        collective_decision_id=collective(case, cast, Matter.EXEMPLAR).pk,
        acting_user=cast.leader,
    )


def upheld(case: Case, cast: Cast, **changes) -> Finding:
    """A disputed problem that stands."""
    finding = disputed(case, cast, **changes)
    return findings.uphold_finding(
        finding_id=finding.pk, expected_version=finding.version, answer="经复核属实。", acting_user=cast.leader
    )


def amended(case: Case, cast: Cast, text="征求意见表有两个支部设署名栏。", **changes) -> Finding:
    """A disputed problem in other words."""
    finding = disputed(case, cast, **changes)
    return findings.amend_finding(
        finding_id=finding.pk,
        expected_version=finding.version,
        text=text,
        advice=finding.advice,
        answer="经复核，仅两个支部如此。",
        acting_user=cast.leader,
    )


def reopened(case: Case, cast: Cast, **changes) -> Finding:
    """A closed problem that rebounded."""
    finding = closed(case, cast, **changes)
    return findings.reopen_finding(
        finding_id=finding.pk, expected_version=finding.version, reason="两个支部又用了旧表。", acting_user=cast.leader
    )
