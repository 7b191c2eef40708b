"""Entry, the profile, guidance and longer time, as the model has them."""

from datetime import timedelta

from stages.enums import ExtensionReason
from stages.models import Extension, OnSiteGuidance
from stages.selectors.runs import current_run
from stages.services import extensions, guidance
from stages.services.entry import enter_case
from stages.services.profiles import confirm_profile
from teams import clock
from tests.machine.acting import (
    DIRECTOR,
    LEADER,
    SECRETARY,
    TEAM,
    UNDER_SUPERVISION,
    UNIT,
    act,
    version,
    words,
)
from tests.machine.model import Thing
from tests.stages.building_plans import COUNTS, ENTERED_ON
from units.services.profiles import fill_profile


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
