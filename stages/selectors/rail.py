"""Where a case stands on its way: stages, their gates, the turns between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from stages.enums import GateVerdict, RequestState, RunState
from stages.models import Gate, GateAssessment, Stage, StageRun, StageSchedule, Template, TransitionRequest
from stages.selectors.template import template_of
from units.models import Case


@dataclass(frozen=True)
class GateStop:
    """A gate with its latest verdict, if it was judged."""

    gate: Gate
    verdict: GateVerdict | None


@dataclass(frozen=True)
class StageStop:
    """A stage with its gates, the case's run through it, and its planned dates for the batch."""

    stage: Stage
    gates: tuple[GateStop, ...]
    run: RunState | None
    opened_on: date | None
    closed_on: date | None
    planned_start: date | None
    planned_end: date | None
    request: RequestState | None


def rail_of(case: Case) -> tuple[StageStop, ...]:
    """Every stage of the case's template in order: three queries, four before entry."""
    template = template_of(case)
    if template is None:
        return ()
    gates = _gates(template, case)
    return tuple(
        StageStop(
            stage=stage,
            gates=tuple(stop for stop in gates if stop.gate.stage_id == stage.pk),
            run=RunState(stage.run_state) if stage.run_state else None,
            opened_on=stage.run_opened,
            closed_on=stage.run_closed,
            planned_start=stage.planned_start,
            planned_end=stage.run_extended_end or stage.run_planned_end or stage.planned_end,
            request=RequestState(stage.request_state) if stage.request_state else None,
        )
        for stage in _stages(template, case)
    )


def open_stage(rail: tuple[StageStop, ...]) -> StageStop | None:
    """The stage that the case is in; None before entry and after the close."""
    return next((stop for stop in rail if stop.run is RunState.OPEN), None)


def _gates(template: Template, case: Case) -> list[GateStop]:
    rounds = GateAssessment.objects.standing().filter(case=case, gate=OuterRef("pk"))
    latest = rounds.order_by("-round").values("verdict")[:1]
    gates = template.gates.filter(is_transition=False).annotate(verdict=Subquery(latest))
    return [GateStop(gate, GateVerdict(gate.verdict) if gate.verdict else None) for gate in gates]


def _stages(template: Template, case: Case):  # type: ignore[no-untyped-def]  # rows with annotations
    run = StageRun.objects.filter(case=case, stage=OuterRef("pk"))
    schedule = StageSchedule.objects.filter(batch=case.batch_id, stage=OuterRef("pk"))
    request = TransitionRequest.objects.filter(run__case=case, run__stage=OuterRef("pk")).order_by("-round")
    return template.stages.annotate(
        run_state=Subquery(run.values("state")[:1]),
        run_opened=Subquery(run.values("opened_on")[:1]),
        run_closed=Subquery(run.values("closed_on")[:1]),
        run_planned_end=Subquery(run.values("planned_end")[:1]),
        run_extended_end=Subquery(run.values("extended_end")[:1]),
        planned_start=Subquery(schedule.values("starts_on")[:1]),
        planned_end=Subquery(schedule.values("ends_on")[:1]),
        request_state=Subquery(request.values("state")[:1]),
    )
