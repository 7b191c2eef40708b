"""Make-up tasks: the unit makes up and answers, the team checks (rows 4 and 77)."""

from django.utils.translation import gettext_lazy as _

from stages.enums import MakeUpState
from teams.rulings import Ruling, all_of, unless, unless_moved_on
from teams.transitions import StateTable
from units.standing import CaseStanding

MAKE_UP = StateTable(
    {
        # What a verdict asked for is void when the verdict is taken back.
        MakeUpState.OPEN: {MakeUpState.ANSWERED, MakeUpState.VOID},
        MakeUpState.RETURNED: {MakeUpState.ANSWERED, MakeUpState.VOID},
        MakeUpState.ANSWERED: {MakeUpState.CLEARED, MakeUpState.RETURNED, MakeUpState.VOID},
    }
)


def may_answer(standing: CaseStanding, state: str) -> Ruling:
    """Those who act for the unit answer what is open or was returned; the team never answers for them (row 4)."""
    return all_of(
        (
            unless(standing.is_unit, "unit_only", _("A make-up task is answered by the unit."), row=4),
            _stands(MAKE_UP.allows(state, MakeUpState.ANSWERED)),
        )
    )


def may_check(standing: CaseStanding, state: str) -> Ruling:
    """Any member of the case's team checks what was answered; the unit never clears its own task (row 4)."""
    return all_of(
        (
            unless(standing.is_team, "team_only", _("Make-up work is checked by the case's team."), row=4),
            _stands(MAKE_UP.allows(state, MakeUpState.CLEARED)),
        )
    )


def _stands(condition: bool) -> Ruling:
    return unless_moved_on(condition, _("The make-up task is no longer at this point. Read what stands now."), row=77)
