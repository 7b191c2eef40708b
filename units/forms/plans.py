"""Forms of the plans: the file, the problems, the answers to what was returned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from crispy_forms.layout import Column, Fieldset, Row
from django import forms
from django.utils.html import escape
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from teams.exceptions import Text
from teams.forms.layout import day, laid_out, lines
from teams.forms.uploads import accept
from teams.inspection import MAX_BYTES, PLAN_FILES
from units.enums import THE_FIVE_CATEGORIES, PlanKind, ProblemCategory, SubjectLevel
from units.forms.layout import reason
from units.models import PlanProblem, PlanRemark
from units.services.plan_problems import LONGEST_RESPONSIBLE, ProblemGiven

BLANK_ROWS = 3
LEAST_ROWS = 6


def _prose(label: Text, *, rows: int = 2, initial: str = "", help_text: Text = "") -> forms.CharField:
    """A text that may stay empty in a draft; the act asks for it."""
    return lines(label, help_text, required=False, rows=rows, longest=4000, initial=initial)


class PlanFileForm(forms.Form):
    """The plan as the unit wrote it, and a word to the team."""

    file = forms.FileField(
        label=_("The plan's file"),
        allow_empty_file=True,  # the service names what is wrong with a file, in one place for all
        widget=forms.FileInput(attrs={"accept": accept(PLAN_FILES)}),
    )
    note = _prose(_("Note to the team"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].max_bytes = MAX_BYTES  # type: ignore[attr-defined]  # said beside the field
        self.helper = laid_out("file", "note")


class ProblemsForm(forms.Form):
    """A row for each problem with its measure, and some blank ones.

    An implementation plan says why a category has none (row 52); a rectification plan, at which level each problem is
    and with what quality it is to be mended (rows 79, 80).

    Saving a full form brings new blank rows, so that it works without JavaScript.
    """

    def __init__(
        self,
        *args: Any,
        kind: PlanKind,
        problems: Sequence[PlanProblem] = (),
        omissions: Mapping[str, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kind = kind
        self.rows = max(len(problems) + BLANK_ROWS, LEAST_ROWS)
        if self.is_bound:
            # As many as the page had that was sent: somebody may have saved another list since.
            self.rows = max(self.rows, sum(1 for name in self.data if name.startswith("text_")))
        known: list[PlanProblem | None] = [*problems, *[None] * self.rows]
        layout = [
            Fieldset(gettext("Problem %(number)s") % {"number": row + 1}, *self._add(row, known[row]))
            for row in range(self.rows)
        ]
        if kind is PlanKind.IMPLEMENTATION:
            reasons = [self._add_omission(category, omissions) for category in THE_FIVE_CATEGORIES]
            layout.append(Fieldset(gettext("Categories without a problem: why"), *reasons))
        self.helper = laid_out(*layout)

    def _add(self, row: int, problem: PlanProblem | None) -> list[Any]:
        names = [f"{part}_{row}" for part in ("category", "text", "measure", "responsible", "due_on")]
        self.fields[names[0]] = forms.ChoiceField(
            label=_("Category"),
            choices=ProblemCategory.choices,
            required=False,
            initial=problem.category if problem else None,
        )
        self.fields[names[1]] = _prose(_("Problem"), initial=problem.text if problem else "")
        self.fields[names[2]] = _prose(_("Measure"), initial=problem.measure if problem else "")
        self.fields[names[3]] = forms.CharField(
            label=_("Responsible"),
            required=False,
            max_length=LONGEST_RESPONSIBLE,
            initial=problem.responsible if problem else "",
        )
        self.fields[names[4]] = day(_("Due by"), required=False, initial=problem.due_on if problem else None)
        category, text, measure, *by_whom_and_when = names
        by_whom = Row(*(Column(name, css_class="col-sm-6") for name in by_whom_and_when))
        if self.kind is PlanKind.IMPLEMENTATION:
            return [category, text, measure, by_whom]
        return [self._add_level(row, problem), category, text, measure, by_whom, self._add_quality(row, problem)]

    def _add_level(self, row: int, problem: PlanProblem | None) -> str:
        self.fields[f"level_{row}"] = forms.ChoiceField(
            label=_("Level"),
            choices=SubjectLevel.choices,
            required=False,
            initial=problem.level if problem else None,
        )
        return f"level_{row}"

    def _add_quality(self, row: int, problem: PlanProblem | None) -> str:
        self.fields[f"quality_requirement_{row}"] = _prose(
            _("Quality requirement"), initial=problem.quality_requirement if problem else ""
        )
        return f"quality_requirement_{row}"

    def _add_omission(self, category: ProblemCategory, omissions: Mapping[str, str]) -> str:
        name = f"omission_{category.value}"
        self.fields[name] = _prose(category.label, rows=1, initial=omissions.get(category.value, ""))
        return name

    def problems(self) -> list[ProblemGiven]:
        """Every row, blank ones too: the service names a row by its place."""
        return [
            ProblemGiven(
                category=self.cleaned_data.get(f"category_{row}") or ProblemCategory.OTHER,
                text=self.cleaned_data.get(f"text_{row}", ""),
                measure=self.cleaned_data.get(f"measure_{row}", ""),
                responsible=self.cleaned_data.get(f"responsible_{row}", ""),
                due_on=self.cleaned_data.get(f"due_on_{row}"),
                quality_requirement=self.cleaned_data.get(f"quality_requirement_{row}", ""),
                level=self.cleaned_data.get(f"level_{row}") or SubjectLevel.LEADERSHIP,
            )
            for row in range(self.rows)
        ]

    def omissions(self) -> dict[str, str]:
        return {
            category.value: self.cleaned_data.get(f"omission_{category.value}", "") for category in THE_FIVE_CATEGORIES
        }


class AnswersForm(forms.Form):
    """An answer to each remark that the last return pinned."""

    def __init__(self, *args: Any, remarks: Sequence[PlanRemark], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.remarks = remarks
        for remark in remarks:
            # Crispy prints a help text as it is; this one is what somebody wrote.
            said = _("The team: %(remark)s") % {"remark": escape(remark.remark)}
            self.fields[f"remark_{remark.pk}"] = _prose(remark.wording, initial=remark.answer, help_text=said)
        self.helper = laid_out(*self.fields)

    def answers(self) -> dict[int, str]:
        return {remark.pk: self.cleaned_data[f"remark_{remark.pk}"] for remark in self.remarks}


class WithdrawForm(forms.Form):
    """Why what was handed in is taken back."""

    reason = reason(_("Reason"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = laid_out("reason")


class ProfileForm(forms.Form):
    """The unit in counts (row 24): nobody is named."""

    members_total = forms.IntegerField(label=_("Party members"))
    branches = forms.IntegerField(label=_("Party branches"))
    leaders = forms.IntegerField(label=_("Leading cadres"))
    members_away = forms.IntegerField(
        label=_("Members away"), help_text=_("Seconded, ill, travelling: those who must make up what they miss.")
    )
    situation = _prose(_("Situation of the unit"), rows=4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = laid_out(*self.fields)
