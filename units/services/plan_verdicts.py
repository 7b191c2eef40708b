"""What a review makes of a version: written here because the rows are the unit's, called by the act that reviews.

These are no acts of their own: whoever calls has asked its rule, writes the ledger and tells the unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from teams import clock
from teams.transitions import move
from units.enums import PlanState
from units.models import PlanRemark, PlanVersion
from units.rules.plans import PLAN
from units.services.plan_duties import place_plan


@dataclass(frozen=True)
class RemarkGiven:
    """What a return pins: the item's wording in both languages, so that units need not know the review."""

    wording_zh: str
    wording_en: str
    remark: str


def pass_plan(version: PlanVersion, *, expected_version: int) -> PlanVersion:
    """The plan has passed: it is final."""
    plan = version.plan
    move(version, PlanState.PASSED, PLAN, expected_version=expected_version, reviewed_at=clock.now())
    version.plan = plan
    place_plan(plan)
    return version


def return_plan(version: PlanVersion, *, expected_version: int | None, remarks: Sequence[RemarkGiven]) -> PlanVersion:
    """The plan goes back with its remarks, from the review or after it had passed; the next version answers each."""
    plan = version.plan
    move(version, PlanState.RETURNED, PLAN, expected_version=expected_version, reviewed_at=clock.now())
    PlanRemark.objects.bulk_create(
        PlanRemark(plan_version=version, wording_zh=given.wording_zh, wording_en=given.wording_en, remark=given.remark)
        for given in remarks
    )
    version.plan = plan
    place_plan(plan)
    return version
