"""What is supervised, and what it supplies."""

from units.models.activity import Activity, ActivityFigure
from units.models.case import Assignment, Case
from units.models.document import Document, DocumentPage, NumberSeries
from units.models.files import CaseFile
from units.models.plan import Plan, PlanOmission, PlanProblem, PlanRemark, PlanVersion
from units.models.todo import Todo
from units.models.unit import HomeUnit, Unit, UnitMembership

__all__ = [
    "Activity",
    "ActivityFigure",
    "Assignment",
    "Case",
    "CaseFile",
    "Document",
    "DocumentPage",
    "HomeUnit",
    "NumberSeries",
    "Plan",
    "PlanOmission",
    "PlanProblem",
    "PlanRemark",
    "PlanVersion",
    "Todo",
    "Unit",
    "UnitMembership",
]
