"""The closed vocabularies of what the team judges and the leading group decides."""

from stages.enums.acts import Act
from stages.enums.findings import (
    Adoption,
    FindingKind,
    FindingScope,
    FindingState,
    RectificationState,
    RedLine,
    RemarkPhase,
)
from stages.enums.gates import SETTLED_MAKE_UP, Adequacy, GateVerdict, Grade, GuidanceState, InspectionKind, MakeUpState
from stages.enums.notices import NoticeKind
from stages.enums.plans import PlanAnswer, PlanVerdict
from stages.enums.runs import ExtensionReason, ExtensionState, RunState, SurveyMethod
from stages.enums.template import Counted, CriterionKind, Subject
from stages.enums.todos import TODO_RANKS, TodoKind
from stages.enums.transitions import OPEN_REQUEST_STATES, ExitAnswer, Matter, Outcome, RequestState, ReviewVerdict

__all__ = [
    "Act",
    "Adequacy",
    "Adoption",
    "Counted",
    "CriterionKind",
    "ExitAnswer",
    "ExtensionReason",
    "ExtensionState",
    "FindingKind",
    "FindingScope",
    "FindingState",
    "GateVerdict",
    "Grade",
    "GuidanceState",
    "InspectionKind",
    "MakeUpState",
    "Matter",
    "NoticeKind",
    "OPEN_REQUEST_STATES",
    "Outcome",
    "PlanAnswer",
    "PlanVerdict",
    "RectificationState",
    "RedLine",
    "RemarkPhase",
    "RequestState",
    "ReviewVerdict",
    "RunState",
    "SETTLED_MAKE_UP",
    "Subject",
    "SurveyMethod",
    "TODO_RANKS",
    "TodoKind",
]
