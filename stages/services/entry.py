"""Entering a unit (进驻): the case starts, its first stage opens (row 110)."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, NoticeKind
from stages.models import Stage, StageRun
from stages.rules import entry as rules
from stages.selectors.template import schedule_of, template_of
from stages.services.campaigns import freeze
from stages.services.stage_duties import leave_stage_to_the_unit
from teams import audit, clock
from teams.exceptions import Conflict, Invalid
from teams.models import User
from teams.rulings import require
from teams.services.notices import tell
from teams.transitions import touch
from units.enums import Party, PlanKind
from units.enums import TodoKind as UnitsTodo
from units.models import Case
from units.selectors import standing_of
from units.selectors.standing import people_of_unit
from units.services import todos
from units.services.locks import locked_case
from units.services.plan_duties import ask_for_plan


@transaction.atomic
def enter_case(*, case_id: int, entered_on: date, acting_user: User) -> StageRun:
    """Record the entry and open the first stage under the campaign's newest template, which freezes.

    `Conflict` for a second entry and for a campaign without a template, `Invalid` for a date to come or before the
    campaign.
    """
    case = locked_case(case_id)
    standing = standing_of(acting_user, case)
    require(rules.may_enter(standing, case))
    error = rules.date_error(entered_on, today=clock.today(), campaign_starts_on=case.batch.campaign.starts_on)
    if error:
        raise Invalid(entered_on=error)
    stage = _first_stage(case)
    touch(case, entered_on=entered_on)
    run = _opened(case, stage, entered_on)
    freeze(stage.template)
    _leave_to_the_unit(case, run)
    audit.record(
        acting_user,
        Act.CASE_ENTERED,
        run,
        scope=case,
        acting_as=standing.title,
        entered_on=entered_on,
        stage=stage,
    )
    tell(people_of_unit(case), NoticeKind.CASE_ENTERED, key=f"entered:{case.pk}", scope=case, unit=case.unit)
    return run


def _first_stage(case: Case) -> Stage:
    template = template_of(case)
    stage = template.stages.order_by("number").first() if template else None
    if stage is None:
        raise Conflict(_("No template of this campaign has been loaded: there is no stage to open."))
    return stage


def _opened(case: Case, stage: Stage, entered_on: date) -> StageRun:
    schedule = schedule_of(case, stage)
    return StageRun.objects.create(
        case=case,
        stage=stage,
        opened_on=entered_on,
        planned_end=schedule.ends_on if schedule else None,
    )


def _leave_to_the_unit(case: Case, run: StageRun) -> None:
    todos.settle(case, UnitsTodo.ENTER)
    todos.open_todo(case, UnitsTodo.PROFILE, party=Party.UNIT)
    ask_for_plan(case, PlanKind.IMPLEMENTATION)
    leave_stage_to_the_unit(case, run)
