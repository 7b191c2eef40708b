"""What a person is for one case; handed to rules, which ask no database."""

from __future__ import annotations

from dataclasses import dataclass, field

from teams.enums import Audience, Role
from teams.models import User
from teams.standing import Capacity
from units.enums import UnitRole


@dataclass(frozen=True)
class CaseStanding:
    """Live roles of a person for one case.

    `in_place_of` is the account of the leader, director or secretary who by a live delegation lets the person act in
    that place; `is_secretary` is true for such a person as well.
    """

    user: User
    is_secretary: bool = False
    is_liaison: bool = False
    is_deputy_secretary: bool = False
    team_role: Role | None = None
    office_role: Role | None = None
    in_place_of: int | None = None
    audiences: frozenset[Audience] = field(init=False)

    def __post_init__(self) -> None:
        readable = {Audience.ALL}
        if self.is_unit:
            readable |= {Audience.UNIT}
        if self.is_team:
            readable |= {Audience.TEAM}
        if self.is_office:
            readable |= {Audience.TEAM, Audience.OFFICE}
        object.__setattr__(self, "audiences", frozenset(readable))

    @property
    def is_unit(self) -> bool:
        return self.is_secretary or self.is_liaison or self.is_deputy_secretary

    @property
    def is_team(self) -> bool:
        return self.team_role is not None

    @property
    def may_lead(self) -> bool:
        """The leader, or who of the team acts in that place by a live delegation: a deputy's post is not enough."""
        return self.team_role is Role.LEADER or (self.is_team and self.in_place_of is not None)

    @property
    def is_office(self) -> bool:
        return self.office_role is not None

    @property
    def is_director(self) -> bool:
        """The director, or whoever of the office acts in that place by a live delegation."""
        return self.office_role is Role.DIRECTOR or (self.is_office and self.in_place_of is not None)

    @property
    def is_clerk(self) -> bool:
        return self.office_role is Role.CLERK

    @property
    def title(self) -> Capacity:
        """The role a person acts in, as the ledger keeps it, and in whose place if by delegation."""
        return Capacity(self._role, self.in_place_of)

    @property
    def _role(self) -> str:
        if self.team_role:
            return str(Role.LEADER if self.in_place_of else self.team_role)
        if self.office_role:
            return str(Role.DIRECTOR if self.in_place_of else self.office_role)
        if self.is_secretary:
            return str(UnitRole.SECRETARY)
        if self.is_deputy_secretary:
            return str(UnitRole.DEPUTY_SECRETARY)
        return str(UnitRole.LIAISON) if self.is_liaison else ""
