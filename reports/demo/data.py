"""What the TOML files say: who takes part, and what they write."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from reports.demo.days import Days

FOLDER = Path(__file__).parent
_GAP = re.compile(r"\{([^{}]+)\}")
_DAY = re.compile(r"\d\d-\d\d")


@dataclass(frozen=True)
class TeamData:
    number: int
    zh: str
    en: str


@dataclass(frozen=True)
class UnitData:
    code: str
    team: int
    zh: str
    en: str
    kind: str
    members: int
    branches: int
    leaders: int
    away: int
    secretary_title: str
    short_mark: str

    @property
    def prefix(self) -> str:
        """How the user names of the unit's people begin."""
        return self.code.lower()


@dataclass(frozen=True)
class FindingData:
    """A finding and, where the unit has come so far, its measure and what came of it."""

    code: str
    kind: str
    text: str
    gate: str = ""
    category: str = ""
    cause: str = ""
    advice: str = ""
    measure: str = ""
    responsible: str = ""
    due: str = ""
    quality: str = ""
    result: str = ""


@cache
def teams() -> tuple[TeamData, ...]:
    return tuple(TeamData(**team) for team in _file("units")["team"])


@cache
def units() -> tuple[UnitData, ...]:
    return tuple(UnitData(**unit) for unit in _file("units")["unit"])


def unit(code: str) -> UnitData:
    return next(unit for unit in units() if unit.code == code)


@cache
def posts() -> dict[str, str]:
    """What somebody on a post is called, with gaps for the team or unit."""
    found: dict[str, str] = _file("units")["posts"]
    return found


@cache
def finding(code: str) -> FindingData:
    return next(FindingData(**row) for row in _file("findings")["finding"] if row["code"] == code)


@cache
def texts() -> dict[str, Any]:
    return _file("texts")


def filled(text: str, days: Days, /, **facts: Any) -> str:
    """The text with its gaps filled: {03-04} with that day, all others from `facts`; KeyError for one left over."""

    def fill(gap: re.Match[str]) -> str:
        name = gap.group(1)
        if _DAY.fullmatch(name):
            day = days.on(name)
            return str(texts()["date_words"]).format(month=day.month, day=day.day)
        return str(facts[name])

    return _GAP.sub(fill, text)


def facts_of(unit: UnitData, days: Days) -> dict[str, Any]:
    """What a text about a unit may speak of."""
    return {
        "unit": unit.zh,
        "members": unit.members,
        "branches": unit.branches,
        "away": unit.away,
        "year": days.today.year,
    }


def _file(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
