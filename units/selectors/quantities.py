"""What a unit has reached, summed over its record: nobody types a total (rows 57-60)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Any

from django.db.models import Exists, F, OuterRef

from units import campaign_terms
from units.enums import ActivityState, Quantity
from units.models import Activity, Case
from units.rules.counting import Recorded, Session, Tally, participation, tally

COUNTED_STATES = (ActivityState.SUBMITTED, ActivityState.VERIFIED)

_OF_SESSION = (
    "kind",
    "held_on",
    "starts_at",
    "ends_at",
    "organiser",
    "is_concentrated",
    "has_discussion",
    "method",
)
_OF_ACTIVITY = ("state", *_OF_SESSION)
_OF_FIGURE = ("figures__measure", "figures__declared", "figures__verified")


def tallies(case: Case, *, until: date | None = None, day_minutes: int | None = None) -> dict[Quantity, Tally]:
    """Every quantity of a case in its three sums, from entry to `until` inclusive; zeros before entry.

    `day_minutes` is the least that makes a concentrated day: the campaign's own, unless it is given. One query
    then, whatever the size of the record.
    """
    least = campaign_terms.day_minutes(case) if day_minutes is None else day_minutes
    return tallies_of([case.pk], until=until, day_minutes=least)[case.pk]


def tallies_of(
    cases: Collection[int], *, day_minutes: int, until: date | None = None
) -> dict[int, dict[Quantity, Tally]]:
    """The same for several cases at once, by case: still one query."""
    recorded = recorded_of(cases, until=until)
    return {case_id: tally(rows, day_minutes=day_minutes) for case_id, rows in recorded.items()}


def sums_of(case: Case) -> tuple[dict[Quantity, Tally], Tally]:
    """Every quantity of a case, and the share of members who took part in study (row 12), from the same rows."""
    rows = recorded_of([case.pk])[case.pk]
    return tally(rows, day_minutes=campaign_terms.day_minutes(case)), participation(rows)


def recorded_of(cases: Collection[int], *, until: date | None = None) -> dict[int, list[Recorded]]:
    """What counts of each case's record, up to `until` inclusive: one query, with a row for each figure."""
    evidence = Activity.files.through.objects.filter(activity=OuterRef("pk"))
    activities = Activity.objects.filter(case__in=cases, state__in=COUNTED_STATES, held_on__gte=F("case__entered_on"))
    if until is not None:
        activities = activities.filter(held_on__lte=until)
    rows = (
        activities.annotate(has_evidence=Exists(evidence))
        .values_list("pk", "case_id", "has_evidence", *_OF_ACTIVITY, *_OF_FIGURE, named=True)
        .order_by("pk")
    )
    recorded: dict[int, list[Recorded]] = {case_id: [] for case_id in cases}
    for _pk, of_one in groupby(rows, key=attrgetter("pk")):
        figures = list(of_one)
        recorded[figures[0].case_id].append(_recorded(figures))
    return recorded


def _recorded(rows: list[Any]) -> Recorded:
    """One activity from its rows, one a figure; without figures it is one row with none."""
    activity = rows[0]
    declared = {row.figures__measure: row.figures__declared for row in rows if row.figures__measure}
    verified = {row.figures__measure: row.figures__verified for row in rows if row.figures__verified is not None}
    return Recorded(
        declared=_session(activity, declared),
        verified=_session(activity, verified) if activity.state == ActivityState.VERIFIED else None,
        has_evidence=activity.has_evidence,
    )


def _session(activity: Any, figures: dict[str, int]) -> Session:
    return Session(figures=figures, **{name: getattr(activity, name) for name in _OF_SESSION})
