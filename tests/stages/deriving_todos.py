"""The to-dos and the holder that the rows of a case ask for, derived afresh: what stands open has to be the same."""

from stages.enums import (
    ExtensionState,
    FindingKind,
    FindingScope,
    FindingState,
    GuidanceState,
    MakeUpState,
    RectificationState,
    RemarkPhase,
    RequestState,
    RunState,
)
from stages.enums import TodoKind as Stages
from stages.models import (
    Extension,
    Finding,
    FindingRemark,
    Gate,
    GateAssessment,
    MakeUpTask,
    OnSiteGuidance,
    Rectification,
    TransitionRequest,
)
from stages.rules.findings import RUNNING
from stages.rules.gates import judge_again
from stages.rules.rectifications import WITH_THE_UNIT
from stages.selectors.gates import round_facts
from stages.selectors.rectifications import STANDING
from stages.selectors.runs import current_run
from stages.selectors.template import asks_for_rectification_plan
from units.enums import ActivityState, FileSide, PlanKind, PlanState
from units.enums import TodoKind as Units
from units.models import Activity, RegulationOutput, Todo
from units.ranks import rank_of
from units.selectors.plans import versions_of

OF_FINDINGS = (
    Stages.ISSUE_FINDING,
    Stages.MEND_DRAFT,
    Stages.GIVE_VIEWS,
    Stages.ACKNOWLEDGE,
    Stages.SETTLE_DISPUTE,
    Stages.ANSWER_SUGGESTION,
    Stages.CLOSE_FINDING,
    Stages.RECTIFY,
    Stages.VERIFY_RECTIFICATION,
)
TO_WRITE = (PlanState.DRAFT, PlanState.RETURNED, PlanState.WITHDRAWN)
TO_ACKNOWLEDGE = (FindingState.ISSUED, FindingState.UPHELD, FindingState.AMENDED)


def of_findings(case):
    """(kind, target, count) of every duty that the rows ask for; of a closed case nothing is to be done."""
    if case.closed_on is not None:
        return set()
    drafts = Finding.objects.filter(case=case, state=FindingState.DRAFT, withdrawn_reason="")
    to_issue = drafts.filter(scope=FindingScope.CAMPAIGN, leader_note="").count()
    to_mend = drafts.exclude(leader_note="").count()
    asked = {(Stages.ISSUE_FINDING, None, to_issue)} if to_issue else set()
    asked |= {(Stages.MEND_DRAFT, None, to_mend)} if to_mend else set()
    for finding in Finding.objects.filter(case=case):
        asked |= {(kind, finding.pk, 1) for kind in _of_finding(finding)}
    for row in Rectification.objects.filter(STANDING, case=case):
        if row.state in WITH_THE_UNIT:
            asked.add((Stages.RECTIFY, row.pk, 1))
        elif row.state == RectificationState.REPORTED:
            asked.add((Stages.VERIFY_RECTIFICATION, row.pk, 1))
    return {(str(kind), target, count) for kind, target, count in asked}


def _of_finding(finding):
    problem = finding.kind == FindingKind.PROBLEM
    states = [row.state for row in finding.rectifications.all()]
    views = FindingRemark.objects.filter(finding=finding, side=FileSide.UNIT, phase=RemarkPhase.EXCHANGE)
    if finding.state == FindingState.DRAFT and finding.shared_at:
        return [] if views.filter(written_at__gte=finding.shared_at).exists() else [Stages.GIVE_VIEWS]
    if problem and finding.state in TO_ACKNOWLEDGE:
        return [Stages.ACKNOWLEDGE]
    if finding.state == FindingState.DISPUTED:
        return [Stages.SETTLE_DISPUTE]
    if not problem and finding.state == FindingState.ISSUED:
        return [Stages.ANSWER_SUGGESTION]
    done = states and all(state == RectificationState.VERIFIED for state in states)
    return [Stages.CLOSE_FINDING] if finding.state in RUNNING and done else []


