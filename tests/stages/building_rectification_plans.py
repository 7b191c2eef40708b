"""Cases in the stage that asks for a rectification plan, and the plan on its way, built through the services."""

from dataclasses import replace
from datetime import timedelta

from stages.enums import PlanAnswer, RunState
from stages.models import PlanReview, Rectification, StageRun
from stages.selectors.template import asks_for_rectification_plan, plan_criteria, template_of
from stages.services.plan_reviews import Answer, review_plan
from stages.services.stage_duties import leave_stage_to_the_unit
from teams import clock
from tests.cast import Cast
from tests.samples import uploaded
from tests.stages.building_plans import passed_plan
from units.enums import PlanKind, ProblemCategory, SubjectLevel
from units.models import Case, PlanVersion
from units.selectors.plans import remarks_to_answer
from units.services.plan_problems import ProblemGiven, save_problems
from units.services.plans import answer_remarks, draft_version, submit_plan

OF_THE_LEADERSHIP = ProblemGiven(
    category=ProblemCategory.CONDUCT,
    text="领导班子调研不深入，会议偏多。",
    measure="每月下基层不少于五天，合并同类会议。",
    responsible="县委办公室",
    quality_requirement="会议比上年减少三分之一。",
    level=SubjectLevel.LEADERSHIP,
)
OF_A_BRANCH = ProblemGiven(
    category=ProblemCategory.LIVELIHOOD,
    text="窗口排队时间长。",
    measure="增开两个窗口。",
    responsible="服务中心党支部",
    quality_requirement="平均等候不超过20分钟。",
    level=SubjectLevel.BRANCH,
)


def problems(**changes) -> list[ProblemGiven]:
    """One at each level that is itemised, due in ten days; `changes` go into the first."""
    due_on = clock.today() + timedelta(days=10)
    first, second = (replace(given, due_on=due_on) for given in (OF_THE_LEADERSHIP, OF_A_BRANCH))
    return [replace(first, **changes), second]


def in_last_stage(case: Case, cast: Cast) -> Case:
    """The stage that asks for the plan is open. The road there is walked elsewhere; here its runs are laid by hand."""
    if StageRun.objects.filter(case=case, state=RunState.OPEN).first() is None:
        passed_plan(case, cast)
        case.refresh_from_db()
    for stage in template_of(case).stages.order_by("number"):
        opened = StageRun.objects.filter(case=case, state=RunState.OPEN)
        if asks_for_rectification_plan(stage):
            opened.update(state=RunState.CLOSED, closed_on=clock.today())
            run = StageRun.objects.create(case=case, stage=stage, opened_on=clock.today())
            leave_stage_to_the_unit(case, run)
    return case


def drafted_rectification_plan(case: Case, cast: Cast, **given) -> PlanVersion:
    """A draft that lacks nothing; `problems` may be given."""
    version = draft_version(
        case_id=case.pk,
        kind=PlanKind.RECTIFICATION,
        upload=uploaded("整改方案.docx"),
        note="",
        acting_user=cast.liaison,
    )
    version = save_problems(
        version_id=version.pk,
        expected_version=version.version,
        problems=given.get("problems") or problems(),
        omissions={},
        acting_user=cast.liaison,
    )
    answers = {remark.pk: "已按意见修改。" for remark in remarks_to_answer(version)}
    if answers:
        version = answer_remarks(
            version_id=version.pk, expected_version=version.version, answers=answers, acting_user=cast.liaison
        )
    return version


def submitted_rectification_plan(case: Case, cast: Cast, **given) -> PlanVersion:
    version = drafted_rectification_plan(case, cast, **given)
    return submit_plan(version_id=version.pk, expected_version=version.version, acting_user=cast.secretary)


def reviewed_rectification_plan(version: PlanVersion, cast: Cast, *, revise=(), **given) -> PlanReview:
    """The leader's review: all conforms but for the codes in `revise`."""
    criteria = plan_criteria(template_of(version.plan.case), PlanKind.RECTIFICATION)
    answers = [
        Answer(each.pk, PlanAnswer.REVISE, remark="请明确。")
        if each.code in revise
        else Answer(each.pk, PlanAnswer.CONFORMS)
        for each in criteria
    ]
    given.setdefault("acting_user", cast.leader)
    review = review_plan(version_id=version.pk, expected_version=version.version, answers=answers, opinion="", **given)
    version.refresh_from_db()
    return review


def passed_rectification_plan(case: Case, cast: Cast, **given) -> PlanVersion:
    """Passed; its measures stand in the ledger."""
    version = submitted_rectification_plan(case, cast, **given)
    reviewed_rectification_plan(version, cast)
    return version


def measures_of(case: Case) -> list[Rectification]:
    return list(Rectification.objects.filter(case=case).select_related("plan_problem").order_by("pk"))
