"""Activities as pages show them: states with their tones, figures in words, files as rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from units.enums import ActivityState, Measure, Quantity
from units.models import Activity, ActivityFigure, CaseFile
from units.rules.counting import Tally
from units.templatetags.durations import duration

TONES = {
    ActivityState.DRAFT: "rest",
    ActivityState.SUBMITTED: "wait",
    ActivityState.RETURNED: "block",
    ActivityState.VERIFIED: "pass",
    ActivityState.WITHDRAWN: "rest",
}


def tone_of(activity: Activity) -> str:
    return TONES[ActivityState(activity.state)]


def sum_rows(sums: dict[Quantity, Tally]) -> list[dict[str, str]]:
    """The three sums of every quantity that has begun, minutes as hours and minutes, shares in per cent."""
    return [
        {
            "label": str(quantity.label),
            "declared": _shown(quantity, tally.declared),
            "evidenced": _shown(quantity, tally.evidenced),
            "verified": _shown(quantity, tally.verified),
        }
        for quantity, tally in sums.items()
        if tally.declared or tally.verified
    ]


def figure_rows(figures: Iterable[ActivityFigure]) -> list[dict[str, Any]]:
    """Each figure as declared and, where the team has verified, as verified."""
    order = list(Measure)
    return [
        {
            "label": figure.get_measure_display(),
            "declared": said(figure.measure, figure.declared),
            "verified": said(figure.measure, figure.verified),
            "differs": figure.verified is not None and figure.verified != figure.declared,
        }
        for figure in sorted(figures, key=lambda figure: order.index(Measure(figure.measure)))
    ]


def said(measure: str, figure: int | None) -> str:
    """A figure in words; a dash where there is none."""
    if measure == Measure.MINUTES or figure is None:
        return duration(figure)
    return str(figure)


def file_rows(activity: Activity, files: Iterable[CaseFile], *, removable: bool = False) -> list[dict[str, Any]]:
    """Evidence as `components/file_row.html` shows it."""
    place = [activity.case_id, activity.pk]
    return [
        file_facts(each)
        | {"remove_url": reverse("activity_file_remove", args=[*place, each.file.uuid]) if removable else ""}
        for each in files
    ]


def file_facts(each: CaseFile) -> dict[str, Any]:
    """One file of a case as `components/file_row.html` shows it."""
    return {
        "title": each.title,
        "url": reverse("case_file", args=[each.case_id, each.file.uuid]),
        "kind": each.file.extension,
        "size": each.file.size,
        "at": each.added_at,
        "by": each.added_by.name,
    }


def _shown(quantity: Quantity, amount: int) -> str:
    if quantity is Quantity.STUDY_MINUTES:
        return duration(amount)
    return f"{amount}%" if quantity.value.endswith("_PERCENT") else str(amount)
