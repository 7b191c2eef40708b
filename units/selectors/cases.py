"""Cases beside a case."""

from __future__ import annotations

from django.db.models import QuerySet

from units.models import Assignment, Case


def of_the_same_team(case: Case) -> QuerySet[Case]:
    """Every case that the team of this one supervises now, this one among them, by the number of its unit."""
    team = Assignment.live.filter(case=case).values("team")
    cases = Case.objects.filter(pk__in=Assignment.live.filter(team__in=team).values("case"))
    return cases.select_related("unit", "batch__campaign").order_by("batch__number", "unit__code")
