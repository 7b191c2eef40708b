"""A case with the people who act on it and the days on which they do."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

from reports.demo import data
from reports.demo.data import UnitData
from reports.demo.days import Days
from reports.demo.people import DIRECTOR
from teams.models import User
from units.models import Case


@dataclass(frozen=True)
class Story:
    """Whoever acts on one case, by post; what they write is filled in from the case."""

    case: Case
    unit: UnitData
    days: Days
    people: Mapping[str, User]
    leading: str = "leader"

    @property
    def secretary(self) -> User:
        return self.people[f"{self.unit.prefix}.secretary"]

    @property
    def liaison(self) -> User:
        return self.people[f"{self.unit.prefix}.liaison"]

    @property
    def leader(self) -> User:
        """Whoever leads the team: its leader, or the deputy in his place."""
        return self._of_team(self.leading)

    @property
    def member(self) -> User:
        return self._of_team("member")

    @property
    def director(self) -> User:
        return self.people[DIRECTOR]

    def _of_team(self, post: str) -> User:
        return self.people[f"team{self.unit.team}.{post}"]

    def at(self, day: str, hour: int, minute: int = 0, *, days_later: int = 0) -> AbstractContextManager[None]:
        return self.days.at(day, hour, minute, days_later=days_later)

    def words(self, text: str, /, **more: Any) -> str:
        """The text as it stands in this case."""
        facts = data.facts_of(self.unit, self.case.entered_on) | more
        return data.filled(text, self.days, **facts)

    def paper_number(self, stage: int) -> int:
        """A unit's papers are numbered through the year; its requests among them, stage by stage."""
        return int(self.unit.code.removeprefix("U")) % 7 + 3 + 9 * (stage - 1)
