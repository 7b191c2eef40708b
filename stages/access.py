"""Getters that are the permission check for what the team judges; every row is fetched through its case."""

from django.http import Http404

from stages.models import (
    Extension,
    Finding,
    Gate,
    GateAssessment,
    MakeUpTask,
    OnSiteGuidance,
    Rectification,
    SelfAnalysisSampling,
    Survey,
    TransitionRequest,
)
from stages.selectors.gates import judged_rounds, make_up_tasks_of
from stages.selectors.template import template_of
from teams.models import User
from units.access import get_case
from units.models import Case
from units.selectors import standing_of


def get_transition_request(user: User, case_id: int, request_id: int) -> TransitionRequest:
    """A transition request of a visible case; only the unit sees its own draft."""
    case = get_case(user, case_id)
    request = (
        TransitionRequest.objects.filter(pk=request_id, run__case=case)
        .select_related(
            "run__stage__template",
            "run__look_back",
            "submitted_by",
            "filed_for",
            "resolution_scan__file",
            "review__document__file",
            "review__collective_decision__meeting",
            "decision__reply",
        )
        .first()
    )
    if request is None or (request.submitted_at is None and not standing_of(user, case).is_unit):
        raise Http404
    request.run.case = case
    return request


def get_extension(user: User, case_id: int, extension_id: int) -> Extension:
    """An asking for longer time of a visible case: both sides know all of them."""
    case = get_case(user, case_id)
    extension = (
        Extension.objects.filter(pk=extension_id, run__case=case)
        .select_related("run__stage", "asked_by", "opined_by", "decided_by")
        .first()
    )
    if extension is None:
        raise Http404
    extension.run.case = case
    return extension


def get_finding(user: User, case_id: int, finding_id: int) -> Finding:
    """A finding of a visible case; of the team's drafts the unit sees those that are shared with it (row 45)."""
    case = get_case(user, case_id)
    finding = (
        Finding.objects.filter(pk=finding_id, case=case)
        .select_related("gate", "drafted_by", "issued_by", "acknowledged_by", "closed_by", "shared_by", "recurrence_of")
        .first()
    )
    if finding is None or (not finding.is_known_to_unit and standing_of(user, case).is_unit):
        raise Http404
    finding.case = case
    return finding


def get_rectification(user: User, case_id: int, rectification_id: int) -> Rectification:
    """A measure of a visible case."""
    case = get_case(user, case_id)
    rectification = (
        Rectification.objects.filter(pk=rectification_id, case=case)
        .select_related("finding__gate", "plan_problem__plan_version__plan", "reported_by", "checked_by")
        .first()
    )
    if rectification is None:
        raise Http404
    rectification.case = case
    if rectification.finding is not None:
        rectification.finding.case = case
    return rectification


def get_gate(user: User, case_id: int, gate_id: int) -> tuple[Case, Gate]:
    """A gate of the template under which a visible case stands, and the case; the transition has pages of its own."""
    case = get_case(user, case_id)
    template = template_of(case)
    gate = template.gates.filter(pk=gate_id, is_transition=False).select_related("stage").first() if template else None
    if gate is None:
        raise Http404
    return case, gate


def get_sampling(user: User, case_id: int, sampling_id: int) -> SelfAnalysisSampling:
    """Self-analyses read on the spot: the team's own record, of which the unit does not know."""
    case = get_case(user, case_id)
    sampling = SelfAnalysisSampling.objects.filter(pk=sampling_id, case=case).first()
    if sampling is None or standing_of(user, case).is_unit:
        raise Http404
    sampling.case = case
    return sampling


def get_guidance(user: User, case_id: int, guidance_id: int) -> OnSiteGuidance:
    """A selection for guidance of a visible case: both sides know of it."""
    case = get_case(user, case_id)
    guidance = OnSiteGuidance.objects.filter(pk=guidance_id, case=case).first()
    if guidance is None:
        raise Http404
    guidance.case = case
    return guidance


def get_survey(user: User, case_id: int, survey_id: int) -> Survey:
    """A survey of a visible case: both sides know its counts."""
    case = get_case(user, case_id)
    survey = Survey.objects.filter(pk=survey_id, run__case=case).select_related("run").first()
    if survey is None:
        raise Http404
    survey.run.case = case
    return survey


def get_assessment(user: User, case_id: int, assessment_id: int) -> GateAssessment:
    """One round of a gate of a visible case: both sides know all of them."""
    case = get_case(user, case_id)
    assessment = judged_rounds().filter(pk=assessment_id, case=case).select_related("gate__stage").first()
    if assessment is None:
        raise Http404
    assessment.case = case
    return assessment


def get_make_up_task(user: User, case_id: int, task_id: int) -> MakeUpTask:
    """A make-up task of a visible case: both sides know all of them."""
    case = get_case(user, case_id)
    task = make_up_tasks_of(case).select_related("answered_by", "checked_by").filter(pk=task_id).first()
    if task is None:
        raise Http404
    task.case = case
    return task
