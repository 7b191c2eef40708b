"""What every act on an activity begins and ends with: rows locked in one order, piles counted anew."""

from __future__ import annotations

from units.enums import ActivityState, Party, TodoKind
from units.models import Activity, Case
from units.services import todos
from units.services.locks import locked_case


def locked_activity(activity_id: int) -> Activity:
    """The activity with its case, both locked, the case first."""
    case = locked_case(Activity.objects.values_list("case_id", flat=True).get(pk=activity_id))
    activity = Activity.objects.select_for_update(of=("self",)).get(pk=activity_id)
    activity.case = case
    return activity


def count_piles(case: Case) -> None:
    """Bring both sides' piles up to date: what the team has to verify, what the unit has to mend."""
    activities = Activity.objects.filter(case=case)
    todos.set_pile(
        case,
        TodoKind.VERIFY_ACTIVITIES,
        party=Party.TEAM,
        count=activities.filter(state=ActivityState.SUBMITTED).count(),
    )
    todos.set_pile(
        case,
        TodoKind.MEND_ACTIVITIES,
        party=Party.UNIT,
        count=activities.filter(state=ActivityState.RETURNED).count(),
    )
