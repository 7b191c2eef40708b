"""The unit looks back before it applies (回头看): every reason not to move on is answered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act
from stages.models import LookBack, LookBackItem, StageRun
from stages.rules.transitions import may_draft
from stages.selectors.runs import current_run
from stages.selectors.template import look_back_criteria
from teams import audit, clock
from teams.exceptions import Conflict, Invalid, Text
from teams.models import User
from teams.rulings import require
from teams.services.texts import cleaned, required
from teams.transitions import touch
from units.selectors import standing_of
from units.services.locks import locked_case


@dataclass(frozen=True)
class LookedAt:
    """The answer to one criterion: in order, or what was found and how it was made up."""

    criterion_id: int
    in_order: bool
    found: str = ""
    made_up: str = ""


@transaction.atomic
def record_look_back(
    *,
    case_id: int,
    held_on: date,
    answers: Sequence[LookedAt],
    summary: str,
    acting_user: User,
    expected_version: int | None = None,
) -> LookBack:
    """Record the look-back of the open stage, or replace it while no request is under way.

    Raises `Invalid` for an unanswered criterion, and for what was found without being made up (row 77); `Conflict`
    for a form older than what stands. A form that carries no version (0) knew of no look-back.
    """
    case = locked_case(case_id)
    standing = standing_of(acting_user, case)
    require(may_draft(standing))
    run = current_run(case)
    if run is None:
        raise Conflict(_("No stage is open to look back at."))
    if run.requests.filter(submitted_at__isnull=False, decided_at=None).exclude(
        state__in=["WITHDRAWN", "RETURNED_BY_TEAM"]
    ):
        raise Conflict(_("The request is under way; the look-back it rests on stays as it is."))
    _require_date(held_on, run)
    items = _items(run, answers)
    texts = required({"summary": summary}, _("Say in a few words what the look-back found."))
    facts = {"held_on": held_on, "summary": texts["summary"], "done_by": acting_user, "done_at": clock.now()}
    look_back = _written(run, expected_version, facts)
    look_back.items.all().delete()
    for item in items:
        item.look_back = look_back
    LookBackItem.objects.bulk_create(items)
    audit.record(
        acting_user, Act.LOOK_BACK_DONE, look_back, scope=case, acting_as=standing.title, held_on=held_on.isoformat()
    )
    return look_back


def _written(run: StageRun, expected_version: int | None, facts: dict[str, Any]) -> LookBack:
    look_back = LookBack.objects.filter(run=run).first()
    if look_back is None:
        return LookBack.objects.create(run=run, **facts)
    if expected_version == 0:
        raise Conflict(
            _("Somebody else has recorded the look-back in the meantime. Your text is still here; compare, then save.")
        )
    return touch(look_back, expected_version=expected_version, **facts)


def _require_date(held_on: date, run: StageRun) -> None:
    if held_on > clock.today():
        raise Invalid(held_on=_("This date lies in the future."))
    if held_on < run.opened_on:
        raise Invalid(held_on=_("This date lies before the stage began."))


def _items(run: StageRun, answers: Sequence[LookedAt]) -> list[LookBackItem]:
    given = {answer.criterion_id: answer for answer in answers}
    errors: dict[str, list[Text]] = {}
    items = []
    for criterion in look_back_criteria(run.stage):
        answer = given.get(criterion.pk)
        if answer is None:
            errors[f"answer_{criterion.pk}"] = [_("Answer this.")]
            continue
        found, made_up = cleaned(answer.found), cleaned(answer.made_up)
        if not answer.in_order and not (found and made_up):
            errors[f"found_{criterion.pk}"] = [_("Say what was found and how it was made up.")]
            continue
        items.append(LookBackItem(criterion=criterion, in_order=answer.in_order, found=found, made_up=made_up))
    if errors:
        raise Invalid(errors)
    return items
