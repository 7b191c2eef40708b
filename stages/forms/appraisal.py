"""Forms of what the team records in the later stages: counts, days and judgements; no names."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from stages.enums import Grade, SurveyMethod
from stages.forms.layout import Helped
from stages.services.surveys import Counts
from teams.forms.layout import day, lines, number


class SamplingForm(Helped):
    """Self-analyses read on the spot."""

    sampled_on = day(_("Read on"))
    sampled = number(_("Papers read"))
    sent_back = number(_("Sent back to be written again"), _("0 if none."))
    depth = forms.ChoiceField(label=_("How deep they go"), choices=Grade.choices, widget=forms.RadioSelect)
    remark = lines(_("Note"), _("What is typical of them; nothing from a paper, and nobody's name."), required=False)


class SelectForm(Helped):
    """Why this leadership is selected for guidance."""

    reason = lines(_("Reason"), _("Stays with the team and the office."))


class GuidanceForm(Helped):
    """The meeting at which guidance was given."""

    held_on = day(_("Date of the meeting"))
    team_present = number(_("Members of the team at the meeting"))
    evaluation = lines(
        _("What the team made of it"),
        _("Whether problems were named and criticism was mutual; nobody's name, nobody's words."),
    )


class SurveyForm(Helped):
    """Counts of an anonymous survey."""

    held_on = day(_("Date of the survey"))
    method = forms.ChoiceField(label=_("Method"), choices=SurveyMethod.choices)
    issued = number(_("Forms handed out"))
    returned = number(_("Forms returned"))
    satisfied = number(_("Satisfied"))
    fairly_satisfied = number(_("Fairly satisfied"))
    basically_satisfied = number(_("Basically satisfied"))
    not_satisfied = number(_("Not satisfied"), _("A form without an answer was returned and counts in no grade."))
    remark = lines(_("Note"), required=False)

    def counts(self) -> Counts:
        return Counts(**{name: self.cleaned_data[name] for name in Counts.__dataclass_fields__})
