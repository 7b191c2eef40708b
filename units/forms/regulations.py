"""Forms of rules that the unit made (row 81)."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from teams.forms.layout import day, laid_out, row
from teams.forms.uploads import accept
from teams.inspection import PLAN_FILES
from units.enums import RegulationChange
from units.forms.layout import reason
from units.services.regulations import Regulation


class RegulationForm(forms.Form):
    """One rule, with its paper if the unit lays it in."""

    title = forms.CharField(label=_("Title of the regulation"), max_length=200)
    change = forms.ChoiceField(label=_("What became of it"), choices=RegulationChange.choices)
    adopted_on = day(_("Adopted on"))
    file = forms.FileField(
        label=_("Text of the regulation"),
        required=False,
        allow_empty_file=True,
        help_text=_("Without a file it counts as declared, not as evidenced."),
        widget=forms.FileInput(attrs={"accept": accept(PLAN_FILES)}),
    )
    helper = laid_out("title", row("change", "adopted_on"), "file")

    def regulation(self) -> Regulation:
        """What was entered, for the service."""
        return Regulation(**{name: self.cleaned_data[name] for name in Regulation.__dataclass_fields__})


class RegulationReasonForm(forms.Form):
    """Why something about a rule is taken back."""

    reason = reason(_("Reason"))
    helper = laid_out()
