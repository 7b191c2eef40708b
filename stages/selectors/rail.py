"""Where a case stands on its way: stages, their gates, the turns between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import F, FilteredRelation, OuterRef, Q, Subquery

from stages.enums import GateVerdict, RequestState, RunState
from stages.models import Gate, GateAssessment, Stage, Template, TransitionRequest
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
    request = TransitionRequest.objects.filter(run__case=case, run__stage=OuterRef("pk")).order_by("-round")
    # A stage has one run of the case and one schedule of its batch at most, so that the joins multiply no row.
    return template.stages.annotate(
        run=FilteredRelation("runs", condition=Q(runs__case=case)),
        schedule=FilteredRelation("schedules", condition=Q(schedules__batch=case.batch_id)),
        run_state=F("run__state"),
        run_opened=F("run__opened_on"),
        run_closed=F("run__closed_on"),
        run_planned_end=F("run__planned_end"),
        run_extended_end=F("run__extended_end"),
        planned_start=F("schedule__starts_on"),
        planned_end=F("schedule__ends_on"),
        request_state=Subquery(request.values("state")[:1]),
    )
