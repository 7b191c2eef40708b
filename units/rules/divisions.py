"""Division of work (分工): who of the team looks after a case; it adds and takes no right (row 97)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from teams.rulings import Ruling, unless
from units.standing import CaseStanding


def may_read(standing: CaseStanding) -> Ruling:
    """How the team divides its work is the team's own, and the office's."""
    return unless(
        standing.is_team or standing.is_office, "not_team", _("How the team divides its work is its own."), row=97
    )


def may_divide(standing: CaseStanding) -> Ruling:
    """The leader says who looks after the case."""
    return unless(standing.may_lead, "not_leader", _("The team's leader divides the work."), row=97)
