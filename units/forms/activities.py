"""Forms of activities: what the unit enters, what the team finds."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Fieldset, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from teams.exceptions import Text
from teams.forms.uploads import ManyFilesField
from teams.inspection import EVIDENCE_FILES
from units.enums import ActivityKind, ActivityState, Measure, Organiser
from units.forms.durations import MinutesField
from units.models import Activity, ActivityFigure
from units.rules.counting import minute_of_day
from units.rules.plausibility import Entered, field_of

COUNTS = [measure for measure in Measure if measure is not Measure.MINUTES]


def _helper(*layout: Any) -> FormHelper:
    """Crispy's settings for a form inside `components/form.html` or a page's own form tag."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    if layout:
        helper.layout = Layout(*layout)
    return helper


def _row(*names: str) -> Row:
    return Row(*(Column(name, css_class="col-sm") for name in names))


def _count(label: Text, *, required: bool = False) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=required, widget=forms.NumberInput(attrs={"min": 0, "inputmode": "numeric"})
    )


def _clock_time(label: Text) -> forms.TimeField:
    return forms.TimeField(label=label, required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))


class ActivityForm(forms.Form):
    """One activity as the unit records it; what is missing is asked for only when it is handed in."""

    kind = forms.ChoiceField(label=_("Kind of activity"), choices=ActivityKind.choices)
    title = forms.CharField(label=_("Topic"), max_length=200, help_text=_("What was studied or discussed."))
    held_on = forms.DateField(label=_("Date"), widget=forms.DateInput(attrs={"type": "date"}))
    starts_at = _clock_time(_("Beginning"))
    ends_at = _clock_time(_("End"))
    minutes = MinutesField(
        label=_("Duration"),
        required=False,
        help_text=_(
            "As hours:minutes (3:30) or in minutes (210), without breaks. Left empty, it runs from beginning to end."
        ),
    )
    organiser = forms.ChoiceField(
        label=_("Held by"),
        choices=Organiser.choices,
        widget=forms.RadioSelect,
        help_text=_(
            "Collective study is what the whole unit holds together, or a series once every branch has held it; "
            "the duration of a series is that of its briefest branch."
        ),
    )
    is_concentrated = forms.BooleanField(
        label=_("Concentrated study"), required=False, help_text=_("The whole unit studied together on this day.")
    )
    has_discussion = forms.BooleanField(
        label=_("With discussion and exchange"), required=False, help_text=_("Counts as a collective discussion too.")
    )
    team_attended = forms.BooleanField(label=_("Somebody of the supervision team was there"), required=False)
    expected = _count(Measure.EXPECTED.label)
    attended = _count(Measure.ATTENDED.label)
    leaders_expected = _count(Measure.LEADERS_EXPECTED.label)
    leaders_attended = _count(Measure.LEADERS_ATTENDED.label)
    branches_total = _count(Measure.BRANCHES_TOTAL.label)
    branches_held = _count(Measure.BRANCHES_HELD.label)
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

    def __init__(self, *args: Any, activity: Activity | None = None, kind: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fresh = {"organiser": Organiser.UNIT, "kind": kind if kind in ActivityKind else ActivityKind.STUDY_SESSION}
        self.initial = _known(activity) if activity else fresh
        self.helper = _helper(
            Fieldset(
                _("What and when"),
                "kind",
                "title",
                _row("held_on", "starts_at", "ends_at"),
                Row(Column("minutes", css_class="col-sm-8")),
            ),
            Fieldset(_("By whom"), "organiser", "is_concentrated", "has_discussion", "team_attended"),
            Fieldset(_("Attendance"), _row("expected", "attended")),
            Fieldset(
                _("Leading cadres, in their branch or in the central group"),
                _row("leaders_expected", "leaders_attended"),
            ),
            Fieldset(
                _("Branches, for a series of all branches"),
                _row("branches_total", "branches_held"),
            ),
            Fieldset(_("What shows it"), "summary", "evidence"),
        )

    @classmethod
    def of(cls, activity: Activity) -> ActivityForm:
        """The form as if the stored activity had just been typed, to say on it what is missing."""
        form = cls(data={name: value for name, value in _known(activity).items() if value is not None})
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
        return Entered(**facts, declared={measure: each for measure, each in figures.items() if each is not None})


def _known(activity: Activity) -> dict[str, Any]:
    facts = {name: getattr(activity, name) for name in Entered.__dataclass_fields__ if name != "declared"}
    return facts | {field_of(figure.measure): figure.declared for figure in activity.figures.all()}


class CheckForm(forms.Form):
    """The team's own figure for each declared one, and its remark."""

    remark = forms.CharField(
        label=_("Remark to the unit"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed where your figures differ, and to return the activity."),
    )

    def __init__(self, *args: Any, figures: Iterable[ActivityFigure], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.figures = {Measure(figure.measure): figure for figure in figures}
        for measure, figure in self.figures.items():
            make = MinutesField if measure is Measure.MINUTES else _count
            self.fields[field_of(measure)] = make(label=measure.label, required=False)
            self.initial[field_of(measure)] = figure.declared
        self.order_fields([*map(field_of, self.figures), "remark"])

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


class WithdrawForm(forms.Form):
    """Why what was handed in is taken back."""

    reason = forms.CharField(
        label=_("Reason"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    helper = _helper()


class EvidenceForm(forms.Form):
    """Files that follow an activity."""

    evidence = ManyFilesField(label=_("Add evidence"), extensions=EVIDENCE_FILES)
    helper = _helper()


class FilterForm(forms.Form):
    """Which of a case's activities are shown; a filter that means nothing shows all."""

    state = forms.ChoiceField(label=_("State"), required=False)
    kind = forms.ChoiceField(label=_("Kind of activity"), required=False)
    words = forms.CharField(label=_("Words"), required=False, max_length=60)
    late = forms.ChoiceField(label=_("Recorded"), required=False, choices=[("", _("Any")), ("late", _("Late entry"))])

    def __init__(self, *args: Any, drafts: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = [(value, label) for value, label in ActivityState.choices if drafts or value != ActivityState.DRAFT]
        self.fields["state"].choices = [("", _("Any")), *states]  # type: ignore[attr-defined]
        self.fields["kind"].choices = [("", _("Any")), *ActivityKind.choices]  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, Any]:
        """The filters that are set and mean something."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
