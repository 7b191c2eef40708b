"""A plan is asked for, and whose turn it is with it."""

from __future__ import annotations

from units.enums import Party, PlanKind, PlanState, TodoKind
from units.models import Case, Plan, Todo
from units.services import todos

_WRITE = {PlanKind.IMPLEMENTATION: TodoKind.PLAN, PlanKind.RECTIFICATION: TodoKind.RECTIFICATION_PLAN}
_REVIEW = {
    PlanKind.IMPLEMENTATION: TodoKind.REVIEW_PLAN,
    PlanKind.RECTIFICATION: TodoKind.REVIEW_RECTIFICATION_PLAN,
}


def ask_for_plan(case: Case, kind: PlanKind) -> Plan:
    """From now on the unit is to write this plan; asked again, its duty stands where its latest version does."""
    plan, _created = Plan.objects.get_or_create(case=case, kind=kind)
    plan.case = case
    place_plan(plan)
    return plan


def place_plan(plan: Plan) -> None:
    """The one duty about a plan: the unit's to write, the team's to review, or nobody's."""
    case, kind = plan.case, PlanKind(plan.kind)
    latest = plan.versions.first()
    state = latest.state if latest else None
    if state == PlanState.PASSED:
        put_away(case, kind)
    elif latest is not None and state == PlanState.SUBMITTED:
        todos.settle(case, _WRITE[kind])
        todos.open_todo(case, _REVIEW[kind], party=Party.TEAM, target_id=latest.pk)
    else:
        todos.settle(case, _REVIEW[kind])
        todos.open_todo(case, _WRITE[kind], party=Party.UNIT, target_id=latest.pk if latest else None)


def hand_over(plan: Plan) -> None:
    """The unit has handed in or withdrawn: the duty moves, unless the plan's stage was put back and none stands."""
    kind = PlanKind(plan.kind)
    if Todo.objects.filter(case=plan.case, kind__in=(_WRITE[kind], _REVIEW[kind]), settled_at=None).exists():
        place_plan(plan)


def put_away(case: Case, kind: PlanKind) -> None:
    """Nothing is to be done about the plan, whatever its versions say: it has passed, or its stage is put back."""
    todos.settle(case, _WRITE[kind])
    todos.settle(case, _REVIEW[kind])
