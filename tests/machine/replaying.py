"""The states that the ledger explains: its entries on one case, each act a step, give what the rows hold.

What is read besides the entries is what no act changes: which measures belong to a finding or a plan, which tasks to
a round, which requests to a stage.
"""

from collections.abc import Callable, Iterator
from typing import Any

from stages.enums import Act as Stages
from stages.models import (
    Extension,
    Finding,
    GateAssessment,
    MakeUpTask,
    OnSiteGuidance,
    Rectification,
    StageRun,
    TransitionRequest,
)
from stages.rules.rectifications import is_planned
from teams.models import AuditEntry
from units.enums import Act as Units
from units.models import Activity, PlanVersion

GONE = "gone"
# Act → the state of the row that it names.
BECOMES = {
    Units.PLAN_DRAFTED: "DRAFT",
    Units.PLAN_SUBMITTED: "SUBMITTED",
    Units.PLAN_FILED: "SUBMITTED",
    Units.PLAN_WITHDRAWN: "WITHDRAWN",
    Stages.PLAN_TAKEN_BACK: "RETURNED",
    Stages.PLAN_PASSED: "PASSED",
    Stages.PLAN_RETURNED: "RETURNED",
    Units.ACTIVITY_SUBMITTED: "SUBMITTED",
    Units.ACTIVITY_VERIFIED: "VERIFIED",
    Units.ACTIVITY_RETURNED: "RETURNED",
    Units.ACTIVITY_WITHDRAWN: "WITHDRAWN",
    Units.VERIFICATION_TAKEN_BACK: "SUBMITTED",
    Stages.FINDING_DRAFTED: "DRAFT",
    Stages.FINDING_DISCARDED: GONE,
    Stages.FINDING_ISSUED: "ISSUED",
    Stages.EXEMPLAR_RECOMMENDED: "RECOMMENDED",
    Stages.FINDING_ACKNOWLEDGED: "ACKNOWLEDGED",
    Stages.FINDING_DISPUTED: "DISPUTED",
    Stages.DISPUTE_UPHELD: "UPHELD",
    Stages.FINDING_AMENDED: "AMENDED",
    Stages.SUGGESTION_ANSWERED: "ANSWERED",
    Stages.FINDING_WITHDRAWN: "WITHDRAWN",
    Stages.FINDING_CLOSED: "CLOSED",
    Stages.FINDING_REOPENED: "REOPENED",
    Stages.RECTIFICATION_REPORTED: "REPORTED",
    Stages.RECTIFICATION_VERIFIED: "VERIFIED",
    Stages.RECTIFICATION_REOPENED: "REOPENED",
    Stages.RECTIFICATION_REBOUNDED: "REOPENED",
    Stages.GATE_PASSED: "PASSED",
    Stages.GATE_NOT_PASSED: "NOT_PASSED",
    Stages.GATE_TAKEN_BACK: "TAKEN_BACK",
    Stages.MAKE_UP_ANSWERED: "ANSWERED",
    Stages.MAKE_UP_CLEARED: "CLEARED",
    Stages.MAKE_UP_RETURNED: "RETURNED",
    Stages.TRANSITION_SUBMITTED: "SUBMITTED",
    Stages.TRANSITION_FILED: "SUBMITTED",
    Stages.TRANSITION_WITHDRAWN: "WITHDRAWN",
    Stages.TRANSITION_DRAFT_WITHDRAWN: "WITHDRAWN",
    Stages.TRANSITION_RECOMMENDED: "RECOMMENDED",
    Stages.TRANSITION_RETURNED_BY_TEAM: "RETURNED_BY_TEAM",
    Stages.TRANSITION_APPROVED: "APPROVED",
    Stages.TRANSITION_RETURNED_BY_GROUP: "RETURNED_BY_GROUP",
    Stages.TRANSITION_REVOKED: "REVOKED",
    Stages.EXTENSION_ASKED: "ASKED",
    Stages.EXTENSION_PERMITTED: "PERMITTED",
    Stages.EXTENSION_REFUSED: "REFUSED",
    Stages.EXTENSION_WITHDRAWN: "WITHDRAWN",
    Stages.GUIDANCE_SELECTED: "SELECTED",
    Stages.GUIDANCE_GIVEN: "GIVEN",
    Stages.GUIDANCE_RELEASED: "RELEASED",
    Stages.CASE_ENTERED: "OPEN",
}
# What is drafted without an entry, for nobody else knows of it, stands at this until an entry says more.
UNSAID = {Activity: "DRAFT", TransitionRequest: "DRAFT", MakeUpTask: "OPEN"}
RECORDED = (
    PlanVersion,
    Activity,
    Finding,
    Rectification,
    GateAssessment,
    MakeUpTask,
    TransitionRequest,
    Extension,
    OnSiteGuidance,
    StageRun,
)
Row = tuple[str, int]


def of(row: Any) -> Row:
    return row._meta.label_lower, row.pk


