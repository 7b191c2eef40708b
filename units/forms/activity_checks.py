"""Forms of the team's word on an activity: its own figures, and what it takes back or sets right."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from teams.forms.layout import laid_out, number
from units.enums import Measure
from units.forms.durations import MinutesField
from units.forms.layout import reason
from units.models import ActivityFigure
from units.rules.plausibility import field_of


class FiguresForm(forms.Form):
    """A field for the team's own figure beside each declared one."""

    def __init__(self, *args: Any, figures: Iterable[ActivityFigure], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.figures = {Measure(figure.measure): figure for figure in figures}
        words = list(self.fields)
        for measure, figure in self.figures.items():
            make = MinutesField if measure is Measure.MINUTES else number
            self.fields[field_of(measure)] = make(label=measure.label, required=False)
            self.initial[field_of(measure)] = figure.declared if figure.verified is None else figure.verified
        self.order_fields([*map(field_of, self.figures), *words])

    def rows(self) -> list[dict[str, Any]]:
        """Each figure beside the field for the team's own, for the table of the page."""
        return [
            {"measure": measure, "declared": figure.declared, "field": self[field_of(measure)]}
            for measure, figure in self.figures.items()
        ]

    def verified(self) -> dict[Measure, int]:
        """The figures that were filled in; those left out are for the service to refuse."""
        found = {measure: self.cleaned_data[field_of(measure)] for measure in self.figures}
        return {measure: figure for measure, figure in found.items() if figure is not None}


class CheckForm(FiguresForm):
    """The team's figures and its remark."""

    remark = forms.CharField(
        label=_("Remark to the unit"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed where your figures differ, and to return the activity."),
    )


class CorrectionForm(FiguresForm):
    """The team's figures set right, and why."""

    reason = reason(_("Reason for the correction"))


class TakeBackForm(forms.Form):
    """Why a verification is taken back."""

    reason = reason(_("Reason"))
    helper = laid_out()
