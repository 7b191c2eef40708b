"""The leader says which member looks after a case, and when that ends (row 97)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from teams import audit, clock
from teams.exceptions import Conflict, Invalid
from teams.models import User
from teams.rulings import require
from teams.services.notices import tell
from units.enums import Act, NoticeKind
from units.models import Assignment, Case, Division
from units.rules import divisions as rules
from units.selectors import standing_of
from units.selectors.divisions import divisions_of, members_of
from units.services.locks import locked_case
from units.standing import CaseStanding


@transaction.atomic
def begin_division(*, case_id: int, user_id: int, acting_user: User) -> Division:
    """Let a member of the team look after the case; `Invalid` for anybody else, `Conflict` who does so already."""
    case = locked_case(case_id)
    standing = standing_of(acting_user, case)
    require(rules.may_divide(standing))
    member = next((each.user for each in members_of(case) if each.user_id == user_id), None)
    if member is None:
        raise Invalid({"": [_("Name a member of the team.")]})
    if divisions_of(case).filter(user=member).exists():
        raise Conflict(_("This member looks after the case already."))
    assignment = Assignment.live.get(case=case)
    # Who left the team and came back begins anew.
    Division.objects.filter(assignment=assignment, user=member, ended_at=None).update(ended_at=clock.now())
    division = Division.objects.create(assignment=assignment, user=member, started_at=clock.now())
    _report(case, division, Act.DIVISION_BEGUN, NoticeKind.DIVISION_BEGUN, standing)
    return division


@transaction.atomic
def end_division(*, division_id: int, acting_user: User) -> Division:
    """The member looks after the case no longer; `Conflict` if that has ended already."""
    case = locked_case(Division.objects.values_list("assignment__case_id", flat=True).get(pk=division_id))
    standing = standing_of(acting_user, case)
    require(rules.may_divide(standing))
    if not Division.objects.filter(pk=division_id, ended_at=None).update(ended_at=clock.now()):
        raise Conflict(_("This member looks after the case no longer."))
    division = Division.objects.select_related("user").get(pk=division_id)
    _report(case, division, Act.DIVISION_ENDED, NoticeKind.DIVISION_ENDED, standing)
    return division


def _report(case: Case, division: Division, act: Act, notice: NoticeKind, standing: CaseStanding) -> None:
    audit.record(standing.user, act, division, scope=case, acting_as=standing.title, name=division.user.name)
    if division.user != standing.user:
        tell([division.user], notice, key=f"{notice}:{division.pk}", scope=case, unit=case.unit)
