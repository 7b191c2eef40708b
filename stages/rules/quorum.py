"""One person alone concludes nothing of weight: what needs a quorum, and when there is one (row 96)."""

from typing import Protocol

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from teams.rulings import Ruling, all_of, unless
from units.standing import CaseStanding


class QuorumAsked(Protocol):
    """What the rule reads of a template (`stages.models.Template`)."""

    quorum_percent: int
    quorum_minimum: int


def needed(template: QuorumAsked, total: int) -> int:
    """How many of a team of `total` must be present: the template's share, rounded up, at least its minimum."""
    return max(-(-total * template.quorum_percent // 100), template.quorum_minimum)


def quorum_reached(template: QuorumAsked, present: int, total: int) -> Ruling:
    """Whether `present` of `total` members can conclude together (row 96)."""
    least = needed(template, total)
    return unless(
        present >= least,
        "no_quorum",
        _("%(present)s of %(total)s members were present; a conclusion of the team needs %(least)s.")
        % {"present": present, "total": total, "least": least},
        row=96,
    )


def may_record_decision(standing: CaseStanding, *, entered: bool, closed: bool) -> Ruling:
    """Any member of the team that supervises the case, from entry to its close."""
    return all_of(
        (
            unless(
                standing.is_team,
                "members_only",
                gettext_lazy("Only members of the case's team record its discussions."),
                row=96,
            ),
            unless(entered, "not_entered", gettext_lazy("The team has not entered the unit yet."), row=110),
            unless(not closed, "case_closed", gettext_lazy("This case is closed.")),
        )
    )
