"""Everything that a criterion can ask for: what the unit recorded, and what the team did."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import Exists, Q, QuerySet

from stages.enums import Counted
from stages.models import Criterion, Rectification, SelfAnalysisSampling, StageRun, Survey
from stages.rules.surveys import satisfaction
from stages.selectors.rectifications import STANDING
from stages.selectors.runs import current_run
from teams.selectors.columns import number_of, sum_of
from units.enums import PlanKind, PlanState, Quantity
from units.models import Case, PlanVersion, RegulationOutput
from units.rules.counting import Tally
from units.rules.counting_appraisal import percent
from units.selectors.quantities import tallies

# By the quantity's code, of `Quantity` or of `Counted`.
Done = Mapping[str, Tally]


def done_for(case: Case, criteria: Collection[Criterion], run: StageRun | None = None) -> Done:
    """What was done of all that the criteria ask for; only what is asked costs a query.

    `run` is the open run, for who has it already.
    """
    asked = {criterion.measures for criterion in criteria} - {None}
    done: dict[str, Tally] = {}
    if any(isinstance(quantity, Quantity) for quantity in asked):
        of_activities = tallies(case, day_minutes=next(iter(criteria)).template.day_minutes)
        done |= {str(quantity): tally for quantity, tally in of_activities.items()}
    if any(isinstance(quantity, Counted) for quantity in asked):
        done |= counted(case, run or current_run(case))
    return done


def counted(case: Case, run: StageRun | None) -> dict[str, Tally]:
    """Sums over other records than activities, in two queries; what the team itself did is verified as it stands."""
    sums = {name: number or 0 for name, number in _sums(case).items()}
    measures = sums["measures"]
    return {
        Counted.REGULATION_OUTPUTS: Tally(sums["rules_made"], sums["rules_shown"], sums["rules_verified"]),
        Counted.SELF_ANALYSES_SAMPLED: _own(sums["sampled"]),
        # Where nothing is to be mended, nothing lacks responsibility, deadline or quality requirement.
        Counted.COMPLETE_RECTIFICATIONS_PERCENT: _own(percent(sums["complete"], measures) if measures else 100),
        Counted.RECTIFICATION_PLAN_PASSED: _own(int(sums["plan_passed"])),
        Counted.SATISFACTION_PERCENT: _own(_satisfaction(run)),
    }


def _own(figure: int) -> Tally:
    return Tally(figure, figure, figure)


def _sums(case: Case) -> dict[str, Any]:
    regulations = RegulationOutput.objects.filter(case=case, withdrawn_at=None)
    measures = Rectification.objects.filter(STANDING, case=case)
    samplings = SelfAnalysisSampling.objects.filter(case=case, withdrawn_at=None)
    plans = PlanVersion.objects.filter(plan__case=case, plan__kind=PlanKind.RECTIFICATION, state=PlanState.PASSED)
    return dict(
        Case.objects.filter(pk=case.pk)
        .values(
            rules_made=number_of(regulations),
            rules_shown=number_of(regulations.filter(file__isnull=False)),
            rules_verified=number_of(regulations.filter(verified_at__isnull=False)),
            sampled=sum_of(samplings, "sampled"),
            complete=number_of(_complete(measures)),
            measures=number_of(measures),
            plan_passed=Exists(plans),
        )
        .get()
    )


def _complete(measures: QuerySet[Rectification]) -> QuerySet[Rectification]:
    """Those with responsibility, deadline and quality requirement (rows 80, 112)."""
    lacking = Q(measure="") | Q(responsible="") | Q(quality_requirement="") | Q(due_on=None)
    return measures.exclude(lacking)


def _satisfaction(run: StageRun | None) -> int:
    """Of the stage's latest survey that stands, as the template counts it."""
    survey = Survey.objects.filter(run=run).standing().first() if run else None
    return satisfaction(survey, basic=run.stage.template.basic_is_satisfied) if run and survey else 0
