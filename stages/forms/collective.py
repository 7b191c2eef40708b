"""Forms of collective discussions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from stages.models import CollectiveDecision
from teams.exceptions import Text
from teams.forms.layout import laid_out
from teams.models import Membership
from teams.templatetags.dates import day

NONE = gettext_lazy("None")


class DecisionField(forms.ModelChoiceField):  # type: ignore[type-arg]  # generic in the stubs only
    """Choosing a discussion that a verdict rests on: by date, number present and conclusion."""

    def __init__(self, queryset: QuerySet[CollectiveDecision], *, empty_label: Text = NONE, **kwargs: Any) -> None:
        super().__init__(queryset, required=False, empty_label=empty_label, **kwargs)

    def label_from_instance(self, obj: CollectiveDecision) -> str:
        return _("%(day)s · %(present)s of %(total)s present · %(conclusion)s") % {
            "day": day(obj.meeting.held_on),
            "present": obj.members_present,
            "total": obj.members_total,
            "conclusion": Truncator(obj.conclusion).chars(40),
        }


class DiscussionForm(forms.Form):
    """A discussion of the team that was held: when, who was there, what was said, what was concluded."""

    held_on = forms.DateField(
        label=gettext_lazy("Date of the discussion"), widget=forms.DateInput(attrs={"type": "date"})
    )
    present = forms.MultipleChoiceField(
        label=gettext_lazy("Present"), required=False, widget=forms.CheckboxSelectMultiple
    )
    minutes = forms.CharField(
        label=gettext_lazy("What was said"),
        help_text=gettext_lazy("Stays with the team and the office; the unit does not see it."),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    conclusion = forms.CharField(
        label=gettext_lazy("Conclusion"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, members: Sequence[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(each.pk), f"{each.user.name} · {each.get_role_display()}") for each in members]
        self.fields["present"].choices = choices  # type: ignore[attr-defined]  # of MultipleChoiceField
        self.helper = laid_out("held_on", "present", "minutes", "conclusion")

    def present_ids(self) -> list[int]:
        return [int(pk) for pk in self.cleaned_data["present"]]
