"""Lists of activities as each side sees them."""

from __future__ import annotations

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from units.enums import ActivityState, Measure
from units.models import Activity, ActivityFigure, Case, CaseFile
from units.standing import CaseStanding


def activities_of(case: Case, standing: CaseStanding) -> QuerySet[Activity]:
    """The case's activities, newest first; drafts only for the unit.

    Each carries `minutes` and `minutes_verified` (None where there is no figure) and `file_count`.
    """
    minutes = ActivityFigure.objects.filter(activity=OuterRef("pk"), measure=Measure.MINUTES)
    activities = Activity.objects.filter(case=case).annotate(
        minutes=Subquery(minutes.values("declared")),
        minutes_verified=Subquery(minutes.values("verified")),
        file_count=Count("files"),
    )
    if not standing.is_unit:
        activities = activities.filter(submitted_at__isnull=False)
    return activities.order_by("-held_on", "-pk")


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
