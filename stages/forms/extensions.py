"""Forms of asking for longer time, of the team's opinion and of the decision."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from stages.enums import ExtensionReason
from stages.forms.layout import Helped
from teams.forms.layout import day, lines


class AskForm(Helped):
    """Until when, why, and what the time will be used for."""

    asked_end = day(_("Until"), _("The planned end stays on record. Longer time is no penalty."))
    reason = forms.ChoiceField(label=_("Why more time is needed"), choices=ExtensionReason.choices)
    grounds = lines(_("Grounds"), _("What is still to be done, and how the time will be used."))


class OpinionForm(Helped):
    """Whether the team supports it, and why."""

    supported = forms.TypedChoiceField(
        label=_("The team's opinion"),
        choices=((True, _("Supports it")), (False, _("Does not support it"))),
        coerce=lambda value: value == "True",
        widget=forms.RadioSelect,
    )
    opinion = lines(_("Opinion"), _("Goes to the leading group; the unit does not read it."))


class PermitForm(Helped):
    """Until when."""

    permitted_end = day(_("Permitted until"))
    remark = lines(_("Remark"), required=False)


class RefuseForm(Helped):
    """Why not."""

    prefix = "refuse"
    remark = lines(_("Why it is refused"))
