"""The facts that the blockers rule reads, in a constant number of queries."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef, Subquery
from django.db.models.expressions import Combinable

from stages.enums import (
    SETTLED_MAKE_UP,
    Adequacy,
    CriterionKind,
    FindingKind,
    FindingState,
    GateVerdict,
    GuidanceState,
    Subject,
)
from stages.models import (
    Criterion,
    Finding,
    GateAssessment,
    GateAssessmentItem,
    LookBack,
    MakeUpTask,
    OnSiteGuidance,
    SelfAnalysisSampling,
    StageRun,
    StudyInspection,
    Survey,
)
from stages.rules import blockers as rule
from stages.rules.blockers import Asking, Blocker, Facts, GateStanding, Moment
from stages.rules.figures import Figures
from stages.selectors.findings import unsettled_findings
from stages.selectors.quantities import done_for
from stages.selectors.runs import current_run
from teams.selectors.columns import number_of
from units.enums import PlanKind, PlanState
from units.models import Case, PlanVersion
from units.rules.counting import Tally


def blockers(case: Case, at: Moment = Moment.RECOMMEND) -> list[Blocker]:
    """What still stands between the case and its next stage at `at`; empty for a closed case."""
    if case.closed_on is not None:
        return []
    return blockers_of(case, current_run(case), at)


def blockers_of(case: Case, run: StageRun | None, at: Moment) -> list[Blocker]:
    """The same for a page that has loaded the open run itself."""
    return rule.blockers(facts(case, run), at)


def facts(case: Case, run: StageRun | None) -> Facts:
    """Load what the rule reads of the open stage: four queries, two more where other records than study are counted."""
    if run is None:
        return Facts(False, False, (), False, 0, 0, ())
    return Facts(
        entered=True,
        askings=askings(case, run),
        gates=gate_standings(case, run),
        closes_case=run.stage.closes_case,
        **_marks(case, run),
    )


def _marks(case: Case, run: StageRun) -> dict[str, Any]:
    """What is done and what is open, in one query."""
    plans = PlanVersion.objects.filter(plan__case=case, plan__kind=PlanKind.IMPLEMENTATION, state=PlanState.PASSED)
    red_lines = Finding.objects.filter(case=case, kind=FindingKind.PROBLEM).open_red_lines()
    inadequacies = GateAssessmentItem.objects.filter(
        assessment__case=case, assessment__gate__stage=run.stage_id, adequacy=Adequacy.INADEQUATE
    ).exclude(follow_up__state__in=[FindingState.CLOSED, FindingState.WITHDRAWN])
    guidance = OnSiteGuidance.objects.filter(case=case, state=GuidanceState.SELECTED)
    make_up = MakeUpTask.objects.filter(case=case).exclude(state__in=SETTLED_MAKE_UP)
    return dict(
        Case.objects.filter(pk=case.pk)
        .values(
            plan_passed=Exists(plans),
            look_back_done=Exists(LookBack.objects.filter(run=run)),
            open_red_lines=number_of(red_lines),
            unsettled_findings=number_of(unsettled_findings(case)),
            open_make_up_tasks=number_of(make_up),
            open_inadequacies=number_of(inadequacies),
            guidance_due=Exists(guidance),
            team_was_there=_own_records(case, run),
        )
        .get()
    )


def _own_records(case: Case, run: StageRun) -> Combinable:
    """Whether anything that the team itself found, inspected or counted is of this stage."""
    since = run.opened_on
    return (
        Exists(Finding.objects.filter(case=case, observed_on__gte=since).exclude(state=FindingState.WITHDRAWN))
        | Exists(StudyInspection.objects.filter(case=case, inspected_on__gte=since))
        | Exists(SelfAnalysisSampling.objects.filter(case=case, sampled_on__gte=since, withdrawn_at=None))
        | Exists(OnSiteGuidance.objects.filter(case=case, held_on__gte=since))
        | Exists(Survey.objects.standing().filter(run=run, held_on__gte=since))
    )


def askings(case: Case, run: StageRun) -> list[Asking]:
    """The quantities that the stage's gates and its exit ask for, beside what was done."""
    template = run.stage.template
    criteria = list(
        Criterion.objects.filter(template=template, kind=CriterionKind.QUANTITY)
        .filter(stage=run.stage, subject__in=[Subject.GATE, Subject.EXIT])
        .select_related("template")
        .order_by("order")
    )
    done = done_for(case, criteria, run)
    return [
        Asking(criterion, figures_of(criterion, done[measure]))
        for criterion in criteria
        if (measure := criterion.measures) in done and measure is not None
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
    rounds = GateAssessment.objects.standing().filter(case=case, gate=OuterRef("pk"))
    latest = rounds.order_by("-round").values("verdict")[:1]
    return [
        GateStanding(gate.pk, gate.name, GateVerdict(gate.verdict) if gate.verdict else None)
        for gate in run.stage.gates.annotate(verdict=Subquery(latest))
    ]
