"""What a rectification plan sets out to mend stands in the ledger of measures (整改台账) once the plan has passed."""

from __future__ import annotations

from typing import Any

from stages.enums import RectificationState, TodoKind
from stages.models import Rectification
from stages.rules.rectifications import WITH_THE_UNIT
from stages.services.finding_duties import key, place_rectification
from teams.transitions import touch
from units.models import Plan, PlanProblem, PlanVersion
from units.services import todos


def set_measures_of(version: PlanVersion) -> None:
    """A measure in progress for each problem of a version that has passed, with all that row 80 asks.

    A problem that an earlier version of the plan listed in the same words keeps the measure it had: what was reported
    or struck off stays so, what is in the unit's hands takes over the new version's terms. What the new version no
    longer lists stays on record and asks for nothing.
    """
    earlier = _measures_of(version.plan)
    for problem in version.problems.all():
        measure = earlier.pop(_words(problem), None)
        if measure is None:
            measure = Rectification.objects.create(
                case=version.plan.case,
                plan_problem=problem,
                state=RectificationState.IN_PROGRESS,
                **_terms(problem),
            )
        else:
            terms = _terms(problem) if measure.state in WITH_THE_UNIT else {}
            touch(measure, plan_problem=problem, **terms)
        measure.case, measure.plan_problem = version.plan.case, problem
        place_rectification(measure)


def lay_down_measures_of(version: PlanVersion) -> None:
    """The verdict that passed the plan is taken back: its measures ask for nothing until the plan passes again."""
    for measure in Rectification.objects.filter(plan_problem__plan_version=version):
        for kind in (TodoKind.RECTIFY, TodoKind.VERIFY_RECTIFICATION):
            todos.settle(version.plan.case, key(kind, measure))


def _measures_of(plan: Plan) -> dict[tuple[str, str, str], Rectification]:
    """The measures of earlier versions by the problem's words; of two with the same words the later stands."""
    measures = Rectification.objects.filter(plan_problem__plan_version__plan=plan).select_related("plan_problem")
    return {_words(each.plan_problem): each for each in measures if each.plan_problem is not None}


def _words(problem: PlanProblem) -> tuple[str, str, str]:
    return problem.level, problem.category, problem.text


def _terms(problem: PlanProblem) -> dict[str, Any]:
    return {
        "level": problem.level,
        "measure": problem.measure,
        "responsible": problem.responsible,
        "due_on": problem.due_on,
        "quality_requirement": problem.quality_requirement,
    }
