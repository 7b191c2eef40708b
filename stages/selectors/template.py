"""What is asked of a case: the template it entered under, its stages, gates and criteria."""

from django.db.models import Min, QuerySet

from stages.enums import Counted, CriterionKind, RunState, Subject
from stages.models import Criterion, Gate, Stage, StageRun, StageSchedule, Template
from units.enums import PlanKind
from units.models import Case
from units.rules.counting_appraisal import RECORDED_AS


def template_of(case: Case) -> Template | None:
    """The version that the case entered under; before entry, the newest of its campaign."""
    entered = Template.objects.filter(stages__runs__case=case).first()
    return entered or Template.objects.filter(campaign=case.batch.campaign_id).order_by("-version").first()


def day_minutes_of(case: Case) -> int | None:
    """How many minutes make a concentrated day in the case's campaign (row 58)."""
    template = template_of(case)
    return template.day_minutes if template else None


def kinds_not_yet(case: Case) -> frozenset[str]:
    """Kinds of records that only a later stage asks for, where the campaign does not let recording begin early."""
    template = template_of(case)
    if template is None or template.early_recording:
        return frozenset()
    reached = StageRun.objects.filter(case=case).exclude(state=RunState.SUSPENDED).values("stage__number")
    number = max((row["stage__number"] for row in reached), default=0)
    quantities = template.criteria.filter(kind=CriterionKind.QUANTITY, stage__isnull=False)
    asked = dict(quantities.order_by().values_list("quantity").annotate(Min("stage__number")))
    return frozenset(str(kind) for quantity, kind in RECORDED_AS.items() if asked.get(str(quantity), 0) > number)


_SUBJECT_OF_A_PLAN = {
    PlanKind.IMPLEMENTATION: Subject.PLAN,
    PlanKind.RECTIFICATION: Subject.RECTIFICATION_PLAN,
}


def plan_criteria(template: Template, kind: PlanKind) -> QuerySet[Criterion]:
    """What the review of a plan asks: of an implementation plan the four points with their sub-items (rows 50-54)."""
    return template.criteria.filter(subject=_SUBJECT_OF_A_PLAN[kind])


def asks_for_rectification_plan(stage: Stage) -> bool:
    """Whether a gate of this stage asks for a rectification plan that has passed."""
    return stage.criteria.filter(quantity=Counted.RECTIFICATION_PLAN_PASSED).exists()


def gate_criteria(gate: Gate) -> QuerySet[Criterion]:
    """What a gate asks."""
    return gate.criteria.filter(subject=Subject.GATE)


def exit_criteria(stage: Stage) -> QuerySet[Criterion]:
    """What leaving the stage asks of the team's review (rows 7, 10, 19, 21)."""
    return stage.criteria.filter(subject=Subject.EXIT)


def look_back_criteria(stage: Stage) -> QuerySet[Criterion]:
    """The reasons not to move on that the unit looks back at."""
    return stage.criteria.filter(subject=Subject.LOOK_BACK)


def schedule_of(case: Case, stage: Stage) -> StageSchedule | None:
    """The planned dates of a stage for the case's batch; they advance nothing (row 78)."""
    return StageSchedule.objects.filter(batch=case.batch_id, stage=stage).first()


def stage_after(stage: Stage) -> Stage | None:
    """Where approval leads; None when it closes the case."""
    if stage.closes_case:
        return None
    return Stage.objects.filter(template=stage.template_id, number__gt=stage.number).order_by("number").first()
