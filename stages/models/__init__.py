"""What the team judges and the leading group decides."""

from stages.models.collective import CollectiveDecision
from stages.models.extension import Extension
from stages.models.finding import Finding, FindingAmendment, FindingRemark, Rectification
from stages.models.gate import (
    GateAssessment,
    GateAssessmentItem,
    MakeUpTask,
    StudyInspection,
    StudyInspectionItem,
)
from stages.models.guidance import OnSiteGuidance
from stages.models.plan_review import PlanReview, PlanReviewItem
from stages.models.run import StageRun
from stages.models.sampling import SelfAnalysisSampling
from stages.models.survey import Survey
from stages.models.template import Criterion, Gate, Stage, StageSchedule, Template
from stages.models.transition import (
    Decision,
    LookBack,
    LookBackItem,
    ReturnItem,
    Revocation,
    TeamReview,
    TeamReviewItem,
    TransitionRequest,
)

__all__ = [
    "CollectiveDecision",
    "Criterion",
    "Decision",
    "Extension",
    "Finding",
    "FindingAmendment",
    "FindingRemark",
    "Gate",
    "GateAssessment",
    "GateAssessmentItem",
    "LookBack",
    "LookBackItem",
    "MakeUpTask",
    "OnSiteGuidance",
    "PlanReview",
    "PlanReviewItem",
    "Rectification",
    "ReturnItem",
    "Revocation",
    "SelfAnalysisSampling",
    "Stage",
    "StageRun",
    "StageSchedule",
    "StudyInspection",
    "StudyInspectionItem",
    "Survey",
    "TeamReview",
    "TeamReviewItem",
    "Template",
    "TransitionRequest",
]
