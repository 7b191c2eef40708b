"""Everybody in the demo: the office, the six teams, and the people of the twenty-four units, with their cases."""

from __future__ import annotations

from reports.demo import data
from reports.demo.data import UnitData
from teams.enums import Role
from teams.models import Batch, Campaign, Team, User
from teams.services.accounts import create_account
from teams.services.memberships import appoint_member
from teams.services.teams import create_office, create_team
from units.enums import UnitKind, UnitRole
from units.models import Case
from units.services.memberships import appoint_unit_member
from units.services.registry import assign_team, create_unit, open_case

# The posts of a team, as the user names end.
TEAM_POSTS = {
    "leader": Role.LEADER,
    "deputy": Role.DEPUTY,
    "member": Role.MEMBER,
    "member2": Role.MEMBER,
    "member3": Role.MEMBER,
}
UNIT_POSTS = {"secretary": UnitRole.SECRETARY, "liaison": UnitRole.LIAISON}
DIRECTOR = "office.director"
CLERK = "office.clerk"


def usernames() -> list[str]:
    """Every account of the demo."""
    teams = [f"team{team.number}.{post}" for team in data.teams() for post in TEAM_POSTS]
    units = [f"{unit.prefix}.{post}" for unit in data.units() for post in UNIT_POSTS]
    return [DIRECTOR, CLERK, *teams, *units]


def settle_office(campaign: Campaign) -> tuple[User, User]:
    """The office with its director, appointed at the server, and its clerk, appointed by the director."""
    office = create_office(campaign=campaign)
    director = _account(DIRECTOR, data.posts()["director"], None)
    appoint_member(team=office, user=director, role=Role.DIRECTOR, acting_user=None)
    clerk = _account(CLERK, data.posts()["clerk"], director)
    appoint_member(team=office, user=clerk, role=Role.CLERK, acting_user=director)
    return director, clerk


def send_teams(campaign: Campaign, clerk: User) -> dict[int, Team]:
    """The supervision teams by number, each with its five members."""
    made = {}
    for given in data.teams():
        team = create_team(
            campaign=campaign, number=given.number, name_zh=given.zh, name_en=given.en, acting_user=clerk
        )
        for post, role in TEAM_POSTS.items():
            name = data.posts()[post].format(team=given.zh)
            user = _account(f"team{given.number}.{post}", name, clerk)
            appoint_member(team=team, user=user, role=role, acting_user=clerk)
        made[given.number] = team
    return made


def open_cases(batch: Batch, teams: dict[int, Team], clerk: User) -> dict[str, Case]:
    """The cases by the unit's code: each unit with its people, and with the team that is sent to it."""
    return {given.code: _opened(given, batch, teams[given.team], clerk) for given in data.units()}


def _opened(given: UnitData, batch: Batch, team: Team, clerk: User) -> Case:
    unit = create_unit(
        code=given.code,
        name_zh=given.zh,
        name_en=given.en,
        kind=UnitKind(given.kind),
        secretary_title=given.secretary_title,
        short_mark=given.short_mark,
        acting_user=clerk,
    )
    for post, role in UNIT_POSTS.items():
        user = _account(f"{given.prefix}.{post}", _name(given, post), clerk)
        appoint_unit_member(unit=unit, user=user, role=role, acting_user=clerk)
    case = open_case(unit=unit, batch=batch, acting_user=clerk)
    assign_team(case=case, team=team, acting_user=clerk)
    return case


def _name(given: UnitData, post: str) -> str:
    """A secretary is called after the place: the title says once more what the unit's name ends with."""
    if post == "secretary":
        unit = given.zh.removesuffix(given.secretary_title[:2])
        return data.posts()[post].format(unit=unit, title=given.secretary_title)
    return data.posts()[post].format(unit=given.zh)


def _account(username: str, name: str, acting_user: User | None) -> User:
    return create_account(username=username, name=name, acting_user=acting_user)
