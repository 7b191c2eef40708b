"""What the acts on an activity leave behind: an entry in the ledger, and notices to the other side."""

from __future__ import annotations

from typing import Any

from teams import audit
from teams.models import User
from teams.services.notices import tell
from units.enums import Act, NoticeKind
from units.models import Activity
from units.selectors.standing import people_of_team, people_of_unit


def record(acting_user: User, act: Act, activity: Activity, title: str, **details: Any) -> None:
    """One entry, named by the activity's title and date; `title` is the role of who acted."""
    audit.record(
        acting_user,
        act,
        activity,
        scope=activity.case,
        acting_as=title,
        title=activity.title,
        held_on=activity.held_on,
        **details,
    )


def tell_team(activity: Activity, kind: NoticeKind, **details: Any) -> None:
    tell(
        people_of_team(activity.case),
        kind,
        key=f"{kind}:{activity.pk}:{activity.version}",
        scope=activity.case,
        activity=activity.pk,
        unit=activity.case.unit,
        title=activity.title,
        **details,
    )


def tell_unit(activity: Activity, kind: NoticeKind, **details: Any) -> None:
    tell(
        people_of_unit(activity.case),
        kind,
        key=f"{kind}:{activity.pk}:{activity.version}",
        scope=activity.case,
        activity=activity.pk,
        title=activity.title,
        **details,
    )
