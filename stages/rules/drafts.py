"""What becomes of a draft: revised, shared, sent back, issued or recommended (rows 4, 28-30, 42, 45, 96, 110)."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy

from stages.enums import FindingKind, FindingScope, FindingState
from stages.models import Finding
from stages.rules.findings import case_is_open, of_leader, of_team, stands_at
from teams.rulings import Ruling, all_of, unless, unless_moved_on
from units.models import Case
from units.standing import CaseStanding

SHARED = gettext_lazy("Views on it are being exchanged with the unit: take the sharing back first.")


def may_draft(standing: CaseStanding, case: Case) -> Ruling:
    """Any member of the case's team, from entry to its close (rows 4, 110)."""
    return all_of(
        (
            of_team(standing),
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
    """A draft is its author's; the leader may put it right, and alone what the unit already reads."""
    own = standing.is_team and finding.drafted_by_id == standing.user.pk and finding.shared_at is None
    return all_of(
        (
            unless(
                standing.may_lead or own,
                "not_author",
                gettext_lazy("A draft is revised by its author or by the team's leader; once shared, by the leader."),
            ),
            _is_pursued(finding),
            case_is_open(finding.case),
        )
    )


def may_discard(standing: CaseStanding, finding: Finding, *, has_remarks: bool) -> Ruling:
    """Only a draft, only by its author, and only while nobody has said anything to it."""
    return all_of(
        (
            unless(
                standing.is_team and finding.drafted_by_id == standing.user.pk,
                "not_author",
                gettext_lazy("Only its author discards a draft."),
            ),
            stands_at(finding, FindingState.DRAFT),
            unless(finding.shared_at is None, "shared", SHARED, row=45),
            unless(
                not has_remarks,
                "has_remarks",
                gettext_lazy("Views were exchanged on this draft: it stays on record."),
                row=45,
            ),
            case_is_open(finding.case),
        )
    )


def may_set_aside(standing: CaseStanding, finding: Finding) -> Ruling:
    """What can no longer be discarded, for views were exchanged on it, is set aside: it asks nothing of anybody."""
    own = standing.is_team and finding.drafted_by_id == standing.user.pk
    return all_of(
        (
            unless(
                standing.may_lead or own,
                "not_author",
                gettext_lazy("A draft is set aside by its author or by the team's leader."),
            ),
            _is_pursued(finding),
            unless(finding.shared_at is None, "shared", SHARED, row=45),
            case_is_open(finding.case),
        )
    )


def may_take_up(standing: CaseStanding, finding: Finding) -> Ruling:
    """The leader takes up again what was set aside."""
    return all_of(
        (
            of_leader(standing),
            stands_at(finding, FindingState.DRAFT),
            unless_moved_on(finding.withdrawn_reason, gettext_lazy("This draft is not set aside.")),
            case_is_open(finding.case),
        )
    )


def _is_pursued(finding: Finding) -> Ruling:
    """A draft on its way to the unit, not one that was set aside."""
    return stands_at(finding, FindingState.DRAFT) & unless_moved_on(
        not finding.withdrawn_reason, gettext_lazy("This draft has been set aside.")
    )


def may_send_back(standing: CaseStanding, finding: Finding) -> Ruling:
    """The leader returns a member's draft; what is shared already is put right by the leader."""
    return all_of(
        (
            of_leader(standing),
            _is_pursued(finding),
            unless(
                finding.drafted_by_id != standing.user.pk,
                "own_draft",
                gettext_lazy("One's own draft is revised, not sent back."),
            ),
            unless(finding.shared_at is None, "shared", SHARED, row=45),
            case_is_open(finding.case),
        )
    )


def may_share(standing: CaseStanding, finding: Finding) -> Ruling:
    """The leader shows a draft to the unit, to exchange views before it is issued (row 45)."""
    return all_of(
        (
            of_leader(standing),
            _is_pursued(finding),
            unless(
                finding.shared_at is None,
                "shared_already",
                gettext_lazy("Views on it are being exchanged with the unit already."),
                row=45,
            ),
            within_the_campaign(finding),
            case_is_open(finding.case),
        )
    )


def may_take_back_sharing(standing: CaseStanding, finding: Finding) -> Ruling:
    """The leader no longer shows the draft; what was said to it stays on record."""
    return all_of(
        (
            of_leader(standing),
            stands_at(finding, FindingState.DRAFT),
            unless(finding.shared_at, "not_shared", gettext_lazy("This draft is not shared with the unit."), row=45),
            case_is_open(finding.case),
        )
    )


def may_issue(standing: CaseStanding, finding: Finding, today: date) -> Ruling:
    """Members draft, the leader issues; a problem comes with advice (row 28)."""
    return all_of(
        (
            of_leader(standing),
            unless(
                finding.kind != FindingKind.EXEMPLAR,
                "exemplar",
                gettext_lazy("An exemplar is recommended, not issued."),
                row=32,
            ),
            _is_pursued(finding),
            case_is_open(finding.case),
            within_the_campaign(finding),
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


def may_issue_elsewhere(standing: CaseStanding, finding: Finding, case: Case) -> Ruling:
    """Whether a draft may also be issued in another case of the same team: that unit must have been entered by then."""
    return all_of(
        (
            may_draft(standing, case),
            unless(
                case.entered_on is None or finding.observed_on >= case.entered_on,
                "seen_before_entry",
                gettext_lazy("The team had not entered the unit on this day."),
                row=110,
            ),
        )
    )


def may_recommend(standing: CaseStanding, finding: Finding) -> Ruling:
    """The leader recommends an exemplar, with its origin and its effect (rows 29, 30, 32)."""
    return all_of(
        (
            of_leader(standing),
            unless(
                finding.kind == FindingKind.EXEMPLAR,
                "not_exemplar",
                gettext_lazy("Only an exemplar is recommended."),
                row=29,
            ),
            _is_pursued(finding),
            case_is_open(finding.case),
            within_the_campaign(finding),
            unless(
                finding.origin,
                "no_origin",
                gettext_lazy("Write down the organisation that the practice came from."),
                row=30,
            ),
            unless(
                finding.effect, "no_effect", gettext_lazy("Write down what the practice has brought about."), row=29
            ),
        )
    )


def asks_for_exchange(finding: Finding) -> bool:
    """Whether the leader is reminded to exchange views before issuing a problem; nobody is held to it (row 45)."""
    return (
        finding.kind == FindingKind.PROBLEM
        and finding.state == FindingState.DRAFT
        and finding.scope == FindingScope.CAMPAIGN
        and finding.shared_at is None
        and not finding.withdrawn_reason
    )


def within_the_campaign(finding: Finding) -> Ruling:
    """What is the unit's own affair stays a note of the team (row 42)."""
    return unless(
        finding.scope == FindingScope.CAMPAIGN,
        "outside_scope",
        gettext_lazy("This lies outside the campaign: it stays a note of the team and does not go to the unit."),
        row=42,
    )
