"""The gates of a case: what each asks, what the record answers, how each round was judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, QuerySet, Subquery
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from stages.enums import (
    SETTLED_MAKE_UP,
    CriterionKind,
    FindingKind,
    FindingState,
    GateVerdict,
    RequestState,
    RunState,
)
from stages.models import (
    Criterion,
    Finding,
    Gate,
    GateAssessment,
    GateAssessmentItem,
    MakeUpTask,
    StageRun,
    StudyInspection,
    StudyInspectionItem,
    TransitionRequest,
)
from stages.rules.gate_answers import Asked
from stages.rules.gates import Rounds
from stages.selectors.blockers import figures_of
from stages.selectors.quantities import Done, done_for
from stages.selectors.runs import current_run
from stages.selectors.template import gate_criteria, template_of
from teams.selectors.columns import number_of
from units.models import Case
from units.rules.counting import Tally

NOTHING = Tally(0, 0, 0)


@dataclass(frozen=True)
class GateOverview:
    """A gate with its latest round, whether its own stage is open, and what is still to be made up for it."""

    gate: Gate
    latest: GateAssessment | None
    in_home_stage: bool
    uncleared: int

    @property
    def tone(self) -> str:
        if self.latest is not None:
            return "pass" if self.is_passed else "block"
        return "now" if self.in_home_stage else "rest"

    @property
    def is_passed(self) -> bool:
        return self.latest is not None and self.latest.verdict == GateVerdict.PASSED


@dataclass(frozen=True)
class HomeStage:
    """Whether the stage of a gate is open, and whether its request lies before the leading group."""

    is_open: bool
    with_the_group: bool


def gates_of(case: Case) -> list[GateOverview]:
    """Every gate of the case's template but the transition, in the speech's order: five queries."""
    template = template_of(case)
    if template is None:
        return []
    run = current_run(case)
    latest: dict[int, GateAssessment] = {}
    for assessment in GateAssessment.objects.standing().filter(case=case).order_by("round"):
        latest[assessment.gate_id] = assessment
    uncleared = Counter(uncleared_tasks(case).values_list("item__assessment__gate", flat=True))
    return [
        GateOverview(
            gate=gate,
            latest=latest.get(gate.pk),
            in_home_stage=run is not None and run.stage_id == gate.stage_id,
            uncleared=uncleared[gate.pk],
        )
        for gate in template.gates.filter(is_transition=False).select_related("stage")
    ]


def asked_of(case: Case, gate: Gate) -> list[Asked]:
    """What the gate asks, beside the figures and the grades of today: three queries, more where other records count."""
    criteria = list(gate_criteria(gate).select_related("template"))
    kinds = {criterion.kind for criterion in criteria}
    done = done_for(case, [each for each in criteria if each.kind == CriterionKind.QUANTITY])
    grades = latest_grades(case) if CriterionKind.INSPECTION in kinds else {}
    follow_ups = follow_ups_of(case, gate) if CriterionKind.ADEQUACY in kinds else {}
    return [
        Asked(
            criterion,
            figures=figures_of(criterion, _done(done, criterion)) if criterion.kind == CriterionKind.QUANTITY else None,
            grades=grades if criterion.kind == CriterionKind.INSPECTION else {},
            follow_ups=follow_ups if criterion.kind == CriterionKind.ADEQUACY else {},
        )
        for criterion in criteria
    ]


def follow_ups_of(case: Case, gate: Gate) -> dict[int, str]:
    """Problems issued against the gate, by id, as "no. 3: text": what can follow up an adequacy answer."""
    problems = Finding.objects.issued().filter(case=case, gate=gate, kind=FindingKind.PROBLEM)
    return {
        finding.pk: _("No. %(number)s: %(text)s")
        % {"number": finding.number, "text": Truncator(finding.text).chars(40)}
        for finding in problems.exclude(state=FindingState.WITHDRAWN)
    }


def _done(done: Done, criterion: Criterion) -> Tally:
    """What nothing has been recorded of stands at nought."""
    measure = criterion.measures
    return done.get(measure, NOTHING) if measure else NOTHING


def rounds_of(case: Case, gate: Gate) -> list[GateAssessment]:
    """The rounds so far, newest first, with their items and what was to be made up: two queries."""
    return list(judged_rounds().filter(case=case, gate=gate).order_by("-round"))


def judged_rounds() -> QuerySet[GateAssessment]:
    """Rounds as pages show them: who judged, what was answered to each criterion, what was to be made up."""
    items = GateAssessmentItem.objects.select_related("criterion", "make_up_task", "follow_up")
    return GateAssessment.objects.select_related(
        "assessed_by", "taken_back_by", "collective_decision__meeting"
    ).prefetch_related(Prefetch("items", queryset=items))


def round_facts(case: Case, gate: Gate) -> Rounds:
    """What the rule reads of earlier rounds: one query."""
    uncleared = uncleared_tasks(case).filter(item__assessment__gate=OuterRef("gate"))
    rounds = GateAssessment.objects.filter(case=case, gate=gate).annotate(uncleared=number_of(uncleared))
    return _facts_of(rounds.order_by("-round"), lambda last: last.uncleared or 0)


def facts_of(rounds: Sequence[GateAssessment]) -> Rounds:
    """The same of rounds that are loaded, newest first."""
    tasks = [task for each in rounds for item in each.items.all() if (task := getattr(item, "make_up_task", None))]
    return _facts_of(rounds, lambda _last: sum(1 for task in tasks if task.state not in SETTLED_MAKE_UP))


def _facts_of(rounds: Iterable[Any], uncleared: Callable[[Any], int]) -> Rounds:
    judged = list(rounds)
    if not judged:
        return Rounds()
    latest = next((round for round in judged if round.taken_back_at is None), None)
    return Rounds(judged[0].round, GateVerdict(latest.verdict) if latest else None, uncleared(judged[0]))


def latest_standing(case: Case, gate: Gate) -> GateAssessment | None:
    """The round whose verdict counts."""
    return GateAssessment.objects.standing().filter(case=case, gate=gate).order_by("-round").first()


def is_in_home_stage(case: Case, gate: Gate) -> bool:
    """Whether the gate's own stage is open for the case."""
    return home_stage(case, gate).is_open


