"""Entry, the profile, the plan, activities, guidance and longer time, as the model has them."""

from datetime import timedelta

from stages.enums import ExtensionReason
from stages.models import Extension, OnSiteGuidance
from stages.selectors.runs import current_run
from stages.services import extensions, guidance
from stages.services.entry import enter_case
from stages.services.plan_taken_back import take_back_plan_verdict
from stages.services.profiles import confirm_profile
from teams import clock
from tests.machine.acting import (
    DIRECTOR,
    LEADER,
    RESOLUTION,
    SECRETARY,
    TEAM,
    UNDER_SUPERVISION,
    UNIT,
    act,
    version,
    words,
)
from tests.machine.model import Thing
from tests.samples import uploaded
from tests.stages import building_plans as plans
from tests.stages.building_plans import COUNTS, ENTERED_ON
from units.models import PlanVersion
from units.selectors.plans import remarks_to_answer
from units.services import plans as plan_services
from units.services.plan_problems import save_problems
from units.services.plans import answer_remarks, draft_version, submit_plan
from units.services.profiles import fill_profile

PAPER = uploaded("实施方案.docx").read()


def _entered(m, _thing, _by, run):
    m.entered, m.runs[1] = True, "OPEN"


@act(who=LEADER, moved=lambda m, _t: m.entered, then=_entered)
def enter(s, _thing, user, way):
    return enter_case(case_id=s.case.pk, entered_on=ENTERED_ON, acting_user=user)


def _profile(state):
    def then(m, _thing, _by, _result):
        m.profile = state

    return then


@act(who=UNIT, bars=UNDER_SUPERVISION, ways=("stale",), then=_profile("FILLED"))
def fill(s, _thing, user, way):
    case = s.case
    return fill_profile(
        case_id=case.pk, expected_version=version(case, way), **COUNTS, situation="县域分散。", acting_user=user
    )


@act(
    who=TEAM,
    bars=(*UNDER_SUPERVISION, lambda m, _t, _by: not m.profile),
    moved=lambda m, _t: m.profile == "CONFIRMED",
    then=_profile("CONFIRMED"),
)
def confirm(s, _thing, user, way):
    return confirm_profile(case_id=s.case.pk, acting_user=user)


@act(
    who=UNIT,
    bars=UNDER_SUPERVISION,
    moved=lambda m, _t: m.plans and m.plans[-1].state not in ("RETURNED", "WITHDRAWN"),
    then=lambda m, _t, _by, row: m.plans.append(Thing(row.pk, "DRAFT")),
)
def draft_plan(s, _thing, user, way):
    drafted = draft_version(case_id=s.case.pk, upload=uploaded("方案.docx", PAPER), note="", acting_user=user)
    given = {"problems": [plans.PROBLEM], "omissions": plans.OTHERS}
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


REVIEW = {
    "of": "plans",
    "who": LEADER,
    "bars": (*UNDER_SUPERVISION, lambda m, _t, _by: m.profile != "CONFIRMED"),
    "at": ("SUBMITTED",),
    "ways": ("stale",),
}


@act(**REVIEW, to="PASSED")
def pass_plan(s, thing, user, way):
    return _review(s, thing, user, way)


@act(**REVIEW, to="RETURNED")
def return_plan(s, thing, user, way):
    return _review(s, thing, user, way, revise=("plan.clear",))


def _stage_left_on_it(m, plan, _by):
    return plan.state in ("PASSED", "RETURNED") and any(each.state == "APPROVED" for each in m.requests)


