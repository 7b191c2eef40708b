"""The team confirms what the unit says of itself (row 24)."""

from __future__ import annotations

from django.db import transaction

from stages.enums import Act, NoticeKind
from stages.rules import profiles as rules
from teams import audit, clock
from teams.models import User
from teams.rulings import require
from teams.services.notices import tell
from teams.transitions import touch
from units.enums import TodoKind
from units.models import Case
from units.selectors import standing_of
from units.selectors.standing import people_of_unit
from units.services import todos
from units.services.locks import locked_case


@transaction.atomic
def confirm_profile(*, case_id: int, acting_user: User, expected_version: int | None = None) -> Case:
    """Confirm the profile as it stands; `Conflict` if it changed since the page showed it, or is confirmed already."""
    case = locked_case(case_id)
    standing = standing_of(acting_user, case)
    require(rules.may_confirm_profile(standing, case))
    touch(
        case,
        expected_version=expected_version,
        profile_confirmed_at=clock.now(),
        profile_confirmed_by=acting_user,
    )
    todos.settle(case, TodoKind.CONFIRM_PROFILE)
    audit.record(acting_user, Act.PROFILE_CONFIRMED, case, scope=case, acting_as=standing.title)
    tell(
        people_of_unit(case),
        NoticeKind.PROFILE_CONFIRMED,
        key=f"profile_confirmed:{case.pk}:{case.version}",
        scope=case,
        unit=case.unit,
    )
    return case
