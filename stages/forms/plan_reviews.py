"""The form of the four-point review. A field that answers a criterion is named after the criterion's id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crispy_forms.bootstrap import InlineRadios
from crispy_forms.layout import Fieldset
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from stages.enums import PlanAnswer
from stages.forms.collective import DecisionField
from stages.forms.layout import Folded
from stages.forms.transitions import by_group, text_field
from stages.models import CollectiveDecision, Criterion
from stages.services.plan_reviews import Answer
from teams.forms.layout import laid_out


class PlanReviewForm(forms.Form):
    """An answer to every item of the four points; the verdict follows from the answers."""

    opinion = text_field(_("Opinion on the plan as a whole"))

    def __init__(
        self, *args: Any, criteria: Sequence[Criterion], decisions: QuerySet[CollectiveDecision], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        layout = [
            Fieldset(group, *(part for criterion in members for part in self._add(criterion)))
            for group, members in by_group(criteria)
        ]
        self.fields["collective_decision"] = DecisionField(decisions, label=_("Collective discussion"))
        self.helper = laid_out(*layout, Fieldset(_("Conclusion"), "opinion", "collective_decision"))

    def _add(self, criterion: Criterion) -> list[Any]:
        pk, layout = criterion.pk, []
        if criterion.entry_choices:
            self.fields[f"ticked_{pk}"] = forms.MultipleChoiceField(
                label=gettext("%(item)s: what the plan has") % {"item": criterion.wording},
                choices=criterion.entry_choices,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
            layout.append(f"ticked_{pk}")
        self.fields[f"answer_{pk}"] = forms.ChoiceField(
            label=criterion.wording,
            help_text=criterion.help,
            choices=PlanAnswer.choices,
            required=False,
            widget=forms.RadioSelect,
        )
        self.fields[f"remark_{pk}"] = text_field(
            gettext("%(what)s (%(item)s)") % {"what": gettext("Remark on the plan"), "item": criterion.wording}, rows=2
        )
        return [*layout, InlineRadios(f"answer_{pk}"), Folded(_("Remark on the plan"), f"remark_{pk}")]

    def answers(self) -> list[Answer]:
        """What was answered; what was left out is for the service to refuse."""
        data = self.cleaned_data
        return [
            Answer(
                criterion.pk,
                PlanAnswer(data[f"answer_{criterion.pk}"]),
                data.get(f"ticked_{criterion.pk}", ()),
                data[f"remark_{criterion.pk}"],
            )
            for criterion in self.criteria
            if data[f"answer_{criterion.pk}"]
        ]
