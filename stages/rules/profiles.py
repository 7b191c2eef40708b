"""Confirming the unit's profile (row 24)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from teams.rulings import Ruling, all_of, unless, unless_moved_on
from units.models import Case
from units.rules.profiles import under_supervision
from units.standing import CaseStanding


def may_confirm_profile(standing: CaseStanding, case: Case) -> Ruling:
    """Any member of the team, once the unit has filled it in: the team confirms and changes nothing (row 4)."""
    return all_of(
        (
            unless(standing.is_team, "not_team", _("The profile is confirmed by the case's team."), row=24),
            under_supervision(case),
            unless(
                case.profile_filled_at is not None,
                "not_filled",
                _("The unit has not filled in its profile yet."),
                row=24,
            ),
            unless_moved_on(case.profile_confirmed_at is None, _("The profile is confirmed already."), row=24),
        )
    )
