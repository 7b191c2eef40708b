"""The snapshot of the transition review (转段审查报告); its shape is described in docs/documents.md."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from stages.enums import RectificationState
from stages.models import (
    Finding,
    GateAssessment,
    LookBack,
    MakeUpTask,
    Rectification,
    TeamReview,
    TeamReviewItem,
    TransitionRequest,
)
from stages.selectors.blockers import askings
from stages.selectors.template import stage_after
from stages.snapshots.acting import filed_of, meeting_of, reviewer_of
from stages.snapshots.outcomes import outcome_of
from units.enums import ActivityKind, ActivityState, Measure, PlanKind, PlanState, SubjectLevel
from units.models import Activity, Assignment, Case, PlanVersion

Snapshot = dict[str, Any]


def review_title(request: TransitionRequest) -> str:
    """The document's title, in Chinese as documents are."""
    with translation.override("zh-hans"):
        return _("Review of the %(transition)s of %(unit)s") % {
            "transition": request.run.stage.transition,
            "unit": request.run.case.unit.name,
        }


def review_snapshot(request: TransitionRequest, review: TeamReview, items: Sequence[TeamReviewItem]) -> Snapshot:
    """Everything the director decides on, as it stands at the review."""
    with translation.override("zh-hans"):
        return _snapshot(request, review, items)


def _snapshot(request: TransitionRequest, review: TeamReview, items: Sequence[TeamReviewItem]) -> Snapshot:
    run, case = request.run, request.run.case
    campaign = case.batch.campaign
    team = Assignment.live.select_related("team").get(case=case).team
    following = stage_after(run.stage)
    return {
        "kind": "TRANSITION_REVIEW",
        "campaign": campaign.name,
        "batch": case.batch.name,
        "stage": {"number": run.stage.number, "name": run.stage.name},
        "next_stage": {"number": following.number, "name": following.name} if following else None,
        "round": request.round,
        "team": team.name,
        "unit": _unit(case),
        "addressee": campaign.leading_group,
        "dates": {
            "entered_on": case.entered_on,
            "submitted_on": _day(request.submitted_at),
            "reviewed_on": _day(review.reviewed_at),
        },
        "request": {
            "paper_number": request.paper_number,
            "sections": _sections(request),
            "filed": filed_of(request),
        },
        "plan": _plan(case),
        "mobilisation": _mobilisation(case),
        "quantities": _quantities(request),
        "gates": [_gate(assessment) for assessment in _latest_assessments(request)],
        "exit_items": [
            {
                "group": item.criterion.group,
                "wording": item.criterion.wording,
                "answer": item.answer,
                "note": item.note,
            }
            for item in items
        ],
        "look_back": _look_back(request),
        "findings": [_finding(finding) for finding in _findings(case)],
        "rectification_plan": _rectification_plan(case),
        "make_up": [_task(task) for task in _tasks(case)],
        "rounds": [_round(earlier) for earlier in _earlier_rounds(request)],
        "remaining": review.remaining or request.remaining,
        "meeting": meeting_of(review),
        "opinion": review.opinion,
        "verdict": review.verdict,
        "reviewer": reviewer_of(team, review),
    }


