"""What the team records of the later stages: who may, when, and what cannot be (rows 18, 68, 72)."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from django.utils.translation import gettext_lazy as _

from stages.enums import GuidanceState
from teams.exceptions import Text
from teams.rulings import Ruling, all_of, unless, unless_moved_on
from teams.transitions import StateTable
from units.models import Case
from units.standing import CaseStanding

GUIDANCE = StateTable({GuidanceState.SELECTED: {GuidanceState.GIVEN, GuidanceState.RELEASED}})


class Withdrawable(Protocol):
    """What the rule reads of a record that is withdrawn and never deleted."""

    @property
    def withdrawn_at(self) -> object | None: ...


def may_record(standing: CaseStanding, case: Case) -> Ruling:
    """Any member of the case's team, from entry to its close."""
    return all_of(
        (
            unless(standing.is_team, "team_only", _("This is recorded by the case's team."), row=4),
            unless(case.entered_on is not None, "not_entered", _("The team has not entered the unit yet."), row=110),
            unless(case.closed_on is None, "case_closed", _("This case is closed.")),
        )
    )


def may_withdraw(standing: CaseStanding, case: Case, record: Withdrawable) -> Ruling:
    """The leader withdraws what was recorded by mistake; it stays readable with the reason."""
    return all_of(
        (
            unless(standing.may_lead, "not_leader", _("The team's leader withdraws what was recorded by mistake.")),
            unless(case.closed_on is None, "case_closed", _("This case is closed.")),
            unless_moved_on(record.withdrawn_at is None, _("This has been withdrawn already.")),
        )
    )


def may_select(standing: CaseStanding, case: Case, *, selected: bool) -> Ruling:
    """The leader selects a leadership whose problems stand out, once at a time (row 72)."""
    return all_of(
        (
            unless(standing.may_lead, "not_leader", _("The team's leader selects a leadership for guidance."), row=72),
            may_record(standing, case),
            unless_moved_on(not selected, _("The leadership is selected already."), 72),
        )
    )


def may_give(standing: CaseStanding, case: Case, state: str) -> Ruling:
    """Any member of the team records the guidance that was given."""
    return may_record(standing, case) & _is_selected(state)


def may_release(standing: CaseStanding, case: Case, state: str) -> Ruling:
    """The leader takes the selection back, with a reason."""
    return all_of(
        (
            unless(standing.may_lead, "not_leader", _("The team's leader takes the selection back."), row=72),
            may_record(standing, case),
            _is_selected(state),
        )
    )


def wrong_day(day: date, *, case: Case, today: date) -> Text | None:
    """Why something cannot have been done on this day."""
    if day > today:
        return _("This date lies in the future.")
    if case.entered_on is not None and day < case.entered_on:
        return _("The team had not entered the unit on this day.")
    return None


def _is_selected(state: str) -> Ruling:
    return unless_moved_on(
        GUIDANCE.allows(state, GuidanceState.GIVEN),
        _("This is settled: it stands at “%(state)s”.") % {"state": GuidanceState(state).label},
        72,
    )
