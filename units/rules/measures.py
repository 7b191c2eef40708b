"""What each kind of activity is asked for: the one table that the services, the forms and the pages read (rows 57-71).

Nobody is asked for a figure that his kind has no use for, and only what has a duration is asked for one.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from units.enums import ActivityKind, Measure, Organiser

_ATTENDANCE = (Measure.EXPECTED, Measure.ATTENDED)
_LEADERS = (Measure.LEADERS_EXPECTED, Measure.LEADERS_ATTENDED)
_BRANCHES = (Measure.BRANCHES_TOTAL, Measure.BRANCHES_HELD)
_MEMBERS = (Measure.MEMBERS_TOTAL, Measure.MEMBERS_DONE)
_EVERYWHERE = tuple(Organiser)


@dataclass(frozen=True)
class Asked:
    """Of one kind: figures without which nothing is handed in, figures that may come with them, who may hold it.

    `headline` is what a list shows of it: one figure, or a part and its whole.
    """

    needed: tuple[Measure, ...]
    optional: tuple[Measure, ...] = ()
    headline: tuple[Measure, ...] = (Measure.MINUTES,)
    organisers: tuple[Organiser, ...] = _EVERYWHERE
    is_meeting: bool = True

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Every figure that this kind may carry, in the order in which it is asked."""
        return tuple(sorted({*self.needed, *self.optional}, key=list(Measure).index))

    @property
    def has_duration(self) -> bool:
        return Measure.MINUTES in self.measures


_SESSION = Asked((Measure.MINUTES, *_ATTENDANCE), (*_LEADERS, *_BRANCHES))
_LEADERS_OWN = Asked((Measure.MINUTES, *_LEADERS), (*_ATTENDANCE, *_BRANCHES))
_OF_EVERY_MEMBER = Asked(_MEMBERS, headline=_MEMBERS[::-1], organisers=(Organiser.UNIT,), is_meeting=False)

ASKED: dict[ActivityKind, Asked] = {
    ActivityKind.MOBILISATION: _SESSION,
    ActivityKind.STUDY_SESSION: _SESSION,
    ActivityKind.DISCUSSION: _SESSION,
    ActivityKind.PARTY_LECTURE: _SESSION,
    ActivityKind.SPECIAL_REPORT: _SESSION,
    ActivityKind.BRANCH_STUDY: _LEADERS_OWN,
    ActivityKind.CENTRAL_GROUP: _LEADERS_OWN,
    # Breadth is people, depth the share of substance (rows 64-67).
    ActivityKind.SOLICITING: Asked(
        (Measure.TIMES, Measure.PEOPLE, Measure.OPINIONS, Measure.SUBSTANTIVE),
        headline=(Measure.OPINIONS,),
        organisers=(Organiser.UNIT,),
    ),
    ActivityKind.SELF_ANALYSIS: _OF_EVERY_MEMBER,
    # How many talks, and how many members have talked (row 69); nothing of what was said.
    ActivityKind.HEART_TO_HEART: Asked(
        (Measure.TALKS,), _MEMBERS, headline=(Measure.TALKS,), organisers=(Organiser.UNIT,), is_meeting=False
    ),
    ActivityKind.ORGANISATIONAL_LIFE: Asked(
        (*_ATTENDANCE, *_BRANCHES), headline=_BRANCHES[::-1], organisers=(Organiser.BRANCHES,)
    ),
    ActivityKind.DEMOCRATIC_LIFE: Asked((Measure.MINUTES, *_LEADERS), organisers=(Organiser.GROUP,)),
    ActivityKind.DEMOCRATIC_APPRAISAL: Asked(
        _MEMBERS, _BRANCHES, headline=_MEMBERS[::-1], organisers=(Organiser.BRANCHES,)
    ),
    ActivityKind.INDIVIDUAL_MEASURES: _OF_EVERY_MEMBER,
}

# What is held as a session: recorded on one form, on which the kind may still be changed.
SESSIONS = tuple(kind for kind in ActivityKind if ASKED[kind] in (_SESSION, _LEADERS_OWN))
# Everything else has a form of its own kind.
OTHERS = tuple(kind for kind in ActivityKind if kind not in SESSIONS)

# A part cannot be more than its whole.
PARTS = {
    Measure.ATTENDED: Measure.EXPECTED,
    Measure.LEADERS_ATTENDED: Measure.LEADERS_EXPECTED,
    Measure.BRANCHES_HELD: Measure.BRANCHES_TOTAL,
    Measure.SUBSTANTIVE: Measure.OPINIONS,
    Measure.MEMBERS_DONE: Measure.MEMBERS_TOTAL,
}

# Of none of these is nothing: what was done not once was not done.
NOT_NONE = frozenset({Measure.MINUTES, Measure.TIMES, Measure.TALKS, Measure.MEMBERS_TOTAL})


def asked_of(kind: str) -> Asked:
    return ASKED[ActivityKind(kind)]


def required_measures(kind: str, organiser: str) -> list[Measure]:
    """What is needed to hand it in; a series of all branches says how many of them held it."""
    needed: Iterable[Measure] = asked_of(kind).needed
    if kind in SESSIONS and organiser == Organiser.BRANCHES:
        needed = (*needed, *_BRANCHES)
    return list(needed)