def _day(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None


def _unit(case: Case) -> Snapshot:
    return {
        "code": case.unit.code,
        "name": case.unit.name,
        "members": case.members_total,
        "branches": case.branches,
        "leaders": case.leaders,
        "secretary_title": case.unit.secretary_title,
    }


def _sections(request: TransitionRequest) -> list[Snapshot]:
    parts = (
        (_("Situation"), request.situation),
        (_("What was done"), request.practice),
        (_("First results"), request.results),
        (_("Shortcomings and next steps"), request.remaining),
        (_("The committee's resolution"), request.resolution),
    )
    return [{"heading": heading, "text": text} for heading, text in parts]


def _passed(case: Case, kind: PlanKind) -> PlanVersion | None:
    return PlanVersion.objects.filter(plan__case=case, plan__kind=kind, state=PlanState.PASSED).first()


def _plan(case: Case) -> Snapshot | None:
    version = _passed(case, PlanKind.IMPLEMENTATION)
    if version is None:
        return None
    return {
        "version": version.number,
        "passed_on": _day(version.reviewed_at),
        "problems": [
            {"category": problem.category, "text": problem.text, "measure": problem.measure}
            for problem in version.problems.all()
        ],
    }


def _rectification_plan(case: Case) -> Snapshot | None:
    """Its measures as the ledger has them: how many at each level, and how many are struck off (rows 79, 80)."""
    version = _passed(case, PlanKind.RECTIFICATION)
    if version is None:
        return None
    measures = Rectification.objects.filter(plan_problem__plan_version=version).values_list("level", "state")
    levels = [level for level, _state in measures]
    return {
        "version": version.number,
        "passed_on": _day(version.reviewed_at),
        "leadership": levels.count(SubjectLevel.LEADERSHIP),
        "branch": levels.count(SubjectLevel.BRANCH),
        "verified": sum(1 for _level, state in measures if state == RectificationState.VERIFIED),
    }


def _mobilisation(case: Case) -> Snapshot | None:
    meeting = (
        Activity.objects.filter(case=case, kind=ActivityKind.MOBILISATION, state=ActivityState.VERIFIED)
        .prefetch_related("figures")
        .order_by("held_on")
        .first()
    )
    if meeting is None:
        return None
    attended = next((figure for figure in meeting.figures.all() if figure.measure == Measure.ATTENDED), None)
    return {"held_on": meeting.held_on, "attended": attended.verified if attended else None}


def _quantities(request: TransitionRequest) -> list[Snapshot]:
    return [
        {
            "wording": asking.criterion.wording,
            "unit": asking.figures.unit,
            "required": asking.figures.required,
            "declared": asking.figures.declared,
            "evidenced": asking.figures.evidenced,
            "verified": asking.figures.verified,
            "met": asking.figures.verified_suffices,
            "locked": asking.criterion.locked,
        }
        for asking in askings(request.run.case, request.run)
    ]


def _latest_assessments(request: TransitionRequest) -> list[GateAssessment]:
    latest: dict[int, GateAssessment] = {}
    for assessment in (
        GateAssessment.objects.standing()
        .filter(case=request.run.case, gate__stage=request.run.stage)
        .select_related("gate")
        .prefetch_related("items__criterion")
        .order_by("gate__order", "round")
    ):
        latest[assessment.gate_id] = assessment
    return list(latest.values())


def _gate(assessment: GateAssessment) -> Snapshot:
    return {
        "name": assessment.gate.name,
        "round": assessment.round,
        "verdict": assessment.verdict,
        "assessed_on": _day(assessment.assessed_at),
        "items": [
            {"wording": item.criterion.wording, "answer": item.met, "note": item.note}
            for item in assessment.items.all()
        ],
    }


def _look_back(request: TransitionRequest) -> Snapshot | None:
    look_back = LookBack.objects.filter(run=request.run).prefetch_related("items__criterion").first()
    if look_back is None:
        return None
    return {
        "held_on": look_back.held_on,
        "summary": look_back.summary,
        "items": [
            {
                "wording": item.criterion.wording,
                "answer": item.in_order,
                "found": item.found,
                "made_up": item.made_up,
            }
            for item in look_back.items.all()
        ],
    }


def _findings(case: Case) -> QuerySet[Finding]:
    return Finding.objects.filter(case=case).issued().prefetch_related("rectifications").order_by("number")


def _finding(finding: Finding) -> Snapshot:
    return {
        "number": finding.number,
        "kind": finding.kind,
        "red_line": finding.red_line,
        "text": finding.text,
        "state": finding.state,
        "outcome": outcome_of(finding),
    }


def _tasks(case: Case) -> QuerySet[MakeUpTask]:
    return MakeUpTask.objects.filter(case=case).select_related("item__criterion")


def _task(task: MakeUpTask) -> Snapshot:
    return {
        "wording": task.item.criterion.wording,
        "measure": task.answer or task.demand,
        "due_on": task.due_on,
        "state": task.state,
        "cleared_on": _day(task.checked_at) if task.state == "CLEARED" else None,
    }


def _earlier_rounds(request: TransitionRequest) -> QuerySet[TransitionRequest]:
    return (
        TransitionRequest.objects.filter(run=request.run, round__lt=request.round, return_items__isnull=False)
        .distinct()
        .prefetch_related("return_items__criterion")
        .order_by("round")
    )


def _round(request: TransitionRequest) -> Snapshot:
    return {
        "round": request.round,
        "returned_by": "GROUP" if request.decided_at else "TEAM",
        "returned_on": _day(request.decided_at or request.reviewed_at),
        "items": [
            {
                "wording": item.criterion.wording if item.criterion else "",
                "remark": item.remark,
                "answer": item.answer,
            }
            for item in request.return_items.all()
        ],
    }
