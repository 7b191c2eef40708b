"""The figures of an activity: declared by the unit, and the team's own beside them (rows 4, 57-71)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from teams.exceptions import Invalid, Text
from units.enums import Measure
from units.models import Activity, ActivityFigure
from units.rules import plausibility

Figures = Mapping[Measure, ActivityFigure]


def declare(activity: Activity, declared: Mapping[Measure, int]) -> None:
    """Write what the unit declares in the place of what it declared before."""
    activity.figures.all().delete()
    ActivityFigure.objects.bulk_create(
        ActivityFigure(activity=activity, measure=measure, declared=figure) for measure, figure in declared.items()
    )


def figures_of(activity: Activity) -> dict[Measure, ActivityFigure]:
    return {Measure(figure.measure): figure for figure in activity.figures.all()}


def require_possible(activity: Activity, figures: Figures, verified: Mapping[Measure, int]) -> None:
    """Raise `Invalid` at the field of a figure of the team's that is missing or cannot be."""
    if missing := [measure for measure in figures if measure not in verified]:
        raise Invalid({plausibility.field_of(measure): [_("Enter the team's figure.")] for measure in missing})
    own = {measure: verified[measure] for measure in figures}
    if errors := plausibility.wrong_figures(own, starts_at=activity.starts_at, ends_at=activity.ends_at):
        raise Invalid(errors)


def write_verified(figures: Figures, verified: Mapping[Measure, int]) -> None:
    for measure, figure in figures.items():
        figure.verified = verified[measure]
        figure.save(update_fields=["verified"])


def told(figures: Iterable[tuple[Measure, int | None, int]], *, each: Text) -> Text:
    """Figures in words for the ledger, in both languages: `each` says {figure}, {old} and {new} of one."""
    words = [format_lazy(each, figure=_called(measure), old=old, new=new) for measure, old, new in figures]
    return reduce(lambda before, one: format_lazy("{}{}{}", before, _BETWEEN, one), words)


def _called(measure: Measure) -> Text:
    """A duration stands in the ledger as whole minutes."""
    return pgettext_lazy("figure", "Minutes") if measure is Measure.MINUTES else measure.label


# Between figures in a row.
_BETWEEN = pgettext_lazy("between figures", "; ")
VERIFIED_OF_DECLARED = _("{figure} {new} of {old} declared")
FROM_OLD_TO_NEW = _("{figure} {old} → {new}")
