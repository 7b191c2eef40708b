"""Who may draft, issue, answer and close a finding, and in which order (rows 4, 5, 10, 28, 33, 35, 41, 110)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stages.enums import FindingKind, FindingState, RectificationState
from stages.models import Finding
from teams.rulings import ALLOWED, Ruling, all_of, unless, unless_moved_on
from teams.transitions import StateTable
from units.models import Case
from units.standing import CaseStanding

# An upheld finding stands as issued again and waits to be acknowledged; one that rebounds is open once more.
PROBLEM = StateTable(
    {
        FindingState.DRAFT: {FindingState.ISSUED},
        FindingState.ISSUED: {FindingState.ACKNOWLEDGED, FindingState.DISPUTED, FindingState.WITHDRAWN},
        FindingState.DISPUTED: {FindingState.ISSUED, FindingState.ACKNOWLEDGED, FindingState.WITHDRAWN},
        FindingState.ACKNOWLEDGED: {FindingState.CLOSED, FindingState.WITHDRAWN},
        FindingState.CLOSED: {FindingState.ACKNOWLEDGED},
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
TABLES = {FindingKind.PROBLEM: PROBLEM, FindingKind.SUGGESTION: SUGGESTION}

# Reasons that the person can mend: the page shows these beside the act instead of hiding it.
MENDABLE = frozenset({"no_advice", "due_passed", "no_measure", "not_verified"})


def table_of(finding: Finding) -> StateTable:
    """The moves that are open to this kind of finding."""
    return TABLES[FindingKind(finding.kind)]


def may_draft(standing: CaseStanding, case: Case) -> Ruling:
    """Any member of the case's team, from entry to its close (rows 4, 110)."""
    return all_of(
        (
            _of_team(standing),
            unless(
                case.entered_on is not None,
                "not_entered",
                gettext_lazy("The team has not entered the unit yet: there is nothing to find before entry."),
                row=110,
            ),
            case_is_open(case),
        )
    )


def may_revise(standing: CaseStanding, finding: Finding) -> Ruling:
    """A draft is its author's; the leader may put it right before issuing it."""
    return all_of(
        (
            unless(
                standing.may_lead or (standing.is_team and finding.drafted_by_id == standing.user.pk),
                "not_author",
                gettext_lazy("A draft is revised by its author or by the team's leader."),
            ),
            stands_at(finding, FindingState.DRAFT),
            case_is_open(finding.case),
        )
    )


def may_discard(standing: CaseStanding, finding: Finding) -> Ruling:
    """Only a draft, and only by its author; what was issued is withdrawn."""
    return all_of(
        (
            unless(
                standing.is_team and finding.drafted_by_id == standing.user.pk,
                "not_author",
                gettext_lazy("Only its author discards a draft."),
            ),
            stands_at(finding, FindingState.DRAFT),
        )
    )


def may_issue(standing: CaseStanding, finding: Finding, today: date) -> Ruling:
    """Members draft, the leader issues; a problem comes with advice (row 28)."""
    return all_of(
        (
            _of_leader(standing),
            stands_at(finding, FindingState.DRAFT),
            case_is_open(finding.case),
            unless(
                finding.kind != FindingKind.PROBLEM or finding.advice,
                "no_advice",
                gettext_lazy("A problem is issued with advice on how to solve it."),
                row=28,
            ),
            unless(
                finding.due_on is None or finding.due_on >= today,
                "due_passed",
                gettext_lazy("The date set in the draft has passed: set another."),
                row=36,
            ),
        )
    )


def may_withdraw(standing: CaseStanding, finding: Finding) -> Ruling:
    """The leader takes back what was issued and is not closed."""
    return _of_leader(standing) & can_become(finding, FindingState.WITHDRAWN)


def may_acknowledge(standing: CaseStanding, finding: Finding) -> Ruling:
    """The unit acknowledges a problem, after a dispute too (row 35)."""
    return all_of(
        (
            of_unit(standing),
            _a_problem(finding),
            stands_at(finding, FindingState.ISSUED, FindingState.DISPUTED),
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
            unless_moved_on(
                not finding.dispute_answer,
                gettext_lazy("The dispute has been answered; it stays with the finding."),
                35,
            ),
            case_is_open(finding.case),
        )
    )


def may_uphold(standing: CaseStanding, finding: Finding) -> Ruling:
    """The leader answers a dispute; withdrawing is the other answer."""
    return _of_leader(standing) & stands_at(finding, FindingState.DISPUTED) & case_is_open(finding.case)


def may_answer(standing: CaseStanding, finding: Finding) -> Ruling:
    """The unit says what it makes of a suggestion, and may correct what it said."""
    return all_of(
        (
            of_unit(standing),
            unless(
                finding.kind == FindingKind.SUGGESTION,
                "not_suggestion",
                gettext_lazy("A problem is acknowledged or disputed, not answered."),
            ),
            can_become(finding, FindingState.ANSWERED),
            case_is_open(finding.case),
        )
    )


def may_close(standing: CaseStanding, finding: Finding, rectifications: Collection[str]) -> Ruling:
    """The leader closes a problem when the team has verified every measure: never the unit alone (row 33)."""
    return all_of(
        (
            _of_leader(standing),
            _a_problem(finding),
            stands_at(finding, FindingState.ACKNOWLEDGED),
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
        gettext_lazy("A suggestion is answered, not rectified."),
    )


def _of_team(standing: CaseStanding) -> Ruling:
    return unless(standing.is_team, "not_team", gettext_lazy("Only the case's team writes down findings."), row=4)


def _of_leader(standing: CaseStanding) -> Ruling:
    return unless(
        standing.may_lead,
        "not_leader",
        gettext_lazy("The team's leader issues, withdraws and closes findings."),
        row=4,
    )
