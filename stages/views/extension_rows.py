"""Askings for longer time as the transition tab shows them, each with what this person may do about it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from stages.enums import ExtensionState
from stages.models import Extension, StageRun
from stages.rules import extensions as rules
from stages.selectors.extensions import extensions_of
from units.models import Case
from units.standing import CaseStanding

_TONES = {
    ExtensionState.ASKED: "wait",
    ExtensionState.PERMITTED: "pass",
    ExtensionState.REFUSED: "block",
    ExtensionState.WITHDRAWN: "rest",
}


@dataclass(frozen=True)
class ExtensionRow:
    """One asking; the addresses are empty where the person may not act."""

    extension: Extension
    tone: str
    opine_url: str
    decide_url: str
    withdraw_url: str


def extension_rows(case: Case, standing: CaseStanding) -> list[ExtensionRow]:
    """Every asking of the case, newest first: one query."""
    return [_row(case, standing, extension) for extension in extensions_of(case)]


def is_asked(rows: list[ExtensionRow], run: StageRun | None) -> bool:
    """Whether one of this stage's is not settled yet."""
    return run is not None and any(
        row.extension.state == ExtensionState.ASKED and row.extension.run_id == run.pk for row in rows
    )


def _row(case: Case, standing: CaseStanding, extension: Extension) -> ExtensionRow:
    def url_if(allowed: object, name: str) -> str:
        return reverse(name, args=[case.pk, extension.pk]) if allowed else ""

    return ExtensionRow(
        extension=extension,
        tone=_TONES[ExtensionState(extension.state)],
        opine_url=url_if(rules.may_opine(standing, extension), "extension_opine"),
        decide_url=url_if(rules.may_decide(standing, extension), "extension_decide"),
        withdraw_url=url_if(rules.may_withdraw(standing, extension), "extension_withdraw"),
    )
