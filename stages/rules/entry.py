"""Entering a unit (进驻): who does it, and on which date (row 110)."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from teams.exceptions import Text
from teams.rulings import Ruling, all_of, unless, unless_moved_on
from units.models import Case
from units.standing import CaseStanding


def may_enter(standing: CaseStanding, case: Case) -> Ruling:
    """The leader of the assigned team, or the deputy acting for the leader, enters the unit once."""
    return all_of(
        (
            unless(standing.may_lead, "not_leader", _("The leader of the case's team records the entry."), row=110),
            unless_moved_on(case.entered_on is None, _("The team has entered this unit already."), row=110),
        )
    )


def date_error(entered_on: date, *, today: date, campaign_starts_on: date) -> Text | None:
    """Why the team cannot have entered on this date, or None."""
    if entered_on > today:
        return _("This date lies in the future.")
    if entered_on < campaign_starts_on:
        return _("This date lies before the campaign began.")
    return None
