"""Forms of leaving a stage. A field that answers a criterion is named after the criterion's id."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields as dataclass_fields
from itertools import groupby
from typing import Any

from crispy_forms.bootstrap import InlineRadios
from crispy_forms.layout import HTML, Fieldset
from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from stages.enums import ExitAnswer, ReviewVerdict
from stages.forms.collective import DecisionField
from stages.models import CollectiveDecision, Criterion, LookBack, ReturnItem
from stages.services.look_backs import LookedAt
from stages.services.team_reviews import ExitAnswered, Pinned
from stages.services.transitions import RequestText
from teams.exceptions import Text
from teams.forms.layout import laid_out, lines

ANSWER_EACH = _("The next request must answer each item.")
IN_ORDER = (("yes", _("In order")), ("no", _("Something was found")))


def by_group(criteria: Iterable[Criterion]) -> list[tuple[str, list[Criterion]]]:
    """Criteria under their group's heading, in order."""
    return [(group, list(members)) for group, members in groupby(criteria, key=lambda criterion: criterion.group)]


def text_field(label: Text, help_text: Text = "", *, rows: int = 4, initial: str = "") -> forms.CharField:
    """A part that may stay empty in a draft; the service asks for it at submission."""
    return lines(label, help_text, required=False, rows=rows, longest=8000, initial=initial)


