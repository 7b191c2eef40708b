"""Who records, mends, takes back and verifies an activity, and in which state (row 4)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Protocol

from django.utils.translation import gettext_lazy as _

from teams.rulings import Ruling, all_of, unless, unless_moved_on
from teams.transitions import StateTable
from units.enums import ActivityState
from units.models import Case
from units.standing import CaseStanding

ACTIVITY = StateTable(
    {
        ActivityState.DRAFT: {ActivityState.SUBMITTED},
        ActivityState.SUBMITTED: {ActivityState.VERIFIED, ActivityState.RETURNED, ActivityState.WITHDRAWN},
        ActivityState.RETURNED: {ActivityState.SUBMITTED, ActivityState.WITHDRAWN},
        ActivityState.VERIFIED: {ActivityState.SUBMITTED},
    }
)
LATE_AFTER = timedelta(days=7)


class AnyActivity(Protocol):
    """What the rules read of an activity (`units.models.Activity`)."""

    state: str
    checked_by_id: int | None

    @property
    def case(self) -> Case: ...


def may_record(standing: CaseStanding, case: Case) -> Ruling:
    """The unit records what it did, from entry until the case is closed; the team writes none of it (row 4)."""
    return all_of(
        (
            unless(standing.is_unit, "not_unit", _("What the unit did is recorded by the unit's own people."), 4),
            unless(case.entered_on is not None, "not_entered", _("Nothing is recorded before the team's entry.")),
            unless(case.closed_on is None, "case_closed", _("This case is closed.")),
        )
    )


def may_record_kind(kind: str, not_yet: Collection[str]) -> Ruling:
    """Recording may begin before the stage that asks for it, unless the campaign says otherwise."""
    return unless(
        kind not in not_yet, "not_yet", _("In this campaign, this is recorded only in the stage that asks for it.")
    )


def may_edit(standing: CaseStanding, activity: AnyActivity) -> Ruling:
    """The unit changes its draft, and what came back to it."""
    return may_record(standing, activity.case) & _in_state(activity, ActivityState.DRAFT, ActivityState.RETURNED)


def may_submit(standing: CaseStanding, activity: AnyActivity) -> Ruling:
    return may_edit(standing, activity)


def may_discard(standing: CaseStanding, activity: AnyActivity) -> Ruling:
    """A draft that nobody else has seen may go without a trace."""
    return may_record(standing, activity.case) & _in_state(activity, ActivityState.DRAFT)


def may_withdraw(standing: CaseStanding, activity: AnyActivity) -> Ruling:
    """What was handed in is taken back with a reason, until the team has verified it."""
    return may_record(standing, activity.case) & _in_state(activity, *_sources(ActivityState.WITHDRAWN))


def may_attach(standing: CaseStanding, activity: AnyActivity) -> Ruling:
    """Evidence may still follow while the team has not verified the activity."""
    return may_record(standing, activity.case) & _in_state(
        activity, ActivityState.DRAFT, ActivityState.SUBMITTED, ActivityState.RETURNED
    )


def may_check_in(standing: CaseStanding, case: Case) -> Ruling:
    """Any member of the team that supervises the case verifies or returns; never the unit (row 4)."""
    return all_of(
        (
            unless(standing.is_team, "not_team", _("Only the team that supervises the unit verifies."), 4),
            unless(case.closed_on is None, "case_closed", _("This case is closed.")),
        )
    )


def may_check(standing: CaseStanding, activity: AnyActivity) -> Ruling:
    """The team speaks on what waits for it."""
    return may_check_in(standing, activity.case) & _in_state(activity, *_sources(ActivityState.VERIFIED))


def may_take_back(standing: CaseStanding, activity: AnyActivity) -> Ruling:
    """A verification that was a slip is taken back, with a reason, by the leader or by whoever gave it."""
    return _may_amend(standing, activity) & _in_state(activity, ActivityState.VERIFIED)


def may_correct(standing: CaseStanding, activity: AnyActivity) -> Ruling:
    """A figure of the team's that is wrong is set right, with a reason; the activity stays verified."""
    return may_take_back(standing, activity)


def _may_amend(standing: CaseStanding, activity: AnyActivity) -> Ruling:
    gave_it = standing.is_team and activity.checked_by_id == standing.user.pk
    return may_check_in(standing, activity.case) & unless(
        standing.may_lead or gave_it,
        "not_own",
        _("Only the leader, or whoever verified it, changes what was verified."),
    )


def is_late_entry(held_on: date, recorded_on: date) -> bool:
    """Whether it was handed in more than seven days after it was held."""
    return recorded_on - held_on > LATE_AFTER


def _sources(target: ActivityState) -> list[str]:
    return ACTIVITY.sources(target)


def _in_state(activity: AnyActivity, *states: str) -> Ruling:
    return unless_moved_on(
        activity.state in states,
        _("Somebody else has acted on this in the meantime. Read what stands now, then decide again."),
    )
