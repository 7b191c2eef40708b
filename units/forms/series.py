"""A weekly series: the form of one session, with the days on which it was held in the place of its date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from crispy_forms.bootstrap import InlineCheckboxes
from crispy_forms.layout import Column, Fieldset, Row
from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from teams import clock
from teams.forms.layout import day, laid_out, number, row
from units.enums import Organiser
from units.forms.activities import ActivityForm
from units.rules.series import dates_of
from units.services.activity_series import Entry
from units.services.bulk import MOST_ROWS

LONGEST = timedelta(days=366)
# What differs from session to session is asked of each draft; what shows it follows it.
OF_ONE_SESSION = (
    "held_on",
    "attended",
    "leaders_attended",
    "branches_held",
    "absence_reason",
    "absence_plan",
    "summary",
    "evidence",
    "team_attended",
)


class SeriesForm(ActivityForm):
    """What every session of the series has in common, and its days; who was present is asked of each draft."""

    first_on = day(_("From"))
    weekdays = forms.MultipleChoiceField(
        label=_("On these weekdays"),
        choices=[(str(number), label) for number, label in WEEKDAYS.items()],
        widget=forms.CheckboxSelectMultiple,
    )
    until = forms.DateField(
        label=pgettext_lazy("last day", "Until"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("Left empty: until today."),
    )
    at_most = number(_("At most so many times"), required=False)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kind: str = "", **kwargs: Any) -> None:
        super().__init__(*args, kind=kind, **kwargs)
        for name in OF_ONE_SESSION:
            del self.fields[name]
        self.helper = laid_out(
            Fieldset(
                _("On which days"),
                row("first_on", "until"),
                InlineCheckboxes("weekdays"),
                Row(Column("at_most", css_class="col-sm-6")),
            ),
            Fieldset(
                _("What and when"),
                "kind",
                "title",
                row("starts_at", "ends_at"),
                Row(Column("minutes", css_class="col-sm-8")),
            ),
            Fieldset(_("By whom"), "organiser", "is_concentrated", "has_discussion"),
            Fieldset(_("Expected each time"), row("expected", "leaders_expected", "branches_total")),
        )

    def clean_at_most(self) -> int:
        """How often at most; nobody reads more rows than a page has."""
        given: int | None = self.cleaned_data["at_most"]
        times = MOST_ROWS if given is None else given
        if not 1 <= times <= MOST_ROWS:
            raise forms.ValidationError(_("Between 1 and %(most)s at a time.") % {"most": MOST_ROWS})
        return times

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        first_on, until = cleaned.get("first_on"), cleaned.get("until") or clock.today()
        if first_on and until < first_on:
            self.add_error("until", _("The series ends before it begins."))
        elif first_on and self["at_most"].value() in (None, "") and until - first_on > LONGEST:
            self.add_error("until", _("Longer than a year: say how many times at most."))
        elif first_on and cleaned.get("weekdays") and not self._days(cleaned):
            self.add_error("weekdays", _("None of these weekdays lies between the two dates."))
        return cleaned

    def entries(self) -> list[Entry]:
        """One row for each day of the series."""
        common = self.entered()
        return [
            Entry(number, replace(common, held_on=day)) for number, day in enumerate(self._days(self.cleaned_data), 1)
        ]

    def settled(self) -> dict[str, Any]:
        return {"held_on": self.cleaned_data["first_on"], "organiser": Organiser.UNIT}

    @staticmethod
    def _days(cleaned: dict[str, Any]) -> list[date]:
        weekdays = {int(number) for number in cleaned["weekdays"]}
        until = cleaned.get("until") or clock.today()
        return dates_of(cleaned["first_on"], weekdays, until=until, times=cleaned.get("at_most") or MOST_ROWS)
