"""What a unit has reached, summed over its record: nobody types a total (rows 57-60)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db.models import Exists, F, OuterRef

from units import day_length
from units.enums import ActivityState, Quantity
from units.models import Activity, Case
from units.rules.counting import Recorded, Session, Tally, participation, tally

COUNTED_STATES = (ActivityState.SUBMITTED, ActivityState.VERIFIED)


def tallies(case: Case, *, until: date | None = None, day_minutes: int | None = None) -> dict[Quantity, Tally]:
    """Every quantity of a case in its three sums, from entry to `until` inclusive; zeros before entry.

    `day_minutes` is the least that makes a concentrated day: the campaign's own, unless it is given. Two queries
    then, whatever the size of the record.
    """
    least = day_length.of(case) if day_minutes is None else day_minutes
    return tallies_of([case.pk], until=until, day_minutes=least)[case.pk]


def tallies_of(
    cases: Collection[int], *, day_minutes: int, until: date | None = None
) -> dict[int, dict[Quantity, Tally]]:
    """The same for several cases at once, by case: still two queries."""
    recorded = recorded_of(cases, until=until)
    return {case_id: tally(rows, day_minutes=day_minutes) for case_id, rows in recorded.items()}


def sums_of(case: Case) -> tuple[dict[Quantity, Tally], Tally]:
    """Every quantity of a case, and the share of members who took part in study (row 12), from the same rows."""
    rows = recorded_of([case.pk])[case.pk]
    return tally(rows, day_minutes=day_length.of(case)), participation(rows)


def recorded_of(cases: Collection[int], *, until: date | None = None) -> dict[int, list[Recorded]]:
    """What counts of each case's record, up to `until` inclusive: two queries for all of them."""
    evidence = Activity.files.through.objects.filter(activity=OuterRef("pk"))
    activities = (
        Activity.objects.filter(case__in=cases, state__in=COUNTED_STATES, held_on__gte=F("case__entered_on"))
        .annotate(has_evidence=Exists(evidence))
        .prefetch_related("figures")
        .order_by()
    )
    if until is not None:
        activities = activities.filter(held_on__lte=until)
    recorded: dict[int, list[Recorded]] = {case_id: [] for case_id in cases}
    for activity in activities:
        recorded[activity.case_id].append(_recorded(activity, has_evidence=activity.has_evidence))
    return recorded


def _recorded(activity: Activity, *, has_evidence: bool) -> Recorded:
    figures = list(activity.figures.all())
    declared = {figure.measure: figure.declared for figure in figures}
    verified = {figure.measure: figure.verified for figure in figures if figure.verified is not None}
    return Recorded(
        declared=_session(activity, declared),
        verified=_session(activity, verified) if activity.state == ActivityState.VERIFIED else None,
        has_evidence=has_evidence,
    )


def _session(activity: Activity, figures: dict[str, int]) -> Session:
    return Session(
        kind=activity.kind,
        held_on=activity.held_on,
        figures=figures,
        starts_at=activity.starts_at,
        ends_at=activity.ends_at,
        organiser=activity.organiser,
        is_concentrated=activity.is_concentrated,
        has_discussion=activity.has_discussion,
        method=activity.method,
    )
