"""The unit's profile: counts and titles, never names (row 24)."""

from __future__ import annotations

from django.db import transaction

from teams import audit, clock
from teams.exceptions import Invalid
from teams.models import User
from teams.rulings import require
from teams.services.notices import tell
from teams.services.texts import cleaned
from teams.transitions import touch
from units.enums import Act, NoticeKind, Party, TodoKind
from units.models import Case
from units.rules import profiles as rules
from units.selectors import standing_of
from units.selectors.standing import people_of_team
from units.services import todos
from units.services.locks import locked_case


@transaction.atomic
def fill_profile(
    *,
    case_id: int,
    expected_version: int,
    members_total: int,
    branches: int,
    leaders: int,
    members_away: int,
    situation: str,
    acting_user: User,
) -> Case:
    """Enter the profile, or mend it: what the team had confirmed waits to be confirmed again.

    `Invalid` at the field for a count that cannot be so, `Conflict` for a form older than the case.
    """
    case = locked_case(case_id)
    standing = standing_of(acting_user, case)
    require(rules.may_fill_profile(standing, case))
    counts = {"members_total": members_total, "branches": branches, "leaders": leaders, "members_away": members_away}
    errors = rules.count_errors(counts)
    if errors:
        raise Invalid(errors)
    touch(
        case,
        expected_version=expected_version,
        **counts,
        situation=cleaned(situation),
        profile_filled_at=clock.now(),
        profile_confirmed_at=None,
        profile_confirmed_by=None,
    )
    todos.settle(case, TodoKind.PROFILE)
    todos.open_todo(case, TodoKind.CONFIRM_PROFILE, party=Party.TEAM)
    audit.record(
        acting_user,
        Act.PROFILE_FILLED,
        case,
        scope=case,
        acting_as=standing.title,
        members=members_total,
        branches=branches,
        leaders=leaders,
    )
    tell(
        people_of_team(case),
        NoticeKind.PROFILE_FILLED,
        key=f"profile_filled:{case.pk}:{case.version}",
        scope=case,
        unit=case.unit,
    )
    return case
