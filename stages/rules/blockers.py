"""What still stands between a case and its next stage: one list for the page that shows and the act that refuses.

The unit reads the list before it applies, the team before it recommends, the leading group before it decides.
Rows 73-77 are code for every campaign; what is counted, and how much, is the template's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Protocol

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from stages.enums import Counted, GateVerdict
from stages.rules.figures import Figures
from teams.exceptions import Text
from teams.rulings import ALLOWED, Reason, Ruling


class Moment(IntEnum):
    """When the list is asked for; a later moment asks for all that an earlier one does, and more."""

    SUBMIT = 1
    RECOMMEND = 2
    APPROVE = 3


class MendBy:
    """Codes of the acts that mend what is missing; a template tag turns them into links."""

    ENTER = "enter"
    PLAN = "plan"
    RECTIFICATION_PLAN = "rectification_plan"
    RECORD_ACTIVITY = "record_activity"
    VERIFY_ACTIVITIES = "verify_activities"
    LOOK_BACK = "look_back"
    FINDINGS = "findings"
    MAKE_UP = "make_up"
    ASSESS_GATE = "assess_gate"
    GUIDANCE = "guidance"
    SAMPLE = "sample"
    SURVEY = "survey"
    RECTIFY = "rectify"
    RECORD_FINDING = "record_finding"


# What is not recorded as an activity, and the act that brings it about; the team's own waits for the team.
_MENDED_BY: dict[str, str] = {
    Counted.SELF_ANALYSES_SAMPLED: MendBy.SAMPLE,
    Counted.SATISFACTION_PERCENT: MendBy.SURVEY,
    Counted.COMPLETE_RECTIFICATIONS_PERCENT: MendBy.RECTIFY,
    Counted.RECTIFICATION_PLAN_PASSED: MendBy.RECTIFICATION_PLAN,
}
_OF_THE_TEAM = frozenset({MendBy.SAMPLE, MendBy.SURVEY})


@dataclass(frozen=True)
class Blocker:
    """One thing that is missing: its rule, the figures side by side, the requirement row, the act that mends it."""

    code: str
    message: Text
    row: int
    act: str
    figures: Figures | None = None
    hard: bool = True
    waits_for_team: bool = False
    target_id: int | None = None
    quantity: str = ""


@dataclass(frozen=True)
class GateStanding:
    """A gate of the stage and the verdict of its latest round, if any."""

    gate_id: int
    name: str
    verdict: GateVerdict | None
    row: int = 55


class Asked(Protocol):
    """What the rule reads of a quantity criterion (`stages.models.Criterion`)."""

    code: str
    quantity: str
    rows: list[int]
    hard: bool
    locked: bool

    @property
    def measures(self) -> str | None: ...

    @property
    def wording(self) -> str: ...


@dataclass(frozen=True)
class Asking:
    """A quantity criterion beside what was done."""

    criterion: Asked
    figures: Figures


@dataclass(frozen=True)
class Facts:
    """Everything that the rule reads, loaded by `stages.selectors.blockers`."""

    entered: bool
    plan_passed: bool
    askings: Sequence[Asking]
    look_back_done: bool
    open_red_lines: int
    open_make_up_tasks: int
    gates: Sequence[GateStanding]
    open_inadequacies: int = 0
    guidance_due: bool = False
    unsettled_findings: int = 0
    closes_case: bool = False
    team_was_there: bool = True


def blockers(facts: Facts, at: Moment) -> list[Blocker]:
    """The list at a moment, hard ones and warnings, in the order in which one mends them."""
    if not facts.entered:
        message = _("The team has not entered the unit yet.")
        return [Blocker("not_entered", message, 110, MendBy.ENTER, waits_for_team=True)]
    found = [
        *_plan(facts),
        *_quantities(facts, at),
        *_red_lines(facts),
        *_unsettled(facts),
        *_make_up(facts),
        *_look_back(facts),
    ]
    if at < Moment.RECOMMEND:
        return found
    return found + _gates(facts) + _followed_up(facts) + _guidance(facts) + _seen_by_the_team(facts)


def _plan(facts: Facts) -> list[Blocker]:
    if facts.plan_passed:
        return []
    return [Blocker("plan_not_passed", _("The implementation plan has not passed the team's review."), 49, MendBy.PLAN)]


def _quantities(facts: Facts, at: Moment) -> list[Blocker]:
    """By declared figures when the unit asks, by verified ones when the team or the leading group answers."""
    return [
        Blocker(
            f"quantity:{asking.criterion.code}",
            asking.criterion.wording,
            asking.criterion.rows[0] if asking.criterion.rows else 76,
            _mended_by(asking),
            figures=asking.figures,
            hard=asking.criterion.hard,
            waits_for_team=asking.figures.declared_suffices or _mended_by(asking) in _OF_THE_TEAM,
            quantity=asking.criterion.quantity,
        )
        for asking in facts.askings
        if not (asking.figures.declared_suffices if at == Moment.SUBMIT else asking.figures.verified_suffices)
    ]


def _mended_by(asking: Asking) -> str:
    """The act that mends a shortfall: of other records their own, of activities recording or verifying."""
    usual = MendBy.VERIFY_ACTIVITIES if asking.figures.declared_suffices else MendBy.RECORD_ACTIVITY
    return _MENDED_BY.get(asking.criterion.quantity, usual)


def _red_lines(facts: Facts) -> list[Blocker]:
    count = facts.open_red_lines
    if not count:
        return []
    message = ngettext("%(count)s red-line problem is open.", "%(count)s red-line problems are open.", count)
    return [Blocker("red_line_open", message % {"count": count}, 10, MendBy.FINDINGS)]


def _unsettled(facts: Facts) -> list[Blocker]:
    """Every finding has its disposition: a reminder on the way, a bar to closing the case (row 12)."""
    count = facts.unsettled_findings
    if not count:
        return []
    message = ngettext("%(count)s finding is not settled.", "%(count)s findings are not settled.", count)
    return [
        Blocker("finding_unsettled", message % {"count": count}, 12, MendBy.FINDINGS, hard=facts.closes_case),
    ]


def _make_up(facts: Facts) -> list[Blocker]:
    count = facts.open_make_up_tasks
    if not count:
        return []
    message = ngettext("%(count)s make-up task is open.", "%(count)s make-up tasks are open.", count)
    return [Blocker("make_up_open", message % {"count": count}, 77, MendBy.MAKE_UP)]


def _look_back(facts: Facts) -> list[Blocker]:
    if facts.look_back_done:
        return []
    return [Blocker("no_look_back", _("The unit has not looked back at the stage yet."), 76, MendBy.LOOK_BACK)]


def _gates(facts: Facts) -> list[Blocker]:
    return [
        Blocker(
            f"gate_not_passed:{gate.gate_id}",
            _("%(gate)s has not been passed.") % {"gate": gate.name},
            gate.row,
            MendBy.ASSESS_GATE,
            waits_for_team=True,
            target_id=gate.gate_id,
        )
        for gate in facts.gates
        if gate.verdict is not GateVerdict.PASSED
    ]


def _followed_up(facts: Facts) -> list[Blocker]:
    """不够 stands in the way until the finding that follows it up is closed, whatever a later round says (row 37)."""
    count = facts.open_inadequacies
    if not count:
        return []
    message = ngettext(
        "%(count)s answer of “not adequate” is still being followed up.",
        "%(count)s answers of “not adequate” are still being followed up.",
        count,
    )
    return [Blocker("inadequacy_open", message % {"count": count}, 37, MendBy.FINDINGS)]


def _guidance(facts: Facts) -> list[Blocker]:
    """A leadership that was selected for guidance on the spot was also given it (row 72)."""
    if not facts.guidance_due:
        return []
    message = _("The leadership was selected for guidance at its democratic-life meeting; none is recorded yet.")
    return [Blocker("guidance_due", message, 72, MendBy.GUIDANCE, waits_for_team=True)]


def _seen_by_the_team(facts: Facts) -> list[Blocker]:
    """The team goes along from the plan to the close: where it wrote nothing down, that is pointed out (row 11)."""
    if facts.team_was_there:
        return []
    message = _("The team has recorded nothing of its own in this stage yet.")
    return [Blocker("team_not_seen", message, 11, MendBy.RECORD_FINDING, hard=False, waits_for_team=True)]


def hard(found: Iterable[Blocker]) -> list[Blocker]:
    """Those that refuse; the rest are warnings."""
    return [blocker for blocker in found if blocker.hard]


def ruling(found: Iterable[Blocker]) -> Ruling:
    """The hard blockers as the reasons of a refusal (rows 76, 77)."""
    reasons = tuple(Reason(blocker.code, _reason(blocker), blocker.row) for blocker in hard(found))
    return Ruling(reasons) if reasons else ALLOWED


def _reason(blocker: Blocker) -> Text:
    if blocker.figures is None:
        return blocker.message
    return _("%(rule)s: %(figures)s.") % {"rule": blocker.message, "figures": blocker.figures.sentence}
