"""Forms of measures: set and reported by the unit, checked by the team; and the filter of the ledger."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stages.models import Rectification
from stages.services.measures import RESPONSIBLE_LENGTH, MeasureGiven
from teams.forms.layout import laid_out
from teams.forms.personal import line, prose
from teams.forms.uploads import ManyFilesField
from teams.inspection.kinds import EVIDENCE_FILES
from units.enums import SubjectLevel

FIELDS = ("measure", "level", "responsible", "due_on", "quality_requirement")


class MeasureForm(forms.Form):
    """What, who, until when, how well (row 80); only the measure itself is needed at first."""

    measure = prose(_("Measure"), _("What will be done. Roles, not names of persons."), rows=4)
    level = forms.ChoiceField(
        label=_("Level"),
        choices=SubjectLevel.choices,
        widget=forms.RadioSelect,
        help_text=_("Measures of single members stay with their branch and are not entered here."),
    )
    responsible = line(_("Responsible"), _("A post or an office."), longest=RESPONSIBLE_LENGTH, required=False)
    due_on = forms.DateField(
        label=_("Deadline"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    quality_requirement = prose(
        _("Quality requirement"), _("By what one will see that it is done well."), required=False
    )

    def __init__(self, *args: Any, rectification: Rectification | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["level"] = SubjectLevel.LEADERSHIP
        if rectification is not None:
            self.initial.update({name: getattr(rectification, name) for name in FIELDS})
        self.helper = laid_out(*FIELDS)

    def given(self) -> MeasureGiven:
        """The measure as the services take it."""
        data = self.cleaned_data
        return MeasureGiven(
            **{name: data[name] for name in FIELDS if name != "level"}, level=SubjectLevel(data["level"])
        )


class ReportForm(forms.Form):
    """What was done, what it has brought, and what shows it."""

    result = prose(
        _("Result of the measure"), _("What was done and what it has brought, in figures where there are any."), rows=5
    )
    evidence = ManyFilesField(label=_("Evidence"), extensions=EVIDENCE_FILES, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = laid_out("result", "evidence")


class VerifyForm(forms.Form):
    """What the team looked at before striking the measure off."""

    note = prose(_("How it was checked"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = laid_out("note")


class ReopenForm(forms.Form):
    """What is still missing."""

    note = prose(_("What is still missing"), _("The unit reads it."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = laid_out("note")


class LedgerFilter(forms.Form):
    """Which measures the ledger shows."""

    SHOWN = (("", _("All")), ("open", _("Open")), ("overdue", _("Overdue")), ("verified", _("Verified and closed")))

    show = forms.ChoiceField(label=_("State"), choices=SHOWN, required=False)
