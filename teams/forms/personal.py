"""Text fields that refuse a person's number at once; the service asks again."""

from __future__ import annotations

from typing import Any

from django import forms

from teams.exceptions import Text
from teams.rules.privacy import names_a_number
from teams.services.privacy import GUIDANCE

LONGEST = 4000  # characters


def refuse_personal_numbers(text: str) -> None:
    if names_a_number(text):
        raise forms.ValidationError(GUIDANCE)


def prose(label: Text, help_text: Text = "", *, rows: int = 3, required: bool = True) -> forms.CharField:
    """Several lines about practices, not persons."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=LONGEST,
        validators=[refuse_personal_numbers],
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def line(label: Text, help_text: Text = "", *, longest: int, required: bool = True, **attrs: Any) -> forms.CharField:
    """One line about roles, not persons."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=longest,
        validators=[refuse_personal_numbers],
        widget=forms.TextInput(attrs=attrs),
    )
