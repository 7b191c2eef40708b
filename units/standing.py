"""What a person is for one case; handed to rules, which ask no database."""

from __future__ import annotations

from dataclasses import dataclass, field

from teams.enums import Audience, Role
from teams.models import User
from units.enums import UnitRole


@dataclass(frozen=True)
class CaseStanding:
    """Live roles of a person for one case."""

    user: User
    is_secretary: bool = False
    is_liaison: bool = False
    team_role: Role | None = None
    office_role: Role | None = None
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
        return self.is_secretary or self.is_liaison

    @property
    def is_team(self) -> bool:
        return self.team_role is not None

    @property
    def may_lead(self) -> bool:
        """The leader, or the deputy acting for the leader."""
        return self.team_role in (Role.LEADER, Role.DEPUTY)

    @property
    def is_office(self) -> bool:
        return self.office_role is not None

    @property
    def is_director(self) -> bool:
        return self.office_role is Role.DIRECTOR

    @property
    def is_clerk(self) -> bool:
        return self.office_role is Role.CLERK

    @property
    def title(self) -> str:
        """The role a person acts in, as the ledger keeps it."""
        if self.team_role:
            return self.team_role.value
        if self.office_role:
            return self.office_role.value
        return (UnitRole.SECRETARY if self.is_secretary else UnitRole.LIAISON).value if self.is_unit else ""
