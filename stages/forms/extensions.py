"""Forms of asking for longer time, of the team's opinion and of the decision."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from stages.enums import ExtensionReason
from stages.forms.transitions import helper


def _day(label: Any, help_text: Any = "") -> forms.DateField:
    return forms.DateField(label=label, help_text=help_text, widget=forms.DateInput(attrs={"type": "date"}))


def _lines(label: Any, help_text: Any = "", *, required: bool = True) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        required=required,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class _Helped(forms.Form):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper(*self.fields)


class AskForm(_Helped):
    """Until when, why, and what the time will be used for."""

    asked_end = _day(_("Until"), _("The planned end stays on record. Longer time is no penalty."))
    reason = forms.ChoiceField(label=_("Why more time is needed"), choices=ExtensionReason.choices)
    grounds = _lines(_("Grounds"), _("What is still to be done, and how the time will be used."))


class OpinionForm(_Helped):
    """Whether the team supports it, and why."""

    supported = forms.TypedChoiceField(
        label=_("The team's opinion"),
        choices=((True, _("Supports it")), (False, _("Does not support it"))),
        coerce=lambda value: value == "True",
        widget=forms.RadioSelect,
    )
    opinion = _lines(_("Opinion"), _("Goes to the leading group; the unit does not read it."))


class PermitForm(_Helped):
    """Until when."""

    permitted_end = _day(_("Permitted until"))
    remark = _lines(_("Remark"), required=False)


class RefuseForm(_Helped):
    """Why not."""

    prefix = "refuse"
    remark = _lines(_("Why it is refused"))
