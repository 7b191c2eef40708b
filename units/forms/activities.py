"""Forms of activities: sessions as the unit records them, what follows them, and the filters of the list."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Column, Fieldset, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from teams.forms.layout import day, laid_out, number, row
from teams.forms.personal import refuse_personal_numbers
from teams.forms.uploads import ManyFilesField
from teams.inspection import EVIDENCE_FILES
from units.enums import ActivityKind, ActivityState, Measure, Organiser
from units.forms.durations import MinutesField
from units.forms.layout import reason
from units.forms.records import DURATION_HELP, RecordForm, known, known_of_the_last
from units.models import Activity
from units.rules.measures import SESSIONS


class ActivityForm(RecordForm):
    """One session as the unit records it: study, a meeting, the leaders' own."""

    kind = forms.ChoiceField(label=_("Kind of activity"), choices=[(kind.value, kind.label) for kind in SESSIONS])
    title = forms.CharField(label=_("Topic"), max_length=200, help_text=_("What was studied or discussed."))
    held_on = day(_("Date"))
    minutes = MinutesField(label=_("Duration"), required=False, help_text=DURATION_HELP)
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
    expected = number(Measure.EXPECTED.label, required=False)
    attended = number(Measure.ATTENDED.label, required=False)
    leaders_expected = number(Measure.LEADERS_EXPECTED.label, required=False)
    leaders_attended = number(Measure.LEADERS_ATTENDED.label, required=False)
    branches_total = number(Measure.BRANCHES_TOTAL.label, required=False)
    branches_held = number(Measure.BRANCHES_HELD.label, required=False)
    absence_reason = forms.CharField(
        label=_("Why members were absent"),
        required=False,
        max_length=1000,
        validators=[refuse_personal_numbers],
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Away, ill and the like, with numbers; no names."),
    )
    absence_plan = forms.CharField(
        label=_("How and by when they make up for it"),
        required=False,
        max_length=1000,
        validators=[refuse_personal_numbers],
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self,
        *args: Any,
        activity: Activity | None = None,
        kind: str = "",
        like: Activity | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        fresh = {"organiser": Organiser.UNIT, "kind": kind or ActivityKind.STUDY_SESSION}
        self.initial = known(activity) if activity else fresh | (known_of_the_last(like) if like else {})
        self.helper = laid_out(
            Fieldset(
                _("What and when"),
                "kind",
                "title",
                row("held_on", "starts_at", "ends_at"),
                Row(Column("minutes", css_class="col-sm-8")),
            ),
            Fieldset(_("By whom"), "organiser", "is_concentrated", "has_discussion", "team_attended"),
            Fieldset(_("Attendance"), row("expected", "attended"), "absence_reason", "absence_plan"),
            Fieldset(
                _("Leading cadres, in their branch or in the central group"),
                row("leaders_expected", "leaders_attended"),
            ),
            Fieldset(
                _("Branches, for a series of all branches"),
                row("branches_total", "branches_held"),
            ),
            Fieldset(_("What shows it"), "summary", "evidence"),
        )


class WithdrawForm(forms.Form):
    """Why what was handed in is taken back."""

    reason = reason(_("Reason"))
    helper = laid_out()


class EvidenceForm(forms.Form):
    """Files that follow an activity."""

    evidence = ManyFilesField(label=_("Add evidence"), extensions=EVIDENCE_FILES)
    helper = laid_out()


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
