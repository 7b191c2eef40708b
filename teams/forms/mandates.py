"""Forms of letting another act in one's place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms
from django.utils.translation import gettext_lazy as _

from teams.exceptions import Text
from teams.services.mandates import Terms


def _day(label: Text) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}))


def _helper(*layout: Any) -> FormHelper:
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    helper.layout = Layout(*layout)
    return helper


class DelegationForm(forms.Form):
    """Who acts, on which paper, and how long."""

    delegate = forms.TypedChoiceField(label=_("Who acts in this place"), coerce=int)
    basis = forms.CharField(
        label=_("Written basis"),
        max_length=1000,
        help_text=_("Which paper, of which day, signed by whom."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    starts_on = _day(_("First day"))
    ends_on = _day(_("Last day"))
    helper = _helper("delegate", "basis", Row(*(Column(name, css_class="col-sm") for name in ("starts_on", "ends_on"))))

    def __init__(self, *args: Any, people: Iterable[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["delegate"].choices = [("", "---------"), *people]  # type: ignore[attr-defined]  # of ChoiceField

    def terms(self) -> Terms:
        """What was entered, for the service."""
        return Terms(**{name: self.cleaned_data[name] for name in Terms.__dataclass_fields__})


class EndForm(forms.Form):
    """Why it ends before its time."""

    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    helper = _helper("reason")
