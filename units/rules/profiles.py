"""The unit's profile: who fills it in, and which counts can be so (row 24)."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from teams.exceptions import Text
from teams.rulings import Ruling, all_of, unless
from units.models import Case
from units.standing import CaseStanding

MOST = 10_000_000


def under_supervision(case: Case) -> Ruling:
    """Between entry and close (row 110)."""
    return all_of(
        (
            unless(case.entered_on is not None, "not_entered", _("The team has not entered the unit yet."), row=110),
            unless(case.closed_on is None, "case_closed", _("This case is closed.")),
        )
    )


def may_fill_profile(standing: CaseStanding, case: Case) -> Ruling:
    """The unit enters its own profile; the team only confirms it (row 4)."""
    return unless(
        standing.is_unit, "not_unit", _("The profile is the unit's own: its people fill it in."), row=4
    ) & under_supervision(case)


def count_errors(counts: Mapping[str, int]) -> dict[str, list[Text]]:
    """What is wrong with the counts, by field: none below its least, and no part larger than the whole."""
    least = {"members_total": 1, "branches": 1, "leaders": 1, "members_away": 0}
    errors: dict[str, list[Text]] = {
        field: [_("Enter a whole number from %(least)s to %(most)s.") % {"least": least[field], "most": MOST}]
        for field, count in counts.items()
        if not least[field] <= count <= MOST
    }
    for part in ("branches", "leaders", "members_away"):
        if part not in errors and "members_total" not in errors and counts[part] > counts["members_total"]:
            errors[part] = [_("This cannot be more than the number of members.")]
    return errors
