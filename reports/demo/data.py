"""What the TOML files say: who takes part, and what they write."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from reports.demo.days import Days
from teams import clock

FOLDER = Path(__file__).parent
_GAP = re.compile(r"\{([^{}]+)\}")
_DAY = re.compile(r"\d\d-\d\d")
_COUNTED = re.compile(r"\+\d+")


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
    """A finding by its number in the sample, and as far as the unit has come, what it does and what came of it."""

    number: int
    unit: str
    kind: str
    text: str
    gate: str = ""
    category: str = ""
    red_line: str = ""
    cause: str = ""
    advice: str = ""
    measure: str = ""
    responsible: str = ""
    due: str = ""
    quality: str = ""
    result: str = ""
    answer: str = ""
    dispute: str = ""
    dispute_answer: str = ""
    amended: str = ""
    amended_advice: str = ""
    withdrawn: str = ""
    rebound: str = ""
    rebound_measure: str = ""
    rebound_due: str = ""
    origin: str = ""
    effect: str = ""


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
def findings() -> tuple[FindingData, ...]:
    return tuple(FindingData(**row) for row in _file("findings")["finding"])


def finding(number: int) -> FindingData:
    return next(finding for finding in findings() if finding.number == number)


@cache
def texts(name: str = "texts") -> dict[str, Any]:
    """One of the files of words: texts, transitions, gates or later."""
    return _file(name)


def filled(text: str, days: Days, /, **facts: Any) -> str:
    """The text with its gaps filled, KeyError for one left over.

    {03-04} becomes that day, {+8} the eighth day after `entered`, everything else what `facts` say.
    """

    def fill(gap: re.Match[str]) -> str:
        name = gap.group(1)
        if _DAY.fullmatch(name):
            return worded(days.on(name))
        if _COUNTED.fullmatch(name):
            return worded(facts["entered"] + timedelta(days=int(name)))
        return str(facts[name])

    return _GAP.sub(fill, text)


def worded(day: date) -> str:
    """A day as texts write it."""
    return str(texts()["date_words"]).format(month=day.month, day=day.day)


def facts_of(unit: UnitData, entered: date | None) -> dict[str, Any]:
    """What a text about a unit may speak of, as of the moment on the clock."""
    return {
        "unit": unit.zh,
        "team": next(team.zh for team in teams() if team.number == unit.team),
        "body": texts("transitions")["bodies"][unit.secretary_title],
        "mark": unit.short_mark,
        "members": unit.members,
        "branches": unit.branches,
        "away": unit.away,
        "year": clock.today().year,
        "entered": entered,
    }


def _file(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
