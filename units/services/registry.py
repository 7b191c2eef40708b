"""Units, their cases, and the teams sent to them: made by the leading group's office (row 2)."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from teams import audit, clock
from teams.enums import TeamKind
from teams.exceptions import Conflict
from teams.models import Batch, Team, User
from teams.rulings import all_of, require
from teams.selectors import standing_of
from teams.services.accounts import acting_as
from teams.services.notices import tell
from units.enums import Act, NoticeKind, Party, TodoKind, UnitKind
from units.models import Assignment, Case, Unit
from units.rules import recusal
from units.rules import registry as rules
from units.selectors.standing import people_of_team, people_of_unit
from units.selectors.ties import office_members, team_members, ties_of
from units.services import todos
from units.services.locks import locked_case


@transaction.atomic
def create_unit(
    *,
    code: str,
    name_zh: str,
    name_en: str,
    kind: UnitKind,
    secretary_title: str,
    acting_user: User | None,
    short_mark: str = "",
    parent: Unit | None = None,
) -> Unit:
    """Make a unit under its parent; `None` acts for a command at the server. `Conflict` for a code in use."""
    if acting_user is not None:
        require(rules.may_create_unit(standing_of(acting_user)))
    unit = Unit(
        code=code,
        name_zh=name_zh,
        name_en=name_en,
        kind=kind,
        secretary_title=secretary_title,
        short_mark=short_mark,
        parent=parent,
    )
    try:
        with transaction.atomic():
            unit.save(force_insert=True)
    except IntegrityError as error:
        raise Conflict(_("There is a unit of this code already.")) from error
    unit.path = f"{parent.path if parent else '/'}{unit.pk}/"
    unit.save(update_fields=["path"])
    audit.record(acting_user, Act.UNIT_CREATED, unit, acting_as=acting_as(acting_user), unit=unit, code=code)
    return unit


@transaction.atomic
def open_case(*, unit: Unit, batch: Batch, acting_user: User | None) -> Case:
    """Open the unit's case in a batch; `Conflict` if it has one there or in another batch of the campaign.

    A unit belongs to one batch of a campaign (row 17).
    """
    if acting_user is not None:
        require(rules.may_open_case(standing_of(acting_user), batch.campaign_id))
    Team.objects.select_for_update(of=("self",)).filter(campaign=batch.campaign_id, kind=TeamKind.OFFICE).first()
    # Ties are entered under the lock of the person, then of the unit: nobody of the office becomes tied meanwhile.
    members = _locked(office_members(batch.campaign_id))
    Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    if Case.objects.filter(unit=unit, batch__campaign=batch.campaign_id).exists():
        raise Conflict(_("This unit has its case in this campaign already."))
    require(recusal.may_decide_on(ties_of(members), [unit]))
    case = Case.objects.create(unit=unit, batch=batch, opened_at=clock.now())
    todos.open_todo(case, TodoKind.ENTER, party=Party.TEAM)
    audit.record(
        acting_user,
        Act.CASE_OPENED,
        case,
        scope=case,
        acting_as=acting_as(acting_user),
        unit=unit,
    )
    return case


@transaction.atomic
def assign_team(*, case: Case, team: Team, acting_user: User | None) -> Assignment:
    """Send a team to the case; the team that was there is relieved. `Conflict` if it is this team already.

    Refused if a member of the team is tied to the unit, or to one above or below it (row 90).
    """
    case = locked_case(case.pk)
    # Appointments lock team and person too: nobody of the team becomes tied to the unit while it is sent there.
    team = Team.objects.select_for_update(of=("self",)).get(pk=team.pk)
    members = _locked(team_members(team))
    if acting_user is not None:
        require(rules.may_assign_team(standing_of(acting_user), case))
    require(all_of([rules.may_take(team, case), recusal.may_supervise(ties_of(members), [case.unit])]))
    live = Assignment.live.filter(case=case)
    if live.filter(team=team).exists():
        raise Conflict(_("This team supervises the case already."))
    now = clock.now()
    live.update(ended_at=now)
    assignment = Assignment.objects.create(case=case, team=team, started_at=now)
    if case.entered_on is None:
        # It waits anew: the team that is sent now has not let it lie.
        todos.settle(case, TodoKind.ENTER)
        todos.open_todo(case, TodoKind.ENTER, party=Party.TEAM)
    audit.record(
        acting_user,
        Act.TEAM_ASSIGNED,
        assignment,
        scope=case,
        acting_as=acting_as(acting_user),
        team=team,
        unit=case.unit,
    )
    tell(
        [*people_of_team(case), *people_of_unit(case)],
        NoticeKind.TEAM_ASSIGNED,
        key=f"assigned:{assignment.pk}",
        scope=case,
        team=team,
        unit=case.unit,
    )
    return assignment


def _locked(users: list[int]) -> list[int]:
    return list(
        User.objects.select_for_update(of=("self",)).filter(pk__in=users).order_by("pk").values_list("pk", flat=True)
    )
