"""The lock under which every act on a case stands: acts on one case follow one another, and so do its numbers."""

from __future__ import annotations

from units.models import Case


def locked_case(case_id: int) -> Case:
    """The case, locked before anything of it; with its unit, batch and campaign."""
    return Case.objects.select_for_update(of=("self",)).select_related("unit", "batch__campaign").get(pk=case_id)
