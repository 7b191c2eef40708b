"""Reading one table of the file: what is missing, of another type or unknown is refused with its place."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from django.db.models import TextChoices

from stages.campaigns.specs import Entry, Wording

Choice = TypeVar("Choice", bound=StrEnum | TextChoices)
LANGUAGES = ("zh", "en")


class CampaignFileError(Exception):
    """The file cannot be used; says where in it, and why."""

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason


class Table:
    """A table of the file that remembers which of its keys were asked for."""

    def __init__(self, values: dict[str, Any], place: str) -> None:
        self.values = values
        self.place = place
        self.asked: set[str] = set()

    def refuse(self, reason: str) -> CampaignFileError:
        return CampaignFileError(self.place or "the file", reason)

    def has(self, key: str) -> bool:
        return key in self.values

    def refuse_unknown_keys(self) -> None:
        unknown = sorted(self.values.keys() - self.asked)
        if unknown:
            raise self.refuse(f"unknown key {', '.join(unknown)}")

    def text(self, key: str) -> str:
        value: str = self._take(key, str, "a text")
        if not value.strip():
            raise self.refuse(f"{key} is empty")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; none when the key is absent."""
        return self._list(key, lambda value: isinstance(value, str) and bool(value.strip()), "texts")

    def flag(self, key: str) -> bool:
        """False when the key is absent."""
        return bool(self._take(key, bool, "true or false")) if self.has(key) else False

    def whole(self, key: str) -> int:
        """A whole number from 1."""
        value = self._take(key, int, "a whole number")
        if not _is_positive(value):
            raise self.refuse(f"{key} must be a whole number from 1, not {value!r}")
        return int(value)

    def wholes(self, key: str) -> tuple[int, ...]:
        """One or several different whole numbers from 1; a single one may stand without brackets."""
        if not isinstance(self.values.get(key), list):
            return (self.whole(key),)
        values: tuple[int, ...] = self._list(key, _is_positive, "whole numbers from 1")
        if not values or len(set(values)) < len(values):
            raise self.refuse(f"{key} must name at least one number, and none twice")
        return values

    def day(self, key: str) -> date:
        value: date = self._take(key, date, "a date")
        if isinstance(value, datetime):
            raise self.refuse(f"{key} must be a date without a time of day")
        return value

    def choice(self, key: str, vocabulary: type[Choice]) -> Choice:
        value = self.text(key)
        known = [str(member.value) for member in vocabulary]
        if value not in known:
            raise self.refuse(f"{key} {value!r} is none of {', '.join(known)}")
        return vocabulary(value)

    def wording(self, key: str) -> Wording:
        return self.table(key).as_wording()

    def table(self, key: str) -> "Table":
        return Table(self._take(key, dict, "a table"), self._within(key))

    def tables(self, key: str) -> list["Table"]:
        """The tables of a list, placed by code, number or order where they have one; none when absent."""
        values = self._list(key, lambda value: isinstance(value, dict), "tables")
        return [Table(value, self._within(_own_place(key, index, value))) for index, value in enumerate(values, 1)]

    def entries(self, key: str) -> tuple[Entry, ...]:
        """Lines {code, zh, en} with different codes; none when the key is absent."""
        entries = tuple(_entry(line) for line in self.tables(key))
        refuse_twins(self.place, f"code in {key}", [entry.code for entry in entries])
        return entries

    def as_wording(self) -> Wording:
        missing = [language for language in LANGUAGES if not self.has(language)]
        if missing:
            raise self.refuse(f"no wording in {', '.join(missing)}")
        wording = Wording(**{language: self.text(language) for language in LANGUAGES})
        self.refuse_unknown_keys()
        return wording

    def _take(self, key: str, kind: type, called: str) -> Any:
        self.asked.add(key)
        if key not in self.values:
            raise self.refuse(f"{key} is missing")
        if not isinstance(self.values[key], kind):
            raise self.refuse(f"{key} must be {called}, not {self.values[key]!r}")
        return self.values[key]

    def _list(self, key: str, fits: Callable[[Any], bool], called: str) -> tuple[Any, ...]:
        values = self._take(key, list, f"a list of {called}") if self.has(key) else []
        if not all(fits(value) for value in values):
            raise self.refuse(f"{key} must be a list of {called}")
        return tuple(values)

    def _within(self, part: str) -> str:
        return f"{self.place}, {part}" if self.place else part


@contextmanager
def closed(table: Table) -> Iterator[Table]:
    """The table, of which every key must have been asked for when the block ends."""
    yield table
    table.refuse_unknown_keys()


def refuse_twins(place: str, what: str, values: list[Any]) -> None:
    twins = sorted({str(value) for value in values if values.count(value) > 1})
    if twins:
        raise CampaignFileError(place, f"{what} {', '.join(twins)} stands more than once")


def _own_place(key: str, index: int, values: dict[str, Any]) -> str:
    name = next((values[k] for k in ("code", "number", "order") if k in values), f"no. {index}")
    return f"{key} {name}"


def _entry(line: Table) -> Entry:
    code = line.text("code")
    wording = Table({key: value for key, value in line.values.items() if key != "code"}, line.place)
    return Entry(code, wording.as_wording())


def _is_positive(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 1
