"""Forms of letting another act in one's place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from teams.forms.layout import day, laid_out, row
from teams.services.mandates import Terms


class DelegationForm(forms.Form):
    """Who acts, on which paper, and how long."""

    delegate = forms.TypedChoiceField(label=_("Who acts in this place"), coerce=int)
    basis = forms.CharField(
        label=_("Written basis"),
        max_length=1000,
        help_text=_("Which paper, of which day, signed by whom."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    starts_on = day(_("First day"))
    ends_on = day(_("Last day"))
    helper = laid_out("delegate", "basis", row("starts_on", "ends_on"))

    def __init__(self, *args: Any, people: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["delegate"].choices = [("", _("Choose a person")), *people]  # type: ignore[attr-defined]  # of ChoiceField

    def terms(self) -> Terms:
        """What was entered, for the service."""
        return Terms(**{name: self.cleaned_data[name] for name in Terms.__dataclass_fields__})


class EndForm(forms.Form):
    """Why it ends before its time."""

    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    helper = laid_out("reason")
