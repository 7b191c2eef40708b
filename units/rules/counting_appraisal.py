"""What counts beyond study: soliciting, self-analysis, talks, meetings, members' own measures (rows 64-71, 79).

Shares are whole per cents, rounded down: 99.9 are not 100. A share that the unit brings up to date counts as it was
recorded last; branches that held their meeting one after the other add up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import Protocol

from units.enums import ActivityKind, Measure, Quantity

# Which kind of record a quantity grows by.
RECORDED_AS = {
    Quantity.SOLICITING_METHODS: ActivityKind.SOLICITING,
    Quantity.SELF_ANALYSIS_PERCENT: ActivityKind.SELF_ANALYSIS,
    Quantity.HEART_TO_HEART_TALKS: ActivityKind.HEART_TO_HEART,
    Quantity.BRANCH_MEETINGS_PERCENT: ActivityKind.ORGANISATIONAL_LIFE,
    Quantity.DEMOCRATIC_LIFE_MEETINGS: ActivityKind.DEMOCRATIC_LIFE,
    Quantity.INDIVIDUAL_MEASURES_PERCENT: ActivityKind.INDIVIDUAL_MEASURES,
}


class Recorded(Protocol):
    """What is read of a session (`units.rules.counting.Session`)."""

    @property
    def kind(self) -> str: ...
    @property
    def held_on(self) -> date: ...
    @property
    def method(self) -> str: ...
    @property
    def figures(self) -> Mapping[str, int]: ...


def count_appraisal(sessions: Collection[Recorded]) -> dict[Quantity, int]:
    """Every quantity of the later gates over the sessions of one column."""
    of = {kind: [session for session in sessions if session.kind == kind] for kind in ActivityKind}
    return {
        Quantity.SOLICITING_METHODS: len({session.method for session in of[ActivityKind.SOLICITING] if _held(session)}),
        Quantity.SELF_ANALYSIS_PERCENT: _latest_share(of[ActivityKind.SELF_ANALYSIS]),
        Quantity.HEART_TO_HEART_TALKS: _sum(of[ActivityKind.HEART_TO_HEART], Measure.TALKS),
        Quantity.BRANCH_MEETINGS_PERCENT: _share_of_branches(of[ActivityKind.ORGANISATIONAL_LIFE]),
        Quantity.DEMOCRATIC_LIFE_MEETINGS: sum(_with_leaders(session) for session in of[ActivityKind.DEMOCRATIC_LIFE]),
        Quantity.INDIVIDUAL_MEASURES_PERCENT: _latest_share(of[ActivityKind.INDIVIDUAL_MEASURES]),
    }


def percent(part: int, whole: int) -> int:
    """Whole per cents, rounded down; nothing of nothing is nothing."""
    return min(100 * part // whole, 100) if whole else 0


def _held(session: Recorded) -> bool:
    return bool(session.method) and session.figures.get(Measure.TIMES, 0) > 0


def _with_leaders(session: Recorded) -> bool:
    """A meeting of the leadership at which none of it was present was none (row 71)."""
    return session.figures.get(Measure.LEADERS_ATTENDED, 0) > 0


def _sum(sessions: Iterable[Recorded], measure: Measure) -> int:
    return sum(session.figures.get(measure, 0) for session in sessions)


def _latest_share(sessions: Collection[Recorded]) -> int:
    """Of records of one day the one that got furthest."""
    shares = [
        (session.held_on, percent(session.figures.get(Measure.MEMBERS_DONE, 0), session.figures[Measure.MEMBERS_TOTAL]))
        for session in sessions
        if session.figures.get(Measure.MEMBERS_TOTAL)
    ]
    return max(shares)[1] if shares else 0


def _share_of_branches(sessions: Collection[Recorded]) -> int:
    total = max((session.figures.get(Measure.BRANCHES_TOTAL, 0) for session in sessions), default=0)
    return percent(_sum(sessions, Measure.BRANCHES_HELD), total)
