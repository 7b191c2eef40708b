"""Forms of gates. A field that answers a criterion is named after the criterion's id."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from crispy_forms.bootstrap import InlineRadios
from crispy_forms.layout import Fieldset
from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from stages.enums import Adequacy, CriterionKind, Grade, InspectionKind
from stages.forms.collective import DecisionField
from stages.forms.layout import Folded, Shown
from stages.forms.transitions import by_group
from stages.models import CollectiveDecision, Criterion
from stages.rules.gate_answers import Asked, GateAnswer
from stages.services.inspections import InspectionGiven
from teams.exceptions import Text
from teams.forms.layout import day, laid_out, lines

MET = (("yes", _("Met")), ("no", _("Not met")))
WANTED = _("What is missing in this row?")


class AssessForm(forms.Form):
    """An answer to every criterion of a gate; what the record answers is shown and not asked."""

    opinion = lines(_("Opinion on the gate as a whole"), required=False, rows=4)

    def __init__(
        self, *args: Any, asked: Sequence[Asked], decisions: QuerySet[CollectiveDecision], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.asked = {each.criterion.pk: each for each in asked}
        groups = by_group(each.criterion for each in asked)
        layout = [
            Fieldset(group, *(part for criterion in members for part in self._add(self.asked[criterion.pk])))
            for group, members in groups
        ]
        self.fields["collective_decision"] = DecisionField(
            decisions,
            label=_("Collective discussion"),
            help_text=_("Must be named when a required item is not met; otherwise it may be."),
        )
        self.helper = laid_out(*layout, Fieldset(_("Conclusion"), "opinion", "collective_decision"))

    def _add(self, asked: Asked) -> list[Any]:
        """The fields of one criterion, and how they are laid out."""
        criterion, pk = asked.criterion, asked.criterion.pk
        layout: list[Any] = []
        if asked.met is not None:
            layout.append(Shown("stages/partials/_asked.html", each=asked))
        elif criterion.kind == CriterionKind.CHECKLIST:
            self.fields[f"ticked_{pk}"] = forms.MultipleChoiceField(
                label=criterion.wording,
                help_text=criterion.help,
                choices=criterion.entry_choices,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )
            layout.append(f"ticked_{pk}")
        elif criterion.kind == CriterionKind.ADEQUACY:
            layout += self._add_adequacy(asked)
        else:
            self.fields[f"met_{pk}"] = forms.ChoiceField(
                label=criterion.wording,
                help_text=criterion.help,
                choices=MET,
                required=False,
                widget=forms.RadioSelect,
            )
            layout.append(InlineRadios(f"met_{pk}"))
        self.fields[f"note_{pk}"] = lines(self._label(_("Note"), criterion), required=False, rows=2)
        if asked.met and not self.data.get(f"demand_{pk}"):
            return [*layout, Folded(_("Note"), f"note_{pk}")]
        self.fields[f"demand_{pk}"] = lines(self._label(_("To be made up"), criterion), required=False, rows=2)
        self.fields[f"due_on_{pk}"] = day(self._label(_("Due by"), criterion), required=False)
        names = [f"{part}_{pk}" for part in ("note", "demand", "due_on")]
        # What the record does not meet is to be made up in any case.
        return [*layout, Folded(_("Note, and what is to be made up"), *names, is_open=asked.met is False)]

    def _add_adequacy(self, asked: Asked) -> list[Any]:
        """Three answers, and the problem that follows up one that is less than adequate."""
        criterion, pk = asked.criterion, asked.criterion.pk
        self.fields[f"adequacy_{pk}"] = forms.ChoiceField(
            label=criterion.wording,
            help_text=criterion.help,
            choices=Adequacy.choices,
            required=False,
            widget=forms.RadioSelect,
        )
        self.fields[f"follow_up_{pk}"] = forms.TypedChoiceField(
            label=self._label(_("Followed up by"), criterion),
            help_text=_("A problem issued against this gate; needed unless it is adequate."),
            choices=[("", _("None")), *asked.follow_ups.items()],
            required=False,
            coerce=int,
            empty_value=None,
        )
        return [InlineRadios(f"adequacy_{pk}"), f"follow_up_{pk}"]

    @staticmethod
    def _label(what: Text, criterion: Criterion) -> str:
        """A label that says of which criterion it is, wherever it is read: the form has one of each for every one."""
        return gettext("%(what)s (%(item)s)") % {"what": what, "item": criterion.wording}

    def answers(self) -> list[GateAnswer]:
        return [self._answer(pk) for pk in self.asked]

    def _answer(self, pk: int) -> GateAnswer:
        data = self.cleaned_data
        met = data.get(f"met_{pk}")
        return GateAnswer(
            criterion_id=pk,
            met=met == "yes" if met else None,
            adequacy=data.get(f"adequacy_{pk}", ""),
            follow_up_id=data.get(f"follow_up_{pk}"),
            ticked=data.get(f"ticked_{pk}", []),
            note=data[f"note_{pk}"],
            demand=data.get(f"demand_{pk}", ""),
            due_on=data.get(f"due_on_{pk}"),
        )


class InspectionForm(forms.Form):
    """The five kinds, a row each; a row left empty was not looked at."""

    inspected_on = forms.DateField(label=_("Date of the inspection"), widget=forms.DateInput(attrs={"type": "date"}))
    conclusion = lines(_("Overall impression"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = laid_out(
            "inspected_on", *(Fieldset(kind.label, *self._add(kind)) for kind in InspectionKind), "conclusion"
        )

    def _add(self, kind: InspectionKind) -> list[Any]:
        names = [f"{part}_{kind}" for part in ("sampled", "grade", "effect")]
        self.fields[names[0]] = forms.IntegerField(label=_("Number looked at"), required=False)
        self.fields[names[1]] = forms.ChoiceField(
            label=_("Quality"), choices=Grade.choices, required=False, widget=forms.RadioSelect
        )
        self.fields[names[2]] = lines(_("Effect"), required=False, rows=2)
        return [names[0], InlineRadios(names[1]), names[2]]

    def clean(self) -> dict[str, Any]:
        """A row is whole or empty; what a whole row may say is the service's to judge."""
        data = super().clean() or {}
        for kind in InspectionKind:
            row = {f"{part}_{kind}": data.get(f"{part}_{kind}") for part in ("sampled", "grade", "effect")}
            is_begun = any(value not in (None, "") for value in row.values()) or any(
                name in self.errors for name in row
            )
            for name, value in row.items():
                if is_begun and value in (None, "") and name not in self.errors:
                    self.add_error(name, WANTED)
        return data

    def items(self) -> list[InspectionGiven]:
        return [
            InspectionGiven(
                kind,
                self.cleaned_data[f"sampled_{kind}"],
                Grade(self.cleaned_data[f"grade_{kind}"]),
                self.cleaned_data[f"effect_{kind}"],
            )
            for kind in InspectionKind
            if self.cleaned_data[f"grade_{kind}"]
        ]


class AnswerForm(forms.Form):
    """What the unit made up."""

    answer = forms.CharField(
        label=_("What was made up, and how"),
        help_text=_("Practice and figures; no names of persons."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = laid_out("answer")


class ClearForm(forms.Form):
    """The team is satisfied, and may say with what."""

    prefix = "clear"
    note = lines(_("Note"), required=False, rows=2)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = laid_out("note")


class SendBackForm(forms.Form):
    """The team is not satisfied, and says what is lacking and until when."""

    prefix = "back"
    note = forms.CharField(label=_("What is still lacking"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))
    due_on = day(_("New date, if there is one"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = laid_out("note", "due_on")
