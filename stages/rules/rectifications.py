"""Who may set, report, verify and reopen a measure (rows 4, 33, 36, 80)."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stages.enums import FindingState, RectificationState
from stages.models import Finding, Rectification
from stages.rules.findings import RUNNING, case_is_open, of_unit, stands_at
from teams.rulings import Ruling, all_of, unless, unless_moved_on
from teams.transitions import StateTable
from units.enums import PlanState
from units.standing import CaseStanding

RECTIFICATION = StateTable(
    {
        RectificationState.OPEN: {RectificationState.IN_PROGRESS},
        RectificationState.IN_PROGRESS: {RectificationState.REPORTED},
        RectificationState.REPORTED: {RectificationState.VERIFIED, RectificationState.REOPENED},
        RectificationState.VERIFIED: {RectificationState.REOPENED},
        RectificationState.REOPENED: {RectificationState.IN_PROGRESS, RectificationState.REPORTED},
    }
)

# The unit is at work: a deadline that passes here is missed. What is reported waits for the team.
WITH_THE_UNIT = (RectificationState.OPEN, RectificationState.IN_PROGRESS, RectificationState.REOPENED)


def is_overdue(rectification: Rectification, today: date) -> bool:
    """Whether the deadline has passed with the measure still in the unit's hands (row 36)."""
    return rectification.state in WITH_THE_UNIT and rectification.due_on is not None and rectification.due_on < today


def is_planned(rectification: Rectification) -> bool:
    """Whether measure, responsible, deadline and quality requirement all stand (row 80)."""
    return bool(
        rectification.measure
        and rectification.responsible
        and rectification.due_on
        and rectification.quality_requirement
    )


def may_add(standing: CaseStanding, finding: Finding) -> Ruling:
    """The unit sets further measures against a problem that it has acknowledged."""
    return all_of(
        (of_unit(standing), stands_at(finding, *RUNNING), case_is_open(finding.case)),
    )


def may_plan(standing: CaseStanding, rectification: Rectification) -> Ruling:
    """The unit completes or changes its measure until it reports."""
    return all_of(
        (
            of_unit(standing),
            unless_moved_on(rectification.state in WITH_THE_UNIT, _stands_at(rectification)),
            _origin_waits(rectification),
            case_is_open(rectification.case),
        )
    )


def may_move_deadline(rectification: Rectification, due_on: date, today: date) -> Ruling:
    """A missed deadline stays visible: it is not moved away, unless the team has reopened the measure (row 36)."""
    return unless(
        due_on == rectification.due_on
        or rectification.state == RectificationState.REOPENED
        or not is_overdue(rectification, today),
        "overdue",
        gettext_lazy("This deadline has passed. It stays as it is; report as soon as the measure is carried out."),
        row=36,
    )


def may_report(standing: CaseStanding, rectification: Rectification) -> Ruling:
    """The unit reports a measure that has all that row 80 asks."""
    return all_of(
        (
            of_unit(standing),
            unless_moved_on(rectification.state in WITH_THE_UNIT, _stands_at(rectification)),
            unless(
                is_planned(rectification),
                "not_planned",
                gettext_lazy("First set the measure, who is responsible, the deadline and the quality requirement."),
                row=80,
            ),
            _origin_waits(rectification),
            case_is_open(rectification.case),
        )
    )


def may_verify(standing: CaseStanding, rectification: Rectification) -> Ruling:
    """The team strikes off what was reported, and never whoever reported it (row 33)."""
    return all_of(
        (
            _of_team(standing),
            unless(
                rectification.reported_by_id != standing.user.pk,
                "own_report",
                gettext_lazy("Nobody verifies one's own report."),
                row=33,
            ),
            unless_moved_on(rectification.state == RectificationState.REPORTED, _stands_at(rectification)),
            _origin_waits(rectification),
            case_is_open(rectification.case),
        )
    )


def may_reopen(standing: CaseStanding, rectification: Rectification) -> Ruling:
    """The team sends a report back; what was already struck off is reopened by the leader alone (反弹)."""
    struck_off = rectification.state == RectificationState.VERIFIED
    return all_of(
        (
            _of_team(standing),
            unless(
                standing.may_lead or not struck_off,
                "not_leader",
                gettext_lazy("The team's leader reopens what was already verified."),
                row=33,
            ),
            unless_moved_on(
                RECTIFICATION.allows(rectification.state, RectificationState.REOPENED), _stands_at(rectification)
            ),
            _origin_waits(rectification, *RUNNING, FindingState.CLOSED),
            case_is_open(rectification.case),
        )
    )


def _of_team(standing: CaseStanding) -> Ruling:
    return unless(standing.is_team, "not_team", gettext_lazy("Only the case's team verifies measures."), row=33)


def plan_stands(rectification: Rectification) -> bool:
    """Whether the plan that set the measure still stands passed; a measure against a finding has no plan."""
    problem = rectification.plan_problem
    return problem is None or problem.plan_version.state == PlanState.PASSED


def _origin_waits(rectification: Rectification, *states: FindingState) -> Ruling:
    """A measure against a finding withdrawn or closed, or of a plan that is written anew, asks for nothing more."""
    if rectification.finding is not None:
        return stands_at(rectification.finding, *(states or RUNNING))
    return unless_moved_on(
        plan_stands(rectification),
        gettext_lazy("The rectification plan is being written anew; its measures wait until it has passed."),
        row=80,
    )


def _stands_at(rectification: Rectification) -> str:
    message = _("The measure is no longer at this point: it stands at “%(state)s”.")
    return message % {"state": RectificationState(rectification.state).label}
