"""Forms of what was heard: no field asks who said it, and none takes a person's number."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from teams.forms.layout import laid_out, row
from teams.forms.personal import prose
from units.enums import OpinionSource, ProblemCategory, SolicitingMethod
from units.forms.layout import reason
from units.rules.plausibility import MOST
from units.services.opinions import Gist


class OpinionForm(forms.Form):
    """One gist."""

    method = forms.ChoiceField(label=_("Method"), choices=SolicitingMethod.choices)
    source = forms.ChoiceField(label=_("Group heard"), choices=OpinionSource.choices)
    theme = forms.ChoiceField(label=_("Theme"), choices=ProblemCategory.choices)
    count = forms.IntegerField(
        label=_("How often it was heard"),
        min_value=1,
        max_value=MOST,
        widget=forms.NumberInput(attrs={"min": 1, "inputmode": "numeric"}),
    )
    gist = prose(
        _("Gist"),
        _(
            "In your own words, so that nobody can tell who said it: no names, no posts that only one person holds, no "
            "telephone or identity numbers, nothing secret."
        ),
    )
    helper = laid_out(row("method", "source"), row("theme", "count"), "gist")

    def heard(self) -> Gist:
        """What was entered, for the service."""
        return Gist(**{name: self.cleaned_data[name] for name in Gist.__dataclass_fields__})


class WithdrawOpinionForm(forms.Form):
    """Why a gist is withdrawn."""

    reason = reason(_("Reason"), _("Without repeating the gist: it is shown no longer, the reason is."))
    helper = laid_out()