@act(
    of="plans",
    who=LEADER,
    bars=(
        *UNDER_SUPERVISION,
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


def _review(s, thing, user, way, revise=()):
    row = PlanVersion.objects.get(pk=thing.pk)
    answers = plans.answers(s.case, revise=revise)
    return plans.reviewed_plan(row, s.cast, answers=answers, acting_user=user, expected_version=version(row, way))


@act(
    who=LEADER,
    bars=UNDER_SUPERVISION,
    moved=lambda m, _t: m.selected(),
    ways=("wordless",),
    then=lambda m, _t, _by, row: m.guidances.append(Thing(row.pk, "SELECTED")),
)
def select(s, _thing, user, way):
    return guidance.select_for_guidance(case_id=s.case.pk, reason=words("批评不够。", way), acting_user=user)


GUIDED = {"of": "guidances", "bars": UNDER_SUPERVISION, "at": ("SELECTED",), "ways": ("wordless", "stale")}


@act(**GUIDED, who=TEAM, to="GIVEN")
def guide(s, thing, user, way):
    row = OnSiteGuidance.objects.get(pk=thing.pk)
    return guidance.record_guidance(
        guidance_id=row.pk,
        expected_version=version(row, way),
        held_on=clock.today(),
        team_present=2,
        evaluation=words("问题找得准。", way),
        acting_user=user,
    )


@act(**GUIDED, who=LEADER, to="RELEASED")
def release(s, thing, user, way):
    row = OnSiteGuidance.objects.get(pk=thing.pk)
    return guidance.release_from_guidance(
        guidance_id=row.pk,
        expected_version=version(row, way),
        reason=words("已有好转。", way),
        acting_user=user,
    )


def _asked(m, _thing, _by, row):
    m.extensions.append(Thing(row.pk, "ASKED", stage=m.stage))


@act(
    who=SECRETARY,
    bars=(lambda m, _t, _by: m.stage is None,),
    moved=lambda m, _t: any(each.stage == m.stage and each.state == "ASKED" for each in m.extensions),
    ways=("wordless",),
    then=_asked,
)
def ask_longer(s, _thing, user, way):
    run = current_run(s.case)
    return extensions.ask_extension(
        case_id=s.case.pk,
        reason=ExtensionReason.MAKE_UP,
        grounds=words("尚缺六小时。", way),
        asked_end=(run.due_on if run else clock.today()) + timedelta(days=10),
        acting_user=user,
    )


def _stage_left(m, extension):
    """Once its stage is closed or put back, longer time is asked for nothing."""
    return m.runs[extension.stage] != "OPEN"


def _opined(m, thing, _by, _row):
    thing.opined = True


@act(
    of="extensions",
    who=LEADER,
    at=("ASKED",),
    moved=lambda m, t: t.opined or _stage_left(m, t),
    ways=("wordless", "stale"),
    then=_opined,
)
def opine(s, thing, user, way):
    row = Extension.objects.get(pk=thing.pk)
    return extensions.opine_on_extension(
        extension_id=row.pk,
        expected_version=version(row, way),
        supported=row.pk % 2 == 0,
        opinion=words("时间服从质量。", way),
        acting_user=user,
    )


DECIDED = {
    "of": "extensions",
    "who": DIRECTOR,
    "at": ("ASKED",),
    "bars": (lambda _m, t, _by: not t.opined,),
    "moved": _stage_left,
}


@act(**DECIDED, to="PERMITTED", ways=("stale",))
def permit(s, thing, user, way):
    row = Extension.objects.get(pk=thing.pk)
    return extensions.permit_extension(
        extension_id=row.pk, expected_version=version(row, way), permitted_end=row.asked_end, acting_user=user
    )


@act(**DECIDED, to="REFUSED", ways=("wordless", "stale"))
def refuse(s, thing, user, way):
    row = Extension.objects.get(pk=thing.pk)
    return extensions.refuse_extension(
        extension_id=row.pk, expected_version=version(row, way), remark=words("抓紧补课。", way), acting_user=user
    )


@act(of="extensions", who=SECRETARY, at=("ASKED",), to="WITHDRAWN", ways=("wordless", "stale"))
def no_longer_ask(s, thing, user, way):
    row = Extension.objects.get(pk=thing.pk)
    return extensions.withdraw_extension(
        extension_id=row.pk, expected_version=version(row, way), reason=words("已赶上。", way), acting_user=user
    )