def replayed(case: Any) -> dict[Row, str]:
    """Row → state, from the entries of the case alone."""
    states: dict[Row, str] = {}
    rows = {of(row): row for row in rows_of(case)}
    for entry in AuditEntry.objects.about(case).order_by("pk"):
        target = (entry.target, entry.target_id)
        if entry.act in BECOMES:
            states[target] = BECOMES[entry.act]
        if entry.act in FOLLOWS:
            for followed, state in FOLLOWS[entry.act](rows, rows.get(target), states):
                states[followed] = state
    for row in rows.values():
        if (row_state := UNSAID.get(type(row))) is not None:
            states.setdefault(of(row), row_state)
    return {row: state for row, state in states.items() if state != GONE}


def standing(case: Any) -> dict[Row, str]:
    """Row → state, as the rows have it."""
    states = {}
    for row in rows_of(case):
        states[of(row)] = row.verdict if isinstance(row, GateAssessment) else row.state
        if isinstance(row, GateAssessment) and row.taken_back_at:
            states[of(row)] = "TAKEN_BACK"
    return states


def rows_of(case: Any) -> Iterator[Any]:
    """Every row of the case that has a state."""
    for model in RECORDED:
        path = {PlanVersion: "plan__case", TransitionRequest: "run__case", Extension: "run__case"}.get(model, "case")
        yield from model._default_manager.filter(**{path: case}).order_by("pk")


Followed = Iterator[tuple[Row, str]]


def _measures_begin(rows: dict[Row, Any], finding: Any, states: dict[Row, str]) -> Followed:
    """A measure that lacks something is open, and at work when it is complete: which, the row says itself."""
    for row in _measures_of(rows, finding):
        if of(row) not in states:
            yield of(row), "IN_PROGRESS" if is_planned(row) else "OPEN"


def _plan_sets_measures(rows: dict[Row, Any], version: Any, states: dict[Row, str]) -> Followed:
    """One that an earlier version brought stands where it stood."""
    for row in rows.values():
        problem = row.plan_problem if isinstance(row, Rectification) else None
        if problem and problem.plan_version.plan_id == version.plan_id and of(row) not in states:
            yield of(row), "IN_PROGRESS"


def _measure_runs(rows: dict[Row, Any], measure: Any, states: dict[Row, str]) -> Followed:
    yield of(measure), "IN_PROGRESS" if is_planned(measure) else "OPEN"


def _measures_run_again(rows: dict[Row, Any], finding: Any, states: dict[Row, str]) -> Followed:
    for row in _measures_of(rows, finding):
        if states.get(of(row)) == "VERIFIED":
            yield of(row), "REOPENED"


def _finding_rebounds(rows: dict[Row, Any], measure: Any, states: dict[Row, str]) -> Followed:
    yield (Finding._meta.label_lower, measure.finding_id), "REOPENED"


def _tasks_void(rows: dict[Row, Any], assessment: Any, states: dict[Row, str]) -> Followed:
    for row in rows.values():
        asked = isinstance(row, MakeUpTask) and row.item.assessment_id == assessment.pk
        if asked and states.get(of(row)) != "CLEARED":
            yield of(row), "VOID"


def _stage_left(rows: dict[Row, Any], request: Any, states: dict[Row, str]) -> Followed:
    run, following = _runs(rows, request)
    yield of(run), "CLOSED"
    if following is not None:
        yield of(following), "OPEN"


def _stage_open_again(rows: dict[Row, Any], request: Any, states: dict[Row, str]) -> Followed:
    run, following = _runs(rows, request)
    yield of(run), "OPEN"
    if following is None or of(following) not in states:
        return
    yield of(following), "SUSPENDED"
    for row in rows.values():
        made_before = isinstance(row, TransitionRequest) and row.run_id == following.pk
        if made_before and states.get(of(row), "DRAFT") in ("DRAFT", "SUBMITTED", "RECOMMENDED"):
            yield of(row), "WITHDRAWN"


def _measures_of(rows: dict[Row, Any], finding: Any) -> list[Any]:
    measures = [row for row in rows.values() if isinstance(row, Rectification)]
    return [row for row in measures if finding is not None and row.finding_id == finding.pk]


def _runs(rows: dict[Row, Any], request: Any) -> tuple[Any, Any]:
    runs = {row.stage.number: row for row in rows.values() if isinstance(row, StageRun)}
    number = next(number for number, run in runs.items() if run.pk == request.run_id)
    return runs[number], runs.get(number + 1)


# What an act brings about in other rows than the one that it names.
FOLLOWS: dict[str, Callable[[dict[Row, Any], Any, dict[Row, str]], Followed]] = {
    Stages.PLAN_PASSED: _plan_sets_measures,
    Stages.FINDING_ACKNOWLEDGED: _measures_begin,
    Stages.RECTIFICATION_ADDED: _measure_runs,
    Stages.RECTIFICATION_PLANNED: _measure_runs,
    Stages.FINDING_REOPENED: _measures_run_again,
    Stages.RECTIFICATION_REBOUNDED: _finding_rebounds,
    Stages.GATE_TAKEN_BACK: _tasks_void,
    Stages.TRANSITION_APPROVED: _stage_left,
    Stages.TRANSITION_REVOKED: _stage_open_again,
}
