"""Lists of activities as each side sees them."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Count, Q, QuerySet

from units.enums import ActivityState, Measure
from units.models import Activity, Case, CaseFile
from units.rules.plausibility import Entered
from units.standing import CaseStanding


def activities_of(case: Case, standing: CaseStanding) -> QuerySet[Activity]:
    """The case's activities with their figures, newest first; drafts only for the unit.

    Each carries `file_count`.
    """
    activities = Activity.objects.filter(case=case).annotate(file_count=Count("files")).prefetch_related("figures")
    if not standing.is_unit:
        activities = activities.filter(submitted_at__isnull=False)
    return activities.order_by("-held_on", "-pk")


def entered_of(activity: Activity) -> Entered:
    """What the unit has entered of an activity so far."""
    facts = {name: getattr(activity, name) for name in Entered.__dataclass_fields__ if name != "declared"}
    return Entered(**facts, declared={Measure(each.measure): each.declared for each in activity.figures.all()})


def found(
    activities: QuerySet[Activity], *, state: str = "", kind: str = "", words: str = "", late: str = ""
) -> QuerySet[Activity]:
    """Of these activities, those in a state, of a kind, with these words in title or summary, entered late."""
    if state:
        activities = activities.filter(state=state)
    if kind:
        activities = activities.filter(kind=kind)
    if words:
        activities = activities.filter(Q(title__icontains=words) | Q(summary__icontains=words))
    return activities.filter(is_late_entry=True) if late else activities


def last_recorded(case: Case, kinds: Collection[str]) -> Activity | None:
    """The activity of one of these kinds that was recorded last, unless it was withdrawn."""
    return (
        Activity.objects.filter(case=case, kind__in=kinds)
        .exclude(state=ActivityState.WITHDRAWN)
        .prefetch_related("figures")
        .order_by("-drafted_at", "-pk")
        .first()
    )


def pile_of(
    case: Case, standing: CaseStanding, *, states: Collection[str] = (), numbers: Collection[int] = ()
) -> QuerySet[Activity]:
    """Activities in one of these states, or of these numbers, that this side may know of; the earliest first."""
    which = Q(state__in=states) | Q(pk__in=numbers)
    return activities_of(case, standing).filter(which).order_by("held_on", "pk")


def next_to_verify(activity: Activity) -> Activity | None:
    """The activity of the same case that has waited longest for the team, other than this one."""
    return (
        Activity.objects.filter(case=activity.case, state=ActivityState.SUBMITTED)
        .exclude(pk=activity.pk)
        .order_by("submitted_at", "pk")
        .first()
    )


def evidence_of(activity: Activity) -> list[CaseFile]:
    """The activity's files, oldest first."""
    return list(activity.files.select_related("file", "added_by").order_by("pk"))
