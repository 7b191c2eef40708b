"""The form of handing in in the secretary's name."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from teams.forms.layout import laid_out
from teams.forms.uploads import accept
from teams.inspection import RESOLUTION_FILES


class ResolutionForm(forms.Form):
    """The scan without which only the secretary hands in."""

    resolution = forms.FileField(
        label=_("Scan of the sealed resolution"),
        allow_empty_file=True,
        help_text=_("The Party committee's resolution to hand this in, stamped."),
        error_messages={"required": _("Without the scan of the sealed resolution only the secretary hands in.")},
        widget=forms.FileInput(attrs={"accept": accept(RESOLUTION_FILES)}),
    )
    helper = laid_out("resolution")
