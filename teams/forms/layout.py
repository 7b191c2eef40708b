"""How forms are laid out, and the fields that many of them have."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Column, Layout, Row
from django import forms

from teams.exceptions import Text


def laid_out(*layout: Any) -> FormHelper:
    """Crispy's settings for a form inside `components/form.html` or a page's own form tag."""
    made = FormHelper()
    made.form_tag = False
    made.disable_csrf = True
    if layout:
        made.layout = Layout(*layout)
    return made


def row(*names: str) -> Row:
    """Fields side by side where there is room."""
    return Row(*(Column(name, css_class="col-sm") for name in names))


def day(label: Text, help_text: Text = "", *, required: bool = True, initial: Any = None) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=help_text,
        required=required,
        initial=initial,
        widget=forms.DateInput(attrs={"type": "date"}),
    )


def number(label: Text, help_text: Text = "", *, required: bool = True) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=help_text,
        required=required,
        widget=forms.NumberInput(attrs={"min": 0, "inputmode": "numeric"}),
    )


def lines(
    label: Text,
    help_text: Text = "",
    *,
    required: bool = True,
    rows: int = 3,
    longest: int = 2000,
    initial: str = "",
) -> forms.CharField:
    """A text of several lines."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=longest,
        initial=initial,
        widget=forms.Textarea(attrs={"rows": rows}),
    )
