"""A verdict on a gate taken back: the round stays on record, and what it asked to be made up is void (row 77)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, MakeUpState, NoticeKind
from stages.models import GateAssessment, MakeUpTask
from stages.rules import gates as rules
from stages.rules.make_up import MAKE_UP
from stages.selectors.gates import home_stage, latest_standing, round_facts, uncleared_tasks
from stages.services.make_up import again_key, place_again, settle_task
from teams import audit, clock
from teams.exceptions import Conflict
from teams.models import User
from teams.rulings import require
from teams.services.notices import tell
from teams.services.texts import required
from teams.transitions import move
from units.models import Case
from units.selectors import standing_of
from units.selectors.standing import people_of_unit
from units.services import todos
from units.services.locks import locked_case


@transaction.atomic
def take_back_verdict(*, assessment_id: int, reason: str, acting_user: User) -> GateAssessment:
    """Take back the latest verdict on a gate, with a reason; the round before it stands again, if there was one.

    Raises `Denied` and `Conflict` (`stages.rules.gates.may_take_back`), `Invalid` at `reason`.
    """
    assessment = _locked(assessment_id)
    case, gate = assessment.case, assessment.gate
    standing = standing_of(acting_user, case)
    home = home_stage(case, gate)
    require(
        rules.may_take_back(
            standing,
            is_latest=latest_standing(case, gate) == assessment,
            in_home_stage=home.is_open,
            with_the_group=home.with_the_group,
        )
    )
    texts = required({"reason": reason}, _("Give the reason."))
    taken = (
        GateAssessment.objects.standing()
        .filter(pk=assessment.pk)
        .update(taken_back_at=clock.now(), taken_back_by=acting_user, taken_back_reason=texts["reason"])
    )
    if not taken:
        raise Conflict(_("This verdict has been taken back already."))
    for task in uncleared_tasks(case).filter(item__assessment=assessment):
        _void(task, case)
    todos.settle(case, again_key(gate.pk))
    place_again(case, gate, round_facts(case, gate))
    audit.record(
        acting_user,
        Act.GATE_TAKEN_BACK,
        assessment,
        scope=case,
        acting_as=standing.title,
        gate=gate,
        round=assessment.round,
        reason=texts["reason"],
    )
    tell(
        people_of_unit(case),
        NoticeKind.GATE_TAKEN_BACK,
        key=f"gate:{assessment.pk}:taken-back",
        scope=case,
        unit=case.unit,
        gate=gate,
        gate_id=gate.pk,
    )
    assessment.refresh_from_db(fields=["taken_back_at", "taken_back_by", "taken_back_reason"])
    return assessment


def _locked(assessment_id: int) -> GateAssessment:
    """The round with its case, which is locked first as by every act on it."""
    case_id = GateAssessment.objects.values_list("case_id", flat=True).get(pk=assessment_id)
    case = locked_case(case_id)
    assessment = GateAssessment.objects.select_related("gate__template").get(pk=assessment_id)
    assessment.case = case
    return assessment


def _void(task: MakeUpTask, case: Case) -> None:
    move(task, MakeUpState.VOID, MAKE_UP)
    task.case = case
    settle_task(task)
