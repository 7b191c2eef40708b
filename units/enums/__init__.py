"""The closed vocabularies of what is supervised and what it supplies."""

from units.enums.activities import (
    ActivityKind,
    ActivityState,
    CheckChoice,
    Measure,
    OpinionSource,
    Organiser,
    Quantity,
    SolicitingMethod,
)
from units.enums.acts import Act
from units.enums.notices import NoticeKind
from units.enums.papers import DocumentKind, DocumentState, FileSide, PlanKind, PlanState, RegulationChange
from units.enums.people import Party, UnitKind, UnitRole
from units.enums.problems import THE_FIVE_CATEGORIES, ProblemCategory, SubjectLevel
from units.enums.todos import TODO_RANKS, TodoKind

__all__ = [
    "Act",
    "ActivityKind",
    "ActivityState",
    "CheckChoice",
    "DocumentKind",
    "DocumentState",
    "FileSide",
    "Measure",
    "NoticeKind",
    "OpinionSource",
    "Organiser",
    "Party",
    "PlanKind",
    "PlanState",
    "ProblemCategory",
    "Quantity",
    "RegulationChange",
    "SolicitingMethod",
    "SubjectLevel",
    "THE_FIVE_CATEGORIES",
    "TODO_RANKS",
    "TodoKind",
    "UnitKind",
    "UnitRole",
]
