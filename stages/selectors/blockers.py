"""The facts that the blockers rule reads, in a constant number of queries."""

from __future__ import annotations

from stages.enums import CriterionKind, FindingKind, GateVerdict, MakeUpState, Subject
from stages.models import Criterion, Finding, GateAssessment, LookBack, MakeUpTask, StageRun
from stages.rules import blockers as rule
from stages.rules.blockers import Asking, Blocker, Facts, GateStanding, Moment
from stages.rules.figures import Figures
from stages.selectors.runs import current_run
from units.enums import PlanKind, PlanState
from units.models import Case, PlanVersion
from units.rules.counting import Tally
from units.selectors.quantities import tallies


def blockers(case: Case, at: Moment = Moment.RECOMMEND) -> list[Blocker]:
    """What still stands between the case and its next stage at `at`; empty for a closed case."""
    if case.closed_on is not None:
        return []
    return rule.blockers(facts(case, current_run(case)), at)


def facts(case: Case, run: StageRun | None) -> Facts:
    """Load what the rule reads of the open stage."""
    if run is None:
        return Facts(False, False, (), False, 0, 0, ())
    return Facts(
        entered=True,
        plan_passed=PlanVersion.objects.filter(
            plan__case=case, plan__kind=PlanKind.IMPLEMENTATION, state=PlanState.PASSED
        ).exists(),
        askings=askings(case, run),
        look_back_done=LookBack.objects.filter(run=run).exists(),
        open_red_lines=Finding.objects.filter(case=case, kind=FindingKind.PROBLEM).open_red_lines().count(),
        open_make_up_tasks=MakeUpTask.objects.filter(case=case).exclude(state=MakeUpState.CLEARED).count(),
        gates=gate_standings(case, run),
    )


def askings(case: Case, run: StageRun) -> list[Asking]:
    """The quantities that the stage's gates and its exit ask for, beside what was done."""
    template = run.stage.template
    criteria = (
        Criterion.objects.filter(template=template, kind=CriterionKind.QUANTITY)
        .filter(stage=run.stage, subject__in=[Subject.GATE, Subject.EXIT])
        .order_by("order")
    )
    done = tallies(case, day_minutes=template.day_minutes)
    return [
        Asking(criterion, figures_of(criterion, done[criterion.measures]))
        for criterion in criteria
        if criterion.measures in done
    ]


def figures_of(criterion: Criterion, tally: Tally) -> Figures:
    """A criterion's threshold beside the three sums."""
    return Figures(
        declared_sum=tally.declared,
        evidenced_sum=tally.evidenced,
        verified_sum=tally.verified,
        threshold=criterion.threshold or 0,
        shown_per=criterion.shown_per,
        unit=criterion.unit,
    )


def gate_standings(case: Case, run: StageRun) -> list[GateStanding]:
    """The gates of the stage with the verdict of their latest round."""
    latest: dict[int, str] = {}
    for gate_id, verdict in (
        GateAssessment.objects.filter(case=case, gate__stage=run.stage)
        .order_by("round")
        .values_list("gate_id", "verdict")
    ):
        latest[gate_id] = verdict
    return [
        GateStanding(gate.pk, gate.name, GateVerdict(latest[gate.pk]) if gate.pk in latest else None)
        for gate in run.stage.gates.all()
    ]
