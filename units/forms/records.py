"""What every form has on which a unit records what it did."""

from __future__ import annotations

from typing import Any, Self

from django import forms
from django.utils.translation import gettext_lazy as _

from teams.forms.layout import day
from teams.forms.uploads import ManyFilesField
from teams.inspection import EVIDENCE_FILES
from units.enums import Measure
from units.forms.layout import clock_time
from units.models import Activity
from units.rules.counting import minute_of_day
from units.rules.measures import PARTS
from units.rules.plausibility import Entered, field_of
from units.selectors.activities import entered_of

DURATION_HELP = _(
    "As hours:minutes (3:30) or in minutes (210), without breaks. Left empty, it runs from beginning to end."
)


class RecordForm(forms.Form):
    """Title, date and evidence; what is missing is asked for only when it is handed in."""

    title = forms.CharField(label=_("Title"), max_length=200)
    held_on = day(_("Date"))
    starts_at = clock_time(_("Beginning"))
    ends_at = clock_time(_("End"))
    team_attended = forms.BooleanField(label=_("Somebody of the supervision team was there"), required=False)
    summary = forms.CharField(
        label=_("What took place"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Practice and facts, no names of persons, nothing secret."),
    )
    evidence = ManyFilesField(
        label=_("Evidence"),
        required=False,
        extensions=EVIDENCE_FILES,
        help_text=_("Notice, attendance counts, photos, minutes. You can add more until the team has verified it."),
    )

    @classmethod
    def of(cls, activity: Activity) -> Self:
        """The form as if the stored activity had just been typed, to say on it what is missing."""
        typed = {name: value for name, value in known(activity).items() if value is not None}
        form = cls(data=typed, activity=activity)  # type: ignore[call-arg]  # every form of an activity takes it
        form.is_valid()
        return form

    def clean(self) -> dict[str, Any]:
        """Times without a duration give it: people should not have to reckon."""
        cleaned: dict[str, Any] = super().clean() or {}
        starts_at, ends_at = cleaned.get("starts_at"), cleaned.get("ends_at")
        if starts_at and ends_at and starts_at < ends_at and "minutes" in cleaned and cleaned["minutes"] is None:
            cleaned["minutes"] = minute_of_day(ends_at) - minute_of_day(starts_at)
        return cleaned

    def entered(self) -> Entered:
        """What was entered, for the service."""
        facts = {name: self.cleaned_data[name] for name in Entered.__dataclass_fields__ if name in self.cleaned_data}
        figures = {measure: self.cleaned_data.get(field_of(measure)) for measure in Measure}
        declared = {measure: each for measure, each in figures.items() if each is not None}
        return Entered(**(self.settled() | facts), declared=declared)

    def settled(self) -> dict[str, Any]:
        """What the form does not ask, because its kind settles it."""
        return {}


# What no two sessions have in common: copied unread, it would be untrue.
OF_ITS_DAY = frozenset(
    {
        "held_on",
        "summary",
        "team_attended",
        "absence_reason",
        "absence_plan",
        *(field_of(part) for part in PARTS),
        *(field_of(measure) for measure in (Measure.TIMES, Measure.PEOPLE, Measure.OPINIONS, Measure.TALKS)),
    }
)


def known_of_the_last(activity: Activity) -> dict[str, Any]:
    """What the next record of the kind begins with: neither the date nor anything that was so on that day alone."""
    return {name: value for name, value in known(activity).items() if name not in OF_ITS_DAY}


def known(activity: Activity) -> dict[str, Any]:
    """What was entered of an activity, by field of its form."""
    entered = entered_of(activity)
    facts = {name: getattr(entered, name) for name in Entered.__dataclass_fields__ if name != "declared"}
    return facts | {field_of(measure): figure for measure, figure in entered.declared.items()}
