"""What an open stage leaves to the unit: to work towards the transition, and the plan that its gates ask for."""

from __future__ import annotations

from stages.enums import TodoKind
from stages.models import StageRun
from stages.selectors.template import asks_for_rectification_plan
from units.enums import Party, PlanKind
from units.models import Case
from units.services import todos
from units.services.plan_duties import ask_for_plan, put_away


def leave_stage_to_the_unit(case: Case, run: StageRun) -> None:
    """The stage is open, for the first time or again; `case` is the locked one."""
    todos.open_todo(case, TodoKind.REQUEST, party=Party.UNIT, due_on=run.due_on, target_id=run.pk)
    if asks_for_rectification_plan(run.stage):
        ask_for_plan(case, PlanKind.RECTIFICATION)


def put_stage_away(case: Case, run: StageRun) -> None:
    """The stage stands still: neither its request nor its plan is anybody's turn."""
    for kind in (TodoKind.REQUEST, TodoKind.REVIEW_REQUEST, TodoKind.DECIDE_REQUEST):
        todos.settle(case, kind)
    if asks_for_rectification_plan(run.stage):
        put_away(case, PlanKind.RECTIFICATION)
