"""The plans: the one for the whole campaign, and the rectification plan that the second stage asks for."""

from stages.enums import PlanAnswer
from stages.models import Rectification
from stages.selectors.template import plan_criteria, template_of
from stages.services.plan_reviews import Answer
from stages.services.plan_taken_back import take_back_plan_verdict
from tests.machine.acting import LEADER, RESOLUTION, SECRETARY, UNDER_SUPERVISION, UNIT, act, version, words
from tests.machine.model import MENDING, Thing
from tests.samples import uploaded
from tests.stages import building_plans as plans
from tests.stages.building_rectification_plans import problems
from units.enums import PlanKind
from units.models import PlanVersion
from units.selectors.plans import remarks_to_answer
from units.services import plans as plan_services
from units.services.plan_problems import save_problems
from units.services.plans import answer_remarks, draft_version, submit_plan

PAPER = uploaded("实施方案.docx").read()


def _begun(kind=""):
    def moved(m, _thing):
        latest = m.latest_plan(kind)
        return latest and latest.state not in ("RETURNED", "WITHDRAWN")

    return {
        "who": UNIT,
        "moved": moved,
        "then": lambda m, _t, _by, row: m.plans.append(Thing(row.pk, "DRAFT", kind=kind)),
    }


@act(**_begun(), bars=UNDER_SUPERVISION)
def draft_plan(s, _thing, user, way):
    return _draft(s, user, PlanKind.IMPLEMENTATION, problems=[plans.PROBLEM], omissions=plans.OTHERS)


@act(**_begun(MENDING), bars=(*UNDER_SUPERVISION, lambda m, _t, _by: 2 not in m.runs))
def draft_mending_plan(s, _thing, user, way):
    return _draft(s, user, PlanKind.RECTIFICATION, problems=problems()[:1], omissions={})


def _draft(s, user, kind, **given):
    upload = uploaded("方案.docx", PAPER)
    drafted = draft_version(case_id=s.case.pk, kind=kind, upload=upload, note="", acting_user=user)
    drafted = save_problems(version_id=drafted.pk, expected_version=drafted.version, **given, acting_user=user)
    answers = {remark.pk: "已按意见修改。" for remark in remarks_to_answer(drafted)}
    return answer_remarks(version_id=drafted.pk, expected_version=drafted.version, answers=answers, acting_user=user)


@act(of="plans", who=SECRETARY, bars=UNDER_SUPERVISION, at=("DRAFT",), to="SUBMITTED", ways=("stale",))
def hand_in_plan(s, thing, user, way):
    row = PlanVersion.objects.get(pk=thing.pk)
    return submit_plan(version_id=row.pk, expected_version=version(row, way), acting_user=user)


@act(of="plans", who=UNIT, bars=UNDER_SUPERVISION, at=("DRAFT",), to="SUBMITTED", ways=("stale",))
def file_plan(s, thing, user, way):
    """In the secretary's name, with the sealed resolution."""
    row = PlanVersion.objects.get(pk=thing.pk)
    return submit_plan(
        version_id=row.pk, expected_version=version(row, way), resolution=uploaded(RESOLUTION), acting_user=user
    )


@act(of="plans", who=SECRETARY, bars=UNDER_SUPERVISION, at=("SUBMITTED",), to="WITHDRAWN", ways=("wordless", "stale"))
def withdraw_plan(s, thing, user, way):
    row = PlanVersion.objects.get(pk=thing.pk)
    return plan_services.withdraw_plan(
        version_id=row.pk, expected_version=version(row, way), reason=words("再作补充。", way), acting_user=user
    )


def _not_in_its_stage(m, plan, _by):
    return plan.kind == MENDING and m.stage != 2


REVIEW = {
    "of": "plans",
    "who": LEADER,
    "bars": (*UNDER_SUPERVISION, _not_in_its_stage, lambda m, _t, _by: m.profile != "CONFIRMED"),
    "at": ("SUBMITTED",),
    "ways": ("stale",),
}


def _passed(m, plan, _by, review):
    """Its problem has one measure, whichever version passes: all versions list it in the same words."""
    if plan.kind != MENDING:
        return
    measure = next((each for each in m.measures if each.kind == MENDING), None)
    if measure is None:
        row = Rectification.objects.get(plan_problem__plan_version=review.plan_version)
        m.measures.append(Thing(row.pk, "IN_PROGRESS", of=plan.pk, kind=MENDING))
    else:
        measure.of = plan.pk


@act(**REVIEW, to="PASSED", then=_passed)
def pass_plan(s, thing, user, way):
    return _review(s, thing, user, way)


@act(**REVIEW, to="RETURNED")
def return_plan(s, thing, user, way):
    return _review(s, thing, user, way, revise=True)


def _stage_left_on_it(m, plan, _by):
    return any(each.state == "APPROVED" and plan.pk in each.rests_on for each in m.requests)


@act(
    of="plans",
    who=LEADER,
    bars=(
        *UNDER_SUPERVISION,
        _not_in_its_stage,
        _stage_left_on_it,
        lambda m, _t, _by: any(each.state == "RECOMMENDED" for each in m.requests),
    ),
    at=("PASSED",),
    to="RETURNED",
    ways=("wordless", "stale"),
)
def take_back_plan(s, thing, user, way):
    row = PlanVersion.objects.get(pk=thing.pk)
    return take_back_plan_verdict(
        version_id=row.pk, expected_version=version(row, way), reason=words("误判。", way), acting_user=user
    )


def _review(s, thing, user, way, *, revise=False):
    row = PlanVersion.objects.get(pk=thing.pk)
    asked = plan_criteria(template_of(s.case), PlanKind(row.plan.kind))
    said = (PlanAnswer.REVISE, (), "请明确。") if revise else (PlanAnswer.CONFORMS,)
    answers = [Answer(criterion.pk, *said) for criterion in asked]
    return plans.reviewed_plan(row, s.cast, answers=answers, acting_user=user, expected_version=version(row, way))
