"""Longer time for a stage: who asks, who gives an opinion, who permits (row 78). No date moves anything by itself."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from django.utils.translation import gettext_lazy as _

from stages.enums import ExtensionState, RunState
from teams.exceptions import Text
from teams.rulings import Ruling, all_of, unless, unless_moved_on
from teams.transitions import StateTable
from units.standing import CaseStanding

EXTENSION = StateTable(
    {ExtensionState.ASKED: {ExtensionState.PERMITTED, ExtensionState.REFUSED, ExtensionState.WITHDRAWN}}
)


class AnyRun(Protocol):
    """What the rules read of the run whose end is to be moved (`stages.models.StageRun`)."""

    state: str


class AnyExtension(Protocol):
    """What the rules read of an extension (`stages.models.Extension`)."""

    state: str
    opined_by_id: int | None

    @property
    def run(self) -> AnyRun: ...


def may_ask(standing: CaseStanding, *, due_on: date | None, asked_already: bool) -> Ruling:
    """The Party committee asks, through its secretary, for a stage that is open and has an end to be moved."""
    return all_of(
        (
            unless(
                standing.is_secretary,
                "not_secretary",
                _("The Party committee asks for longer time, through its secretary."),
                78,
            ),
            unless(due_on is not None, "no_end", _("No stage is open that has a planned end."), 78),
            unless_moved_on(not asked_already, _("Longer time has been asked for already."), 78),
        )
    )


def may_opine(standing: CaseStanding, extension: AnyExtension) -> Ruling:
    """The team's leader says what the team thinks of it, once: it is not handed on without an opinion."""
    return all_of(
        (
            unless(standing.may_lead, "not_leader", _("The team's leader gives the team's opinion."), 78),
            is_asked(extension),
            is_of_open_stage(extension),
            unless_moved_on(extension.opined_by_id is None, _("The team has given its opinion."), 78),
        )
    )


def may_decide(standing: CaseStanding, extension: AnyExtension) -> Ruling:
    """The director permits or refuses, with the team's opinion before him, and never on one's own opinion."""
    return all_of(
        (
            unless(standing.is_director, "not_director", _("The leading group permits, through its director."), 78),
            is_asked(extension),
            is_of_open_stage(extension),
            unless(extension.opined_by_id is not None, "no_opinion", _("The team has not given its opinion yet."), 78),
            unless(
                extension.opined_by_id != standing.user.pk, "own_opinion", _("Nobody decides on one's own opinion."), 78
            ),
        )
    )


def may_withdraw(standing: CaseStanding, extension: AnyExtension) -> Ruling:
    """The secretary takes the asking back until it is decided."""
    return unless(standing.is_secretary, "not_secretary", _("The secretary takes the asking back."), 78) & is_asked(
        extension
    )


def is_asked(extension: AnyExtension) -> Ruling:
    return unless_moved_on(
        extension.state == ExtensionState.ASKED,
        _("This has been settled: it stands at “%(state)s”.") % {"state": ExtensionState(extension.state).label},
        78,
    )


def is_of_open_stage(extension: AnyExtension) -> Ruling:
    """Time is given to a stage that is open; what was asked for one that is left waits for nobody."""
    return unless_moved_on(
        extension.run.state == RunState.OPEN, _("This stage is not open: more time is of no use to it."), 78
    )


def wrong_end(end: date, *, after: date, today: date) -> Text | None:
    """Why a new end cannot be: longer time ends after the time there is, and not in the past."""
    if end <= after:
        return _("The new end lies after the present one.")
    return _("This date has passed.") if end < today else None
