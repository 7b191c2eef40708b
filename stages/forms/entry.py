"""The form of entering a unit."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from teams.forms.layout import laid_out


class EntryForm(forms.Form):
    """The day on which the team entered."""

    entered_on = forms.DateField(
        label=_("Date of entry"),
        widget=forms.DateInput(attrs={"type": "date"}),
        help_text=_("From this day on findings and activities count."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = laid_out("entered_on")