def of_the_road(case):
    """Kinds of to-dos that the state asks for, read afresh from the rows."""
    case.refresh_from_db()
    if case.closed_on is not None:
        return set()
    run = current_run(case)
    plan, mending = (versions_of(case, kind).first() for kind in PlanKind)
    rectifies = run is not None and asks_for_rectification_plan(run.stage)
    request = TransitionRequest.objects.filter(run=run).order_by("-round").first() if run else None
    activities = Activity.objects.filter(case=case)
    tasks = MakeUpTask.objects.filter(case=case)
    longer = Extension.objects.filter(run__case=case, run__state=RunState.OPEN, state=ExtensionState.ASKED)
    handed_in = request is not None and request.state in (RequestState.SUBMITTED, RequestState.RECOMMENDED)
    asked = {
        Units.ENTER: case.entered_on is None,
        Units.PROFILE: case.entered_on and case.profile_filled_at is None,
        Units.CONFIRM_PROFILE: case.profile_filled_at and case.profile_confirmed_at is None,
        Units.PLAN: case.entered_on and (plan is None or plan.state in TO_WRITE),
        Units.REVIEW_PLAN: plan is not None and plan.state == PlanState.SUBMITTED,
        Units.RECTIFICATION_PLAN: rectifies and (mending is None or mending.state in TO_WRITE),
        Units.REVIEW_RECTIFICATION_PLAN: rectifies and mending is not None and mending.state == PlanState.SUBMITTED,
        Units.VERIFY_ACTIVITIES: activities.filter(state=ActivityState.SUBMITTED).exists(),
        Units.MEND_ACTIVITIES: activities.filter(state=ActivityState.RETURNED).exists(),
        Units.VERIFY_REGULATIONS: RegulationOutput.objects.filter(
            case=case, withdrawn_at=None, verified_at=None
        ).exists(),
        Stages.MAKE_UP: tasks.filter(state__in=[MakeUpState.OPEN, MakeUpState.RETURNED]).exists(),
        Stages.CHECK_MAKE_UP: tasks.filter(state=MakeUpState.ANSWERED).exists(),
        Stages.REQUEST: run is not None and not handed_in,
        Stages.REVIEW_REQUEST: request is not None and request.state == RequestState.SUBMITTED,
        Stages.DECIDE_REQUEST: request is not None and request.state == RequestState.RECOMMENDED,
        Stages.ASSESS_AGAIN: any(judge_again(round_facts(case, gate)) for gate in _judged_gates(case)),
        Stages.GIVE_GUIDANCE: OnSiteGuidance.objects.filter(case=case, state=GuidanceState.SELECTED).exists(),
        Stages.OPINE_EXTENSION: longer.filter(opined_at=None).exists(),
        Stages.DECIDE_EXTENSION: longer.filter(opined_at__isnull=False).exists(),
    }
    return {str(kind) for kind, wanted in asked.items() if wanted}


def _judged_gates(case):
    return Gate.objects.filter(pk__in=GateAssessment.objects.filter(case=case).values("gate"))


def check_road(case):
    """All but the findings' own: the kinds that stand open, the day of the request, and in whose hands the case is."""
    case.refresh_from_db()
    every = list(Todo.objects.filter(case=case, settled_at=None))
    assert {todo.kind for todo in every} - {str(kind) for kind in OF_FINDINGS} == of_the_road(case)
    asked = [todo.due_on for todo in every if todo.kind == Stages.REQUEST]
    run = current_run(case)
    assert asked in ([], [run and run.due_on])
    first = min(every, key=lambda todo: (rank_of(todo.kind), todo.since, todo.pk), default=None)
    assert case.holder == (first.party if first else "")
    assert case.holder_reason == (first.kind if first else "")


def check_findings(case):
    rows = Todo.objects.filter(case=case, settled_at=None, kind__in=[str(kind) for kind in OF_FINDINGS])
    assert set(rows.values_list("kind", "target_id", "count")) == of_findings(case)
    assert rows.count() == len(of_findings(case))
