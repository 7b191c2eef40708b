"""Forms of what the team records in the later stages: counts, days and judgements; no names."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stages.enums import Grade, SurveyMethod
from stages.forms.transitions import helper
from stages.services.surveys import Counts


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}))


def _number(label: Any, help_text: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, help_text=help_text, widget=forms.NumberInput(attrs={"min": 0, "inputmode": "numeric"})
    )


def _lines(label: Any, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, required=required, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )


class _Helped(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper(*self.fields)


class SamplingForm(_Helped):
    """Self-analyses read on the spot."""

    sampled_on = _day(_("Read on"))
    sampled = _number(_("Papers read"))
    sent_back = _number(_("Sent back to be written again"), _("0 if none."))
    depth = forms.ChoiceField(label=_("How deep they go"), choices=Grade.choices, widget=forms.RadioSelect)
    remark = _lines(_("Note"), _("What is typical of them; nothing from a paper, and nobody's name."), required=False)


class SelectForm(_Helped):
    """Why this leadership is selected for guidance."""

    reason = _lines(_("Reason"), _("Stays with the team and the office."))


class GuidanceForm(_Helped):
    """The meeting at which guidance was given."""

    held_on = _day(_("Date of the meeting"))
    team_present = _number(_("Members of the team at the meeting"))
    evaluation = _lines(
        _("What the team made of it"),
        _("Whether problems were named and criticism was mutual; nobody's name, nobody's words."),
    )


class SurveyForm(_Helped):
    """Counts of an anonymous survey."""

    held_on = _day(_("Date of the survey"))
    method = forms.ChoiceField(label=_("Method"), choices=SurveyMethod.choices)
    issued = _number(_("Forms handed out"))
    returned = _number(_("Forms returned"))
    satisfied = _number(_("Satisfied"))
    fairly_satisfied = _number(_("Fairly satisfied"))
    basically_satisfied = _number(_("Basically satisfied"))
    not_satisfied = _number(_("Not satisfied"), _("A form without an answer was returned and counts in no grade."))
    remark = _lines(_("Note"), required=False)

    def counts(self) -> Counts:
        return Counts(**{name: self.cleaned_data[name] for name in Counts.__dataclass_fields__})
