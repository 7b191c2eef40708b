"""Forms of what is no session of study: each kind asks for its own figures and nothing else (rows 62-71, 79)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crispy_forms.layout import Column, Fieldset, Row
from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from teams.exceptions import Text
from teams.forms.layout import laid_out, number, row
from units.enums import ActivityKind, Measure, SolicitingMethod
from units.forms.durations import MinutesField
from units.forms.records import DURATION_HELP, RecordForm, known, known_of_the_last
from units.models import Activity
from units.rules.measures import asked_of
from units.rules.plausibility import field_of

# What to write and what to leave out, by kind.
GUIDANCE: Mapping[ActivityKind, Text] = {
    ActivityKind.SOLICITING: _(
        "One record for each method. Who said what is not recorded; gists of what was heard have a page of their own."
    ),
    ActivityKind.SELF_ANALYSIS: _(
        "How many members have completed it by this date; the latest record counts. The texts stay with their authors."
    ),
    ActivityKind.HEART_TO_HEART: _(
        "Talks since the record before this one; records add up. What was said stays between those who talked."
    ),
    ActivityKind.ORGANISATIONAL_LIFE: _(
        "Branches that held it since the record before this one; records add up. Criticism of persons is not recorded."
    ),
    ActivityKind.DEMOCRATIC_LIFE: _("The meeting of the leadership. Criticism of persons is not recorded."),
    ActivityKind.DEMOCRATIC_APPRAISAL: _("How many members were appraised; their results stay with the branch."),
    ActivityKind.INDIVIDUAL_MEASURES: _(
        "How many members have measures with responsibility, deadline and quality requirement by this date; the latest "
        "record counts. The measures themselves stay with the branch."
    ),
}


class OtherRecordForm(RecordForm):
    """One record of a kind that is settled before the form is shown."""

    def __init__(
        self,
        *args: Any,
        kind: str = "",
        activity: Activity | None = None,
        like: Activity | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind = ActivityKind(activity.kind if activity else kind)
        self.asked = asked_of(self.kind)
        self._fit()
        fresh = {"title": self.kind.label} | (known_of_the_last(like) if like else {})
        self.initial = known(activity) if activity else fresh
        self.helper = laid_out(
            Fieldset(_("What and when"), *self._what()),
            Fieldset(pgettext_lazy("form", "Figures"), *self._figures()),
            Fieldset(_("What shows it"), "summary", "evidence"),
        )

    @property
    def guidance(self) -> Text:
        return GUIDANCE[self.kind]

    def _fit(self) -> None:
        """Fields that this kind has, and none besides."""
        if not self.asked.has_duration:
            del self.fields["starts_at"], self.fields["ends_at"]
        if not self.asked.is_meeting:
            del self.fields["team_attended"]
        if self.kind is ActivityKind.SOLICITING:
            self.fields["method"] = forms.ChoiceField(
                label=_("Method"), required=False, choices=[("", "———"), *SolicitingMethod.choices]
            )
        for measure in self.asked.measures:
            self.fields[field_of(measure)] = (
                MinutesField(label=measure.label, required=False, help_text=DURATION_HELP)
                if measure is Measure.MINUTES
                else number(measure.label, required=False)
            )

    def _what(self) -> list[Any]:
        times = ("starts_at", "ends_at") if self.asked.has_duration else ()
        method = ["method"] if self.kind is ActivityKind.SOLICITING else []
        attended = ["team_attended"] if self.asked.is_meeting else []
        return [*method, "title", row("held_on", *times), *attended]

    def _figures(self) -> list[Any]:
        """Two by two: a part beside its whole."""
        fields = [field_of(measure) for measure in self.asked.measures if measure is not Measure.MINUTES]
        pairs = [row(*fields[at : at + 2]) for at in range(0, len(fields), 2)]
        return [Row(Column("minutes", css_class="col-sm-8")), *pairs] if self.asked.has_duration else pairs

    def settled(self) -> dict[str, Any]:
        return {"kind": self.kind, "organiser": self.asked.organisers[0]}