class LookBackForm(forms.Form):
    """The unit's look-back: a date, an answer to each reason not to move on, a summary."""

    held_on = forms.DateField(label=_("Date of the look-back"), widget=forms.DateInput(attrs={"type": "date"}))
    summary = forms.CharField(
        label=_("Summary"), strip=False, required=False, widget=forms.Textarea(attrs={"rows": 3}), max_length=4000
    )

    def __init__(self, *args: Any, criteria: Sequence[Criterion], look_back: LookBack | None = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        known = {item.criterion_id: item for item in look_back.items.all()} if look_back else {}
        if look_back:
            self.initial.update(held_on=look_back.held_on, summary=look_back.summary)
        for criterion in criteria:
            item = known.get(criterion.pk)
            self.fields[f"answer_{criterion.pk}"] = forms.ChoiceField(
                label=criterion.wording,
                choices=IN_ORDER,
                required=False,
                widget=forms.RadioSelect,
                initial=("yes" if item.in_order else "no") if item else None,
            )
            for name, label in (("found", _("What was found")), ("made_up", _("How it was made up"))):
                self.fields[f"{name}_{criterion.pk}"] = forms.CharField(
                    label=label,
                    required=False,
                    max_length=2000,
                    widget=forms.Textarea(attrs={"rows": 2}),
                    initial=getattr(item, name, ""),
                )
        self.helper = laid_out(
            "held_on",
            *(
                Fieldset("", f"answer_{criterion.pk}", f"found_{criterion.pk}", f"made_up_{criterion.pk}")
                for criterion in criteria
            ),
            "summary",
        )

    def answers(self) -> list[LookedAt]:
        """What was answered; what was left out is for the service to refuse."""
        return [
            LookedAt(
                criterion.pk,
                self.cleaned_data[f"answer_{criterion.pk}"] == "yes",
                self.cleaned_data[f"found_{criterion.pk}"],
                self.cleaned_data[f"made_up_{criterion.pk}"],
            )
            for criterion in self.criteria
            if self.cleaned_data[f"answer_{criterion.pk}"]
        ]


class RequestForm(forms.Form):
    """The request's own words, and an answer to each item that the last return pinned."""

    paper_number = forms.CharField(
        label=_("Number of the paper"),
        required=False,
        max_length=60,
        help_text=_("The number under which your committee issued the request, if it has one."),
    )
    situation = text_field(_("Situation"))
    practice = text_field(
        _("What was done"), _("The figures of study are taken from the records; you need not repeat them.")
    )
    results = text_field(_("First results"))
    remaining = text_field(_("Shortcomings and next steps"))
    resolution = text_field(
        _("The committee's resolution"), _("When the Party committee met on it, and what it resolved.")
    )

    def __init__(self, *args: Any, pinned: Sequence[ReturnItem] = (), **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.pinned = pinned
        own = list(self.fields)
        for item in pinned:
            self.fields[f"return_{item.pk}"] = text_field(item.remark, initial=item.answer, rows=2)
        answers = [f"return_{item.pk}" for item in pinned]
        returned = [Fieldset(_("Answers to what was returned"), *answers)] if answers else []
        self.helper = laid_out(*returned, *own)

    def text(self) -> RequestText:
        return RequestText(**{field.name: self.cleaned_data[field.name] for field in dataclass_fields(RequestText)})

    def answers(self) -> dict[int, str]:
        return {item.pk: self.cleaned_data[f"return_{item.pk}"] for item in self.pinned}


class ReasonForm(forms.Form):
    """An act that asks only for its reason."""

    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.helper = laid_out("reason")


class PinnedFields(forms.Form):
    """Rows for what a return pins; empty rows are left out."""

    PINNED_ROWS = 5

    def add_pinned(self) -> list[str]:
        """Add the fields and return their names."""
        names = [f"pinned_{index}" for index in range(self.PINNED_ROWS)]
        for number, name in enumerate(names, start=1):
            self.fields[name] = forms.CharField(
                label=_("Item %(number)s") % {"number": number},
                required=False,
                max_length=1000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        return names

    def pinned(self) -> list[Pinned]:
        """The items that were written."""
        written = (self.cleaned_data[f"pinned_{index}"] for index in range(self.PINNED_ROWS))
        return [Pinned(text) for text in written if text.strip()]


class ReviewForm(PinnedFields):
    """The team's review: an answer to every exit criterion, the opinion, the meeting, the verdict."""

    verdict = forms.ChoiceField(label=_("Verdict"), choices=ReviewVerdict.choices, widget=forms.RadioSelect)
    opinion = forms.CharField(
        label=_("The team's opinion"), required=False, max_length=8000, widget=forms.Textarea(attrs={"rows": 6})
    )
    remaining = forms.CharField(
        label=_("What remains, and how it will be followed up"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    collective_decision = DecisionField(
        CollectiveDecision.objects.none(),
        label=_("The team's meeting on this request"),
        empty_label=_("Choose the meeting"),
    )

    def __init__(self, *args: Any, criteria: Sequence[Criterion], decisions: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        self.fields["collective_decision"].queryset = decisions  # type: ignore[attr-defined]  # of ModelChoiceField
        for criterion in criteria:
            self.fields[f"answer_{criterion.pk}"] = forms.ChoiceField(
                label=criterion.wording, choices=ExitAnswer.choices, required=False, widget=forms.RadioSelect
            )
            self.fields[f"note_{criterion.pk}"] = forms.CharField(
                label=_("Note"), required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 1})
            )
        self.helper = laid_out(
            *(
                Fieldset(
                    group,
                    *(
                        field
                        for criterion in members
                        for field in (InlineRadios(f"answer_{criterion.pk}"), f"note_{criterion.pk}")
                    ),
                )
                for group, members in by_group(criteria)
            ),
            Fieldset(_("Opinion"), "collective_decision", "opinion", "remaining", "verdict"),
            Fieldset(
                _("If it is returned: what is to be mended"),
                HTML(format_html('<p class="soft">{}</p>', ANSWER_EACH)),
                *self.add_pinned(),
            ),
        )

    def answers(self) -> list[ExitAnswered]:
        return [
            ExitAnswered(
                criterion.pk,
                ExitAnswer(self.cleaned_data[f"answer_{criterion.pk}"]),
                self.cleaned_data[f"note_{criterion.pk}"],
            )
            for criterion in self.criteria
            if self.cleaned_data[f"answer_{criterion.pk}"]
        ]


class ApproveForm(forms.Form):
    """Approval of the review whose pages lie beside the form."""

    sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)
    remark = forms.CharField(
        label=_("Remark"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Printed in the reply; may stay empty."),
    )

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.helper = laid_out("sha256", "remark")


class ReturnForm(PinnedFields):
    """A return by the leading group."""

    PINNED_ROWS = 3
    prefix = "return"
    sha256 = forms.CharField(widget=forms.HiddenInput, max_length=64)
    remark = forms.CharField(label=_("Why it is returned"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.helper = laid_out("sha256", "remark", *self.add_pinned())
