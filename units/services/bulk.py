"""Acts in bulk: the act for one, once for each row, so that what stands in the way of one row stops no other.

Every row is a transaction of its own with its own entry in the ledger, exactly as if somebody had done it by hand. A
preview is the same with an act that only asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db import models
from django.utils.translation import pgettext_lazy

from teams.exceptions import Refusal, reasons_of

Subject = TypeVar("Subject")

MOST_ROWS = 100  # at a time: as many as one reads before one confirms them


class Outcome(models.TextChoices):
    DONE = "DONE", pgettext_lazy("row", "Done")
    REFUSED = "REFUSED", pgettext_lazy("row", "Refused")


@dataclass(frozen=True)
class Row(Generic[Subject]):
    """What came of one row: the act's result, or the refusal with its reasons."""

    subject: Subject
    outcome: Outcome
    result: Any = None
    refusal: Refusal | None = None

    @property
    def done(self) -> bool:
        return self.outcome == Outcome.DONE

    @property
    def reasons(self) -> list[str]:
        return reasons_of(self.refusal) if self.refusal else []


def one_by_one(subjects: Iterable[Subject], act: Callable[[Subject], Any]) -> list[Row[Subject]]:
    """Perform `act` for each subject in turn. Only refusals are caught: a row that is refused has written nothing."""
    return [_row(subject, act) for subject in subjects]


def _row(subject: Subject, act: Callable[[Subject], Any]) -> Row[Subject]:
    try:
        return Row(subject, Outcome.DONE, result=act(subject))
    except Refusal as refusal:
        return Row(subject, Outcome.REFUSED, refusal=refusal)
