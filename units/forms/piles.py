"""Forms of a pile: one choice for each row, and the version that the page showed of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from teams.forms.layout import lines
from units.enums import CheckChoice
from units.models import Activity
from units.services.activity_piles import Chosen


class PileForm(forms.Form):
    """A choice and a version for each activity; nothing is chosen before somebody chooses it."""

    nothing_chosen = _("Choose at least one.")

    def __init__(self, *args: Any, activities: Sequence[Activity], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.activities = activities
        for activity in activities:
            self.fields[f"choice_{activity.pk}"] = self.choice_of(activity)
            self.fields[f"version_{activity.pk}"] = forms.IntegerField(
                required=False, min_value=0, max_value=10**9, widget=forms.HiddenInput, initial=activity.version
            )

    def choice_of(self, activity: Activity) -> forms.Field:
        """What can be done with one row; each pile says."""
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not self.errors and not self.chosen():
            raise forms.ValidationError(self.nothing_chosen)
        return cleaned

    def chosen(self) -> list[Chosen]:
        """The rows about which something was chosen; one without a version is for the act to refuse."""
        return [
            Chosen(activity, self.cleaned_data.get(f"version_{activity.pk}") or 0, str(choice))
            for activity in self.activities
            if (choice := self.cleaned_data.get(f"choice_{activity.pk}"))
        ]

    def rows(self) -> list[tuple[Activity, forms.BoundField, forms.BoundField]]:
        """Each activity with its choice and its version, for the table of the page."""
        return [(each, self[f"choice_{each.pk}"], self[f"version_{each.pk}"]) for each in self.activities]


class HandInForm(PileForm):
    """Which drafts are handed in."""

    def choice_of(self, activity: Activity) -> forms.Field:
        return forms.BooleanField(label=_("Hand in"), required=False)


class CheckPileForm(PileForm):
    """What the team says of each; those that go back share one remark."""

    remark = lines(
        _("What the unit is to correct"),
        _("Needed for those that are returned; it goes with each."),
        required=False,
        rows=2,
        longest=1000,
    )

    def choice_of(self, activity: Activity) -> forms.Field:
        choices = [("", _("Leave it for now")), *CheckChoice.choices]
        return forms.ChoiceField(label=_("What becomes of it"), required=False, choices=choices)
