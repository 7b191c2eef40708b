"""How long something took, as people write it: 3:30, or 210 minutes."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from teams.exceptions import Text

HOURS_AND_MINUTES = re.compile(r"(\d{1,4}):([0-5]\d)")
MINUTES = re.compile(r"-?\d{1,9}")


class MinutesField(forms.CharField):
    """Whole minutes, entered as `3:30` or as `210`; full-width digits and colons are taken too."""

    def __init__(self, *, help_text: Text = "", **options: Any) -> None:
        super().__init__(help_text=help_text or _("As hours:minutes (3:30) or in minutes (210)."), **options)

    def to_python(self, value: Any) -> Any:
        """The minutes as a whole number, None for nothing; whether they can be is for the rule to say."""
        text = unicodedata.normalize("NFKC", str(super().to_python(value) or "")).strip()
        if not text:
            return None
        if found := HOURS_AND_MINUTES.fullmatch(text):
            return int(found[1]) * 60 + int(found[2])
        if MINUTES.fullmatch(text):
            return int(text)
        raise ValidationError(_("Write the duration as hours:minutes, such as 3:30, or in whole minutes."))

    def prepare_value(self, value: Any) -> Any:
        """Minutes that we stored are shown as hours and minutes; what a person typed stays as typed."""
        if isinstance(value, int):
            return "{}:{:02}".format(*divmod(value, 60))
        return value
