"""Who may draft, issue, answer and close a finding, and in which order (rows 4, 5, 10, 28, 33, 35, 41, 110)."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stages.enums import FindingKind, FindingState, RectificationState
from stages.models import Finding
from teams.rulings import ALLOWED, Ruling, all_of, unless, unless_moved_on
from teams.transitions import StateTable
from units.models import Case
from units.standing import CaseStanding

# A finding that stands after a dispute, upheld or amended, waits to be acknowledged; one that rebounds runs again.
PROBLEM = StateTable(
    {
        FindingState.DRAFT: {FindingState.ISSUED},
        FindingState.ISSUED: {FindingState.ACKNOWLEDGED, FindingState.DISPUTED, FindingState.WITHDRAWN},
        FindingState.DISPUTED: {
            FindingState.UPHELD,
            FindingState.AMENDED,
            FindingState.ACKNOWLEDGED,
            FindingState.WITHDRAWN,
        },
        FindingState.UPHELD: {FindingState.ACKNOWLEDGED, FindingState.WITHDRAWN},
        FindingState.AMENDED: {FindingState.ACKNOWLEDGED, FindingState.WITHDRAWN},
        FindingState.ACKNOWLEDGED: {FindingState.CLOSED, FindingState.WITHDRAWN},
        FindingState.CLOSED: {FindingState.REOPENED},
        FindingState.REOPENED: {FindingState.CLOSED, FindingState.WITHDRAWN},
    }
)
# An answer may be corrected: the ledger keeps both.
SUGGESTION = StateTable(
    {
        FindingState.DRAFT: {FindingState.ISSUED},
        FindingState.ISSUED: {FindingState.ANSWERED, FindingState.WITHDRAWN},
        FindingState.ANSWERED: {FindingState.ANSWERED, FindingState.WITHDRAWN},
    }
)
EXEMPLAR = StateTable(
    {
        FindingState.DRAFT: {FindingState.RECOMMENDED},
        FindingState.RECOMMENDED: {FindingState.WITHDRAWN},
    }
)
TABLES = {FindingKind.PROBLEM: PROBLEM, FindingKind.SUGGESTION: SUGGESTION, FindingKind.EXEMPLAR: EXEMPLAR}

# The unit has taken the problem on: its measures run.
RUNNING = (FindingState.ACKNOWLEDGED, FindingState.REOPENED)

# Reasons that the person can mend: the page shows these beside the act instead of hiding it.
MENDABLE = frozenset(
    {"no_advice", "due_passed", "no_measure", "not_verified", "outside_scope", "no_origin", "no_effect"}
)


def table_of(finding: Finding) -> StateTable:
    """The moves that are open to this kind of finding."""
    return TABLES[FindingKind(finding.kind)]


def may_withdraw(standing: CaseStanding, finding: Finding) -> Ruling:
    """The leader takes back what was issued and is not closed."""
    return of_leader(standing) & can_become(finding, FindingState.WITHDRAWN)


def may_acknowledge(standing: CaseStanding, finding: Finding) -> Ruling:
    """The unit acknowledges a problem, after a dispute too (row 35)."""
    return all_of(
        (
            of_unit(standing),
            _a_problem(finding),
            can_become(finding, FindingState.ACKNOWLEDGED),
            case_is_open(finding.case),
        )
    )


def may_dispute(standing: CaseStanding, finding: Finding) -> Ruling:
    """The unit disputes a problem once; after the team's answer the finding stands, and the dispute with it."""
    return all_of(
        (
            of_unit(standing),
            _a_problem(finding),
            can_become(finding, FindingState.DISPUTED),
            case_is_open(finding.case),
        )
    )


def may_settle_dispute(standing: CaseStanding, finding: Finding) -> Ruling:
    """The leader answers a dispute: the finding stands, or stands in other words; withdrawing is the third answer."""
    return of_leader(standing) & stands_at(finding, FindingState.DISPUTED) & case_is_open(finding.case)


def may_answer(standing: CaseStanding, finding: Finding) -> Ruling:
    """The unit says what it makes of a suggestion, and may correct what it said."""
    return all_of(
        (
            of_unit(standing),
            unless(
                finding.kind == FindingKind.SUGGESTION,
                "not_suggestion",
                gettext_lazy("Only a suggestion is answered; a problem is acknowledged or disputed."),
            ),
            can_become(finding, FindingState.ANSWERED),
            case_is_open(finding.case),
        )
    )


def may_close(standing: CaseStanding, finding: Finding, rectifications: Collection[str]) -> Ruling:
    """The leader closes a problem when the team has verified every measure: never the unit alone (row 33)."""
    return all_of(
        (
            of_leader(standing),
            _a_problem(finding),
            stands_at(finding, *RUNNING),
            unless(rectifications, "no_measure", gettext_lazy("No measure has been set against it yet."), row=33),
            unless(
                all(state == RectificationState.VERIFIED for state in rectifications),
                "not_verified",
                gettext_lazy("Not every measure has been verified by the team."),
                row=33,
            ),
            case_is_open(finding.case),
        )
    )


def may_reopen(standing: CaseStanding, finding: Finding) -> Ruling:
    """The leader opens a closed problem again when it rebounds (反弹)."""
    return all_of(
        (
            of_leader(standing),
            _a_problem(finding),
            stands_at(finding, FindingState.CLOSED),
            case_is_open(finding.case),
        )
    )


def of_unit(standing: CaseStanding) -> Ruling:
    """What the unit owns is written by its people alone (row 4)."""
    return unless(standing.is_unit, "not_unit", gettext_lazy("This is for the unit to do."), row=4)


def case_is_open(case: Case) -> Ruling:
    return unless(case.closed_on is None, "case_closed", gettext_lazy("This case is closed."))


def stands_at(finding: Finding, *states: FindingState) -> Ruling:
    """The finding stands where the act begins."""
    return ALLOWED if finding.state in states else _moved_on(finding)


def can_become(finding: Finding, target: FindingState) -> Ruling:
    """The finding's table lets it move to `target` from where it stands."""
    return ALLOWED if table_of(finding).allows(finding.state, target) else _moved_on(finding)


def _moved_on(finding: Finding) -> Ruling:
    message = _("The finding is no longer at this point: it stands at “%(state)s”.")
    return unless_moved_on(False, message % {"state": FindingState(finding.state).label})


def _a_problem(finding: Finding) -> Ruling:
    return unless(
        finding.kind == FindingKind.PROBLEM,
        "not_problem",
        gettext_lazy("Only a problem is rectified."),
    )


def of_team(standing: CaseStanding) -> Ruling:
    return unless(standing.is_team, "not_team", gettext_lazy("Only the case's team writes down findings."), row=4)


def of_leader(standing: CaseStanding) -> Ruling:
    return unless(
        standing.may_lead,
        "not_leader",
        gettext_lazy("The team's leader issues, withdraws and closes findings."),
        row=4,
    )
