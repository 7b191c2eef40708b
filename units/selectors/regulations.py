"""Rules that the unit made (row 81)."""

from __future__ import annotations

from django.db.models import QuerySet

from units.models import Case, RegulationOutput


def regulations_of(case: Case) -> QuerySet[RegulationOutput]:
    """Every rule of the case, the latest first, withdrawn ones among them: one query."""
    return RegulationOutput.objects.filter(case=case).select_related(
        "file__file", "file__added_by", "recorded_by", "verified_by"
    )
