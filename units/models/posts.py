"""For which units a person acts, read once in a request (see `teams.models.posts`)."""

from __future__ import annotations

from typing import Any

from django.db.models import F

from teams.models import User
from teams.models.posts import once
from units.models.unit import UnitMembership


@once
def unit_posts_of(user: User) -> list[Any]:
    """The live memberships with unit, oldest first, each once for every case of its unit, the newest case first.

    `case_id` and the three of its campaign are None where the unit has none yet. One query.
    """
    return list(
        UnitMembership.live.filter(user=user)
        .select_related("unit")
        .annotate(
            case_id=F("unit__cases"),
            campaign_id=F("unit__cases__batch__campaign"),
            campaign_zh=F("unit__cases__batch__campaign__name_zh"),
            campaign_en=F("unit__cases__batch__campaign__name_en"),
        )
        .order_by("pk", "-unit__cases")
    )