def home_stage(case: Case, gate: Gate) -> HomeStage:
    """Where the gate's own stage stands for the case: one query."""
    recommended = TransitionRequest.objects.filter(run=OuterRef("pk"), state=RequestState.RECOMMENDED)
    run = (
        StageRun.objects.filter(case=case, stage=gate.stage_id, state=RunState.OPEN)
        .annotate(recommended=Exists(recommended))
        .first()
    )
    return HomeStage(is_open=run is not None, with_the_group=bool(run and run.recommended))


def unpassed_before(case: Case, gate: Gate) -> QuerySet[Gate]:
    """Earlier gates of the same stage that are not passed; to judge out of order is a warning (row 77)."""
    passed = GateAssessment.objects.standing().filter(case=case, verdict=GateVerdict.PASSED).values("gate")
    return Gate.objects.filter(stage=gate.stage_id, order__lt=gate.order).exclude(pk__in=passed)


def uncleared_tasks(case: Case) -> QuerySet[MakeUpTask]:
    """What is still to be made up, whoever is to act next (row 77)."""
    return MakeUpTask.objects.filter(case=case).exclude(state__in=SETTLED_MAKE_UP)


def make_up_tasks_of(case: Case) -> QuerySet[MakeUpTask]:
    """All make-up tasks of the case, with the criterion and the gate that asked for them."""
    return MakeUpTask.objects.filter(case=case).select_related("item__criterion", "item__assessment__gate")


def inspections_of(case: Case) -> QuerySet[StudyInspection]:
    """The team's inspections, newest first."""
    return StudyInspection.objects.filter(case=case).select_related("inspected_by").prefetch_related("items")


def latest_inspection(case: Case) -> StudyInspection | None:
    """The inspection that a gate is judged by: what was seen last counts."""
    return inspections_of(case).first()


def latest_grades(case: Case) -> dict[str, str]:
    """The grade of each kind that the latest inspection looked at: one query."""
    latest = inspections_of(case).values("pk")[:1]
    return dict(StudyInspectionItem.objects.filter(inspection=Subquery(latest)).values_list("kind", "grade"))
