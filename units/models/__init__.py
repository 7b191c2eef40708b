"""What is supervised, and what it supplies."""

from units.models.activity import Activity, ActivityFigure
from units.models.case import Assignment, Case
from units.models.delegation import Division, UnitDelegation
from units.models.document import Document, DocumentOriginal, DocumentPage, NumberSeries
from units.models.files import CaseFile
from units.models.filing import Filed
from units.models.opinions import OpinionSummary
from units.models.plan import Plan, PlanOmission, PlanProblem, PlanRemark, PlanVersion
from units.models.regulation import RegulationOutput
from units.models.todo import Todo
from units.models.unit import HomeUnit, Unit, UnitMembership

__all__ = [
    "Activity",
    "ActivityFigure",
    "Assignment",
    "Case",
    "CaseFile",
    "Division",
    "Document",
    "DocumentOriginal",
    "DocumentPage",
    "Filed",
    "HomeUnit",
    "NumberSeries",
    "OpinionSummary",
    "Plan",
    "PlanOmission",
    "PlanProblem",
    "PlanRemark",
    "PlanVersion",
    "RegulationOutput",
    "Todo",
    "Unit",
    "UnitDelegation",
    "UnitMembership",
]
