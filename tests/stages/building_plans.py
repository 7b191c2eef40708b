"""Cases from entry to the passed plan, built through the services."""

from datetime import date

from stages.enums import PlanAnswer
from stages.models import PlanReview
from stages.selectors.template import plan_criteria, template_of
from stages.services.entry import enter_case
from stages.services.plan_reviews import Answer, review_plan
from stages.services.profiles import confirm_profile
from tests.cast import Cast
from tests.samples import uploaded
from units.enums import THE_FIVE_CATEGORIES, PlanKind, ProblemCategory
from units.models import Case, PlanVersion
from units.selectors.plans import remarks_to_answer
from units.services.plan_problems import ProblemGiven, save_problems
from units.services.plans import answer_remarks, draft_version, submit_plan
from units.services.profiles import fill_profile

ENTERED_ON = date(2005, 1, 20)
COUNTS = {"members_total": 1032, "branches": 79, "leaders": 9, "members_away": 11}
PROBLEM = ProblemGiven(
    category=ProblemCategory.LIVELIHOOD,
    text="群众反映窗口排队时间长。",
    measure="增开两个窗口，平均等候不超过20分钟。",
    responsible="服务中心",
    due_on=date(2005, 5, 15),
)
OTHERS = {
    category.value: "自查没有发现。" for category in THE_FIVE_CATEGORIES if category is not ProblemCategory.LIVELIHOOD
}


def entered(case: Case, cast: Cast, on: date = ENTERED_ON) -> Case:
    """The team has entered; the first stage is open."""
    enter_case(case_id=case.pk, entered_on=on, acting_user=cast.leader)
    case.refresh_from_db()
    return case


def profiled(case: Case, cast: Cast, *, confirmed: bool = True) -> Case:
    """Entered, with the profile filled in and confirmed."""
    if case.entered_on is None:
        entered(case, cast)
    fill_profile(
        case_id=case.pk, expected_version=case.version, **COUNTS, situation="县域分散。", acting_user=cast.liaison
    )
    if confirmed:
        confirm_profile(case_id=case.pk, acting_user=cast.member)
    case.refresh_from_db()
    return case


def drafted_plan(case: Case, cast: Cast, **given) -> PlanVersion:
    """A draft that lacks nothing; `upload`, `problems` and `omissions` may be given. The case enters if it has not."""
    if case.entered_on is None:
        entered(case, cast)
    upload = given.get("upload") or uploaded("实施方案.docx")
    version = draft_version(case_id=case.pk, upload=upload, note="", acting_user=cast.liaison)
    version = save_problems(
        version_id=version.pk,
        expected_version=version.version,
        problems=given.get("problems", [PROBLEM]),
        omissions=given.get("omissions", OTHERS),
        acting_user=cast.liaison,
    )
    answers = {remark.pk: "已按意见修改。" for remark in remarks_to_answer(version)}
    if answers:
        version = answer_remarks(
            version_id=version.pk, expected_version=version.version, answers=answers, acting_user=cast.liaison
        )
    return version


def submitted_plan(case: Case, cast: Cast, **given) -> PlanVersion:
    """In the team's hands."""
    version = drafted_plan(case, cast, **given)
    return submit_plan(version_id=version.pk, expected_version=version.version, acting_user=cast.secretary)


def answers(case: Case, *, revise: tuple[str, ...] = (), **by_code) -> list[Answer]:
    """Every item conforms and every list is fully ticked, but for those to `revise` and those given by code."""
    found = []
    for criterion in plan_criteria(template_of(case), PlanKind.IMPLEMENTATION):
        given = {"answer": PlanAnswer.CONFORMS, "ticked": [code for code, _wording in criterion.entry_choices]}
        if criterion.code in revise:
            given |= {"answer": PlanAnswer.REVISE, "remark": "请补充具体措施。"}
        given |= by_code.get(criterion.code, {})
        found.append(Answer(criterion.pk, **given))
    return found


def reviewed_plan(version: PlanVersion, cast: Cast, **given) -> PlanReview:
    """The leader's review; `answers` and whatever else the service takes may be given."""
    given.setdefault("answers", answers(version.plan.case))
    given.setdefault("acting_user", cast.leader)
    given.setdefault("expected_version", version.version)
    given.setdefault("opinion", "经审核，符合要求。")
    return review_plan(version_id=version.pk, **given)


def returned_plan(case: Case, cast: Cast, *, revise: tuple[str, ...] = ("plan.leaders.study",), **given) -> PlanVersion:
    """Returned with a remark on each item of `revise`."""
    version = _ready_for_review(case, cast, **given)
    reviewed_plan(version, cast, answers=answers(case, revise=revise))
    version.refresh_from_db()
    return version


def passed_plan(case: Case, cast: Cast, **given) -> PlanVersion:
    """The plan has passed the four points; the case enters and its profile is confirmed on the way."""
    version = _ready_for_review(case, cast, **given)
    reviewed_plan(version, cast)
    version.refresh_from_db()
    return version


def _ready_for_review(case: Case, cast: Cast, **given) -> PlanVersion:
    if case.profile_confirmed_at is None:
        profiled(case, cast)
    return submitted_plan(case, cast, **given)
