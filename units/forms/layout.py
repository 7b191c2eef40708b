"""How this app's forms are laid out, and the fields that several of them have."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms

from teams.exceptions import Text


def bare(*layout: Any) -> FormHelper:
    """Crispy's settings for a form inside `components/form.html` or a page's own form tag."""
    helper = FormHelper()
    helper.form_tag = False
    helper.disable_csrf = True
    if layout:
        helper.layout = Layout(*layout)
    return helper


def row(*names: str) -> Row:
    """Fields side by side where there is room."""
    return Row(*(Column(name, css_class="col-sm") for name in names))


def count(label: Text, *, required: bool = False) -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=required, widget=forms.NumberInput(attrs={"min": 0, "inputmode": "numeric"})
    )


def date_of(label: Text, help_text: Text = "") -> forms.DateField:
    return forms.DateField(label=label, help_text=help_text, widget=forms.DateInput(attrs={"type": "date"}))


def clock_time(label: Text) -> forms.TimeField:
    return forms.TimeField(label=label, required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))


def reason(label: Text, help_text: Text = "", *, rows: int = 2) -> forms.CharField:
    """Why; whether it may be left out is for the act to say."""
    return forms.CharField(
        label=label,
        required=False,
        max_length=1000,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": rows}),
    )
