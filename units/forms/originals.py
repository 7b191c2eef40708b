"""Forms of attaching the stamped paper and of taking it back."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from teams.forms.layout import day, laid_out, row
from teams.forms.uploads import accept
from teams.inspection import RESOLUTION_FILES
from units.forms.layout import reason


class OriginalForm(forms.Form):
    """The scan, with what the paper bears."""

    upload = forms.FileField(
        label=_("Scan of the stamped paper"),
        allow_empty_file=True,
        widget=forms.FileInput(attrs={"accept": accept(RESOLUTION_FILES)}),
    )
    paper_number = forms.CharField(label=_("Number on the paper"), max_length=60)
    dated_on = day(_("Date of the paper"))
    helper = laid_out("upload", row("paper_number", "dated_on"))


class WithdrawForm(forms.Form):
    """Why the scan is the wrong one."""

    reason = reason(_("Reason"))
    helper = laid_out("reason")
