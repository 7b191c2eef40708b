"""Who writes to the thread of a finding, before it is issued and after (rows 38, 45)."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from stages.enums import FindingState, RemarkPhase
from stages.models import Finding
from stages.rules.findings import case_is_open
from teams.rulings import Ruling, all_of, unless, unless_moved_on
from units.standing import CaseStanding


def phase_of(finding: Finding) -> RemarkPhase:
    """A remark belongs to the exchange of views until the finding is issued, then to its follow-up."""
    return RemarkPhase.EXCHANGE if finding.state == FindingState.DRAFT else RemarkPhase.FOLLOW_UP


def may_remark(standing: CaseStanding, finding: Finding) -> Ruling:
    """Either side, on what both sides know of and what was not withdrawn."""
    return all_of(
        (
            unless(
                standing.is_unit or standing.is_team,
                "not_of_a_side",
                gettext_lazy("The unit and the team write to each other here."),
                row=4,
            ),
            unless_moved_on(finding.is_known_to_unit, gettext_lazy("This draft is not shared with the unit."), 45),
            unless_moved_on(
                finding.state != FindingState.WITHDRAWN, gettext_lazy("The finding has been withdrawn."), 38
            ),
            case_is_open(finding.case),
        )
    )
