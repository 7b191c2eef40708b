"""What the team judges and the leading group decides."""

from stages.models.collective import CollectiveDecision
from stages.models.finding import Finding, Rectification
from stages.models.gate import (
    GateAssessment,
    GateAssessmentItem,
    MakeUpTask,
    StudyInspection,
    StudyInspectionItem,
)
from stages.models.plan_review import PlanReview, PlanReviewItem
from stages.models.run import StageRun
from stages.models.template import Criterion, Gate, Stage, StageSchedule, Template
from stages.models.transition import (
    Decision,
    LookBack,
    LookBackItem,
    ReturnItem,
    TeamReview,
    TeamReviewItem,
    TransitionRequest,
)

__all__ = [
    "CollectiveDecision",
    "Criterion",
    "Decision",
    "Finding",
    "Gate",
    "GateAssessment",
    "GateAssessmentItem",
    "LookBack",
    "LookBackItem",
    "MakeUpTask",
    "PlanReview",
    "PlanReviewItem",
    "Rectification",
    "ReturnItem",
    "Stage",
    "StageRun",
    "StageSchedule",
    "StudyInspection",
    "StudyInspectionItem",
    "TeamReview",
    "TeamReviewItem",
    "Template",
    "TransitionRequest",
]
