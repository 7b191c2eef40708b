"""To which units a draft is issued."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from units.models import Case


class SeveralForm(forms.Form):
    """A tick for each case of the team; none is ticked before the leader ticks it."""

    cases = forms.TypedMultipleChoiceField(
        label=_("Units"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one unit.")},
    )

    def __init__(self, *args: Any, cases: Iterable[Case], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(case.pk, str(case.unit)) for case in cases]
        self.fields["cases"].choices = choices  # type: ignore[attr-defined]  # of MultipleChoiceField

    def ticked(self) -> set[str]:
        """What is ticked, as it was posted."""
        return set(map(str, self["cases"].value() or []))
