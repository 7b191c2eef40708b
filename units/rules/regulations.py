"""Rules that the unit made: who records, verifies and withdraws them (row 81)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from teams.rulings import Ruling, unless, unless_moved_on
from units.models import Case, RegulationOutput
from units.rules import activities
from units.standing import CaseStanding

_MOVED_ON = _("Somebody else has acted on this in the meantime. Read what stands now, then decide again.")


def may_record(standing: CaseStanding, case: Case) -> Ruling:
    """The unit's own people, from entry until the case is closed."""
    return activities.may_record(standing, case)


def may_withdraw(standing: CaseStanding, regulation: RegulationOutput) -> Ruling:
    """The unit takes back what it recorded in error, verified or not."""
    return may_record(standing, regulation.case) & _stands(regulation)


def may_verify(standing: CaseStanding, regulation: RegulationOutput) -> Ruling:
    """Any member of the team, once they have seen the paper."""
    return (
        activities.may_check_in(standing, regulation.case)
        & _stands(regulation)
        & unless_moved_on(regulation.verified_at is None, _MOVED_ON)
    )


def may_take_back(standing: CaseStanding, regulation: RegulationOutput) -> Ruling:
    """The leader, or whoever verified it."""
    gave_it = standing.is_team and regulation.verified_by_id == standing.user.pk
    return (
        activities.may_check_in(standing, regulation.case)
        & unless(
            standing.may_lead or gave_it,
            "not_own",
            _("Only the leader, or whoever verified it, changes what was verified."),
        )
        & _stands(regulation)
        & unless_moved_on(regulation.verified_at is not None, _MOVED_ON)
    )


def _stands(regulation: RegulationOutput) -> Ruling:
    return unless_moved_on(regulation.withdrawn_at is None, _MOVED_ON)
