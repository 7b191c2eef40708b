"""The fixed cast: the same people, teams and units in every test, so that tests of permission read as prose.

The first team supervises the unit, the second team the other unit; `parent` stands above the unit. Whoever is
called an outsider has the same role elsewhere.
"""

from dataclasses import dataclass

from teams.enums import Role
from teams.models import Batch, Campaign, Team, User
from tests.teams.factories import MembershipFactory, TeamFactory, UserFactory
from tests.units.factories import AssignmentFactory, CaseFactory, UnitFactory, UnitMembershipFactory
from units.enums import UnitKind, UnitRole
from units.models import Case, Unit


@dataclass(frozen=True)
class Cast:
    """Everybody and everything that the tests speak of by name."""

    campaign: Campaign
    batch: Batch

    office: Team
    director: User
    clerk: User

    team: Team
    leader: User
    deputy: User
    member: User

    other_team: Team
    other_leader: User
    other_member: User

    parent: Unit
    parent_liaison: User
    unit: Unit
    secretary: User
    liaison: User
    case: Case

    other_unit: Unit
    other_secretary: User
    other_liaison: User
    other_case: Case

    stranger: User

    @property
    def everybody(self) -> dict[str, User]:
        """All people by the name of their part."""
        return {name: value for name, value in vars(self).items() if isinstance(value, User)}


def assemble(campaign: Campaign, batch: Batch) -> Cast:
    """Put the cast on the stage: both cases are assigned, neither has entered."""
    office = TeamFactory(campaign=campaign, office=True)
    team = TeamFactory(campaign=campaign, number=1)
    other_team = TeamFactory(campaign=campaign, number=2)
    parent = UnitFactory(code="U99", name_zh="江源市委", name_en="Jiangyuan city committee", kind=UnitKind.REGION)
    unit = UnitFactory(
        code="U15",
        name_zh="石桥县委",
        name_en="Shiqiao county committee",
        kind=UnitKind.REGION,
        parent=parent,
    )
    other_unit = UnitFactory(code="U16", name_zh="柳湾县委", name_en="Liuwan county committee", kind=UnitKind.REGION)
    return Cast(
        campaign=campaign,
        batch=batch,
        office=office,
        director=_sits("director", "办公室主任", office, Role.DIRECTOR),
        clerk=_sits("clerk", "办公室工作人员", office, Role.CLERK),
        team=team,
        leader=_sits("leader", "组长", team, Role.LEADER),
        deputy=_sits("deputy", "副组长", team, Role.DEPUTY),
        member=_sits("member", "组员", team, Role.MEMBER),
        other_team=other_team,
        other_leader=_sits("other_leader", "二组组长", other_team, Role.LEADER),
        other_member=_sits("other_member", "二组组员", other_team, Role.MEMBER),
        parent=parent,
        parent_liaison=_acts_for("parent_liaison", "市委联络员", parent, UnitRole.LIAISON),
        unit=unit,
        secretary=_acts_for("secretary", "县委书记", unit, UnitRole.SECRETARY),
        liaison=_acts_for("liaison", "县委联络员", unit, UnitRole.LIAISON),
        case=_supervised(unit, batch, team),
        other_unit=other_unit,
        other_secretary=_acts_for("other_secretary", "外单位书记", other_unit, UnitRole.SECRETARY),
        other_liaison=_acts_for("other_liaison", "外单位联络员", other_unit, UnitRole.LIAISON),
        other_case=_supervised(other_unit, batch, other_team),
        stranger=UserFactory(username="stranger", name="无职务者"),
    )


def _sits(username: str, name: str, team: Team, role: Role) -> User:
    return MembershipFactory(team=team, role=role, user=UserFactory(username=username, name=name)).user


def _acts_for(username: str, name: str, unit: Unit, role: UnitRole) -> User:
    return UnitMembershipFactory(unit=unit, role=role, user=UserFactory(username=username, name=name)).user


def _supervised(unit: Unit, batch: Batch, team: Team) -> Case:
    return AssignmentFactory(case=CaseFactory(unit=unit, batch=batch), team=team).case
