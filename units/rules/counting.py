"""What counts of what a unit recorded (rows 57-60): sums over sessions, once for each of the three columns.

Collective study (row 57) is what reaches every member: a session of the whole unit, or a series that every
branch held, with the minutes that even the briefest branch reached. Party lectures and thematic reports are
study; so are discussions, and leaders' study in their branch where it was held for everybody. The mobilisation
meeting is not study, and the central study group is the leaders' own. Sessions that overlap count once, and a
day never gives more than twelve hours.

Nothing here asks the database. Minutes are whole minutes; everything else is a number of sessions or of days.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time

from units.enums import ActivityKind, Measure, Organiser, Quantity
from units.rules.counting_appraisal import count_appraisal, percent

MINUTES_PER_DAY = 720
STUDY_KINDS = frozenset(
    {
        ActivityKind.STUDY_SESSION,
        ActivityKind.DISCUSSION,
        ActivityKind.PARTY_LECTURE,
        ActivityKind.SPECIAL_REPORT,
        ActivityKind.BRANCH_STUDY,
    }
)


@dataclass(frozen=True)
class Tally:
    """One quantity three times: as the unit declares it, as far as a file shows it, as the team verified it."""

    declared: int
    evidenced: int
    verified: int


@dataclass(frozen=True)
class Session:
    """One activity with the figures of one column."""

    kind: str
    held_on: date
    figures: Mapping[str, int]
    starts_at: time | None = None
    ends_at: time | None = None
    organiser: str = Organiser.UNIT
    is_concentrated: bool = False
    has_discussion: bool = False
    method: str = ""

    @property
    def minutes(self) -> int:
        return self.figures.get(Measure.MINUTES, 0)

    @property
    def interval(self) -> tuple[int, int] | None:
        """From which to which minute of the day, if the times were given."""
        if self.starts_at is None or self.ends_at is None:
            return None
        return minute_of_day(self.starts_at), minute_of_day(self.ends_at)


@dataclass(frozen=True)
class Recorded:
    """One activity that the unit handed in: as declared and, once the team verified it, as verified."""

    declared: Session
    verified: Session | None
    has_evidence: bool


def tally(activities: Collection[Recorded], *, day_minutes: int) -> dict[Quantity, Tally]:
    """Every quantity in its three columns; `day_minutes` is the least that makes a concentrated day (row 58).

    What files show is never more than what was declared. Of a share it could seem so: over the sessions with a file
    alone the whole is smaller, or the latest record an earlier one. The team's own figure has no such ceiling: it
    may count somebody whom the unit forgot, and nobody lowers an honest figure to the declared one.
    """
    declared = count([each.declared for each in activities], day_minutes=day_minutes)
    evidenced = count([each.declared for each in activities if each.has_evidence], day_minutes=day_minutes)
    verified = count([each.verified for each in activities if each.verified], day_minutes=day_minutes)
    return {
        each: Tally(declared[each], min(evidenced[each], declared[each]), verified[each])  # see above
        for each in Quantity
    }


def participation(activities: Collection[Recorded]) -> Tally:
    """The share of members present at study meant for all (参学率), in whole per cents of those expected (row 12)."""
    declared = _present([each.declared for each in activities])
    evidenced = _present([each.declared for each in activities if each.has_evidence])
    verified = _present([each.verified for each in activities if each.verified])
    return Tally(declared, min(evidenced, declared), verified)


def count(sessions: Collection[Session], *, day_minutes: int) -> dict[Quantity, int]:
    """Every quantity over the sessions of one column; their order does not matter."""
    study = [session for session in sessions if is_collective_study(session)]
    return {
        Quantity.STUDY_MINUTES: sum(minutes_of_day(day) for day in _by_day(study)),
        Quantity.CONCENTRATED_DAYS: sum(is_concentrated_day(day, day_minutes) for day in _by_day(study)),
        Quantity.DISCUSSIONS: sum(discussions_of_day(day) for day in _by_day(study)),
        Quantity.LEADERS_BRANCH_STUDY: _with_leaders(sessions, ActivityKind.BRANCH_STUDY),
        Quantity.CENTRAL_GROUP_STUDY: _with_leaders(sessions, ActivityKind.CENTRAL_GROUP),
        Quantity.MOBILISATION: sum(session.kind == ActivityKind.MOBILISATION for session in sessions),
        **count_appraisal(sessions),
    }


def _present(sessions: Collection[Session]) -> int:
    study = [each for each in sessions if each.kind in STUDY_KINDS and each.organiser != Organiser.GROUP]
    expected = sum(session.figures.get(Measure.EXPECTED, 0) for session in study)
    return percent(sum(session.figures.get(Measure.ATTENDED, 0) for session in study), expected)


def is_collective_study(session: Session) -> bool:
    """Whether the session is study, and every member of the unit was meant (row 57)."""
    return session.kind in STUDY_KINDS and reaches_everybody(session)


def reaches_everybody(session: Session) -> bool:
    """The whole unit together, or branch by branch once the last branch has held it."""
    if session.organiser == Organiser.BRANCHES:
        total = session.figures.get(Measure.BRANCHES_TOTAL, 0)
        return total > 0 and session.figures.get(Measure.BRANCHES_HELD, 0) == total
    return session.organiser == Organiser.UNIT


def minutes_of_day(sessions: Collection[Session]) -> int:
    """Minutes of one date: no more than was declared, than the clock allows, and than twelve hours."""
    return min(sum(session.minutes for session in sessions), minutes_covered(sessions), MINUTES_PER_DAY)


def minutes_covered(sessions: Iterable[Session]) -> int:
    """Minutes of the clock that the sessions of one date cover; one without times covers its own minutes."""
    covered = reached = 0
    timed = []
    for session in sessions:
        if session.interval is None:
            covered += session.minutes
        else:
            timed.append(session.interval)
    for start, end in sorted(timed):
        covered += max(0, end - max(start, reached))
        reached = max(reached, end)
    return covered


def is_concentrated_day(sessions: Iterable[Session], day_minutes: int) -> bool:
    """Whether the unit itself held concentrated study long enough on this one date (row 58)."""
    concentrated = [session for session in sessions if session.is_concentrated and session.organiser == Organiser.UNIT]
    return bool(concentrated) and minutes_of_day(concentrated) >= day_minutes


def discussions_of_day(sessions: Iterable[Session]) -> int:
    """Discussions of one date, of those that overlap only one (row 59); one without minutes did not take place."""
    discussions = [
        session
        for session in sessions
        if session.minutes and (session.has_discussion or session.kind == ActivityKind.DISCUSSION)
    ]
    intervals = [session.interval for session in discussions if session.interval]
    held = len(discussions) - len(intervals)
    # The earliest to end first: that finds the greatest number that do not overlap.
    free_from = 0
    for start, end in sorted(intervals, key=lambda interval: interval[1]):
        if start >= free_from:
            held += 1
            free_from = end
    return held


def minute_of_day(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def _by_day(sessions: Iterable[Session]) -> Iterable[list[Session]]:
    days: defaultdict[date, list[Session]] = defaultdict(list)
    for session in sessions:
        days[session.held_on].append(session)
    return days.values()


def _with_leaders(sessions: Iterable[Session], kind: ActivityKind) -> int:
    """Sessions of this kind at which at least one leading cadre was present (row 60)."""
    return sum(session.kind == kind and session.figures.get(Measure.LEADERS_ATTENDED, 0) > 0 for session in sessions)
