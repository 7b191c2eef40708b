"""Activities as pages show them: states with their tones, figures in words, files as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from teams.exceptions import Text
from units.campaign_terms import not_yet
from units.enums import ActivityState, Measure, Quantity
from units.forms.records import RecordForm
from units.models import Activity, ActivityFigure, Case, CaseFile
from units.rules.counting import Tally
from units.rules.measures import OTHERS, asked_of
from units.templatetags.durations import duration

TONES = {
    ActivityState.DRAFT: "rest",
    ActivityState.SUBMITTED: "wait",
    ActivityState.RETURNED: "block",
    ActivityState.VERIFIED: "pass",
    ActivityState.WITHDRAWN: "rest",
}

# Shares, not numbers.
PERCENTS = frozenset(
    {
        Quantity.SELF_ANALYSIS_PERCENT,
        Quantity.BRANCH_MEETINGS_PERCENT,
        Quantity.INDIVIDUAL_MEASURES_PERCENT,
    }
)


def tone_of(activity: Activity) -> str:
    return TONES[ActivityState(activity.state)]


def activity_row(activity: Activity) -> dict[str, Any]:
    """One activity in the list, with its headline as declared and as verified."""
    declared = {figure.measure: figure.declared for figure in activity.figures.all()}
    verified = {figure.measure: figure.verified for figure in activity.figures.all()}
    return {
        "activity": activity,
        "tone": tone_of(activity),
        "declared": _headline(activity.kind, declared),
        "verified": _headline(activity.kind, verified),
    }


def kind_links(case: Case, form: RecordForm) -> list[dict[str, Any]]:
    """What else can be recorded: sessions share a form, every other kind has its own."""
    new = reverse("activity_new", args=[case.pk])
    current = getattr(form, "kind", None)
    later = not_yet(case)
    others = [
        {"label": kind.label, "url": f"{new}?kind={kind.value}", "current": kind is current}
        for kind in OTHERS
        if kind not in later
    ]
    return [{"label": _("Study and meetings"), "url": new, "current": current is None}, *others]


def copy_of(request: HttpRequest, last: Activity | None) -> dict[str, Any] | None:
    """The last record of the kind, from which a new one may begin; `taken` once it does."""
    if last is None:
        return None
    kind = request.GET.get("kind", "")
    return {
        "title": last.title,
        "held_on": last.held_on,
        "url": "?" + urlencode({"kind": kind, "like": "last"}),
        "taken": "like" in request.GET,
    }


def sum_rows(sums: dict[Quantity, Tally], participation: Tally) -> list[dict[str, str]]:
    """The three sums of every quantity that has begun, hours as hours; the share of those present comes last."""
    rows: list[tuple[Text, Tally, Callable[[int], str]]] = [
        *(
            (quantity.label, tally, partial(_shown, quantity))
            for quantity, tally in sums.items()
            if tally.declared or tally.verified
        ),
        (_("Members present at study, of those expected"), participation, _percent),
    ]
    return [
        {
            "label": str(label),
            "declared": shown(tally.declared),
            "evidenced": shown(tally.evidenced),
            "verified": shown(tally.verified),
        }
        for label, tally, shown in rows
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


def _headline(kind: str, figures: Mapping[str, int | None]) -> str:
    """What a list shows of an activity: one figure, or a part of its whole; a dash where there is none."""
    measures = asked_of(kind).headline
    if all(figures.get(measure) is None for measure in measures):
        return said(measures[0], None)
    return "/".join(said(measure, figures.get(measure)) for measure in measures)


def _shown(quantity: Quantity, amount: int) -> str:
    if quantity in PERCENTS:
        return _percent(amount)
    return duration(amount) if quantity is Quantity.STUDY_MINUTES else str(amount)


def _percent(amount: int) -> str:
    return f"{amount}%"
