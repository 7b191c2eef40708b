"""Fields that several of this app's forms have."""

from __future__ import annotations

from django import forms

from teams.exceptions import Text
from teams.forms.layout import lines


def clock_time(label: Text) -> forms.TimeField:
    return forms.TimeField(label=label, required=False, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))


def reason(label: Text, help_text: Text = "") -> forms.CharField:
    """Why: it is never left out."""
    return lines(label, help_text, rows=2, longest=1000)
