"""What a review makes of a version: written here because the rows are the unit's, called by the act that reviews.

These are no acts of their own: whoever calls has asked its rule, writes the ledger and tells the unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from teams import clock
from teams.transitions import move
from units.enums import Party, PlanState, TodoKind
from units.models import PlanRemark, PlanVersion
from units.rules.plans import PLAN
from units.services import todos


@dataclass(frozen=True)
class RemarkGiven:
    """What a return pins: the item's wording in both languages, so that units need not know the review."""

    wording_zh: str
    wording_en: str
    remark: str


def pass_plan(version: PlanVersion, *, expected_version: int) -> PlanVersion:
    """The plan has passed: it is final."""
    case = version.plan.case
    move(version, PlanState.PASSED, PLAN, expected_version=expected_version, reviewed_at=clock.now())
    todos.settle(case, TodoKind.REVIEW_PLAN)
    return version


def return_plan(version: PlanVersion, *, expected_version: int, remarks: Sequence[RemarkGiven]) -> PlanVersion:
    """The plan goes back with its remarks; the next version answers each."""
    case = version.plan.case
    move(version, PlanState.RETURNED, PLAN, expected_version=expected_version, reviewed_at=clock.now())
    PlanRemark.objects.bulk_create(
        PlanRemark(plan_version=version, wording_zh=given.wording_zh, wording_en=given.wording_en, remark=given.remark)
        for given in remarks
    )
    todos.settle(case, TodoKind.REVIEW_PLAN)
    todos.open_todo(case, TodoKind.PLAN, party=Party.UNIT, target_id=version.pk)
    return version
