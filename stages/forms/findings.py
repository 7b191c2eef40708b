"""Forms of findings: the field capture, and the answers that either side gives."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from crispy_forms.layout import Div
from django import forms
from django.utils.translation import gettext_lazy as _

from stages.enums import Adoption, FindingKind, RedLine
from stages.forms.layout import Folded
from stages.forms.segments import Segments
from stages.forms.transitions import helper
from stages.models import Finding, Gate
from stages.services.findings import FindingGiven
from teams import clock
from teams.forms.personal import prose
from teams.forms.uploads import ManyFilesField
from teams.inspection.kinds import PHOTO_FILES
from units.enums import ProblemCategory
from units.models import CaseFile


class FindingForm(forms.Form):
    """What was seen, on one screen of a phone; what can wait for the desk is folded away."""

    kind = forms.ChoiceField(
        label=_("Nature"), choices=FindingKind.choices, initial=FindingKind.PROBLEM, widget=forms.RadioSelect
    )
    gate = forms.TypedChoiceField(label=_("About"), coerce=int, empty_value=None, required=False)
    text = prose(
        _("What was seen"),
        _("Practice and facts; roles, not names of persons. Keep to the campaign, not to the unit's own business."),
    )
    photos = ManyFilesField(label=_("Photos"), extensions=PHOTO_FILES, required=False)
    red_line = forms.ChoiceField(
        label=_("Red line"), choices=[("", _("None")), *RedLine.choices], required=False, widget=forms.RadioSelect
    )
    observed_on = forms.DateField(
        label=_("Seen on"), initial=clock.today, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    category = forms.ChoiceField(
        label=_("Category"), choices=[("", _("None")), *ProblemCategory.choices], required=False
    )
    cause = prose(_("Cause"), _("May be written later, together with the unit."), required=False)
    advice = prose(_("Advice"), _("A problem is not issued without it."), required=False)
    due_on = forms.DateField(
        label=_("To be solved by"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    FIRST: tuple[Segments | Div | str, ...] = (
        Segments("kind"),
        Div(Div("gate", css_class="col-6"), Div("observed_on", css_class="col-6"), css_class="row"),
        "text",
        "photos",
        Segments("red_line"),
    )
    LATER = ("category", "cause", "advice", "due_on")

    def __init__(self, *args: Any, gates: Iterable[Gate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Implementation plan")), *((gate.pk, gate.name) for gate in gates)]
        self.fields["gate"].choices = choices  # type: ignore[attr-defined]  # of TypedChoiceField
        self.helper = helper(*self.FIRST, Folded(_("Category, cause, advice, deadline"), *self.LATER))

    def given(self) -> FindingGiven:
        """The finding as the services take it."""
        data = self.cleaned_data
        return FindingGiven(
            kind=FindingKind(data["kind"]),
            gate_id=data["gate"],
            **{name: data[name] for name in ("text", "red_line", "observed_on", *self.LATER)},
        )


class CaptureForm(FindingForm):
    """A new finding; the form knows itself, so that sending it twice writes it down once."""

    client_uuid = forms.UUIDField(initial=uuid.uuid4, widget=forms.HiddenInput)

    FIRST = (*FindingForm.FIRST, "client_uuid")


class DraftForm(FindingForm):
    """A draft at the desk: everything in sight, and photos may be taken out."""

    removed = forms.TypedMultipleChoiceField(
        label=_("Photos to take out"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, finding: Finding, photos: Iterable[CaseFile], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update(
            {name: getattr(finding, name) for name in ("kind", "text", "red_line", "observed_on", *self.LATER)}
        )
        self.initial["gate"] = finding.gate_id
        choices = [(photo.pk, photo.title) for photo in photos]
        self.fields["removed"].choices = choices  # type: ignore[attr-defined]  # of TypedMultipleChoiceField
        if not choices:
            del self.fields["removed"]
        taken_out = ["removed"] if choices else []
        self.helper = helper(*self.FIRST, *self.LATER, *taken_out)


class DisputeForm(forms.Form):
    """Why the unit sees it otherwise."""

    reason = prose(_("Reason"), _("What is not as the finding says, and what shows it."), rows=5)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("reason")


class UpholdForm(forms.Form):
    """Why the finding stands."""

    answer = prose(_("Answer to the dispute"), _("The unit reads it; the dispute stays with the finding."), rows=5)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("answer")


class WithdrawForm(forms.Form):
    """Why what was issued is taken back."""

    reason = prose(_("Reason"), _("The unit reads it; the finding keeps its number."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("reason")


class AnswerForm(forms.Form):
    """What the unit makes of a suggestion."""

    adoption = forms.ChoiceField(label=_("Answer"), choices=Adoption.choices, widget=forms.RadioSelect)
    answer = prose(_("Reason"), _("Needed unless the suggestion is adopted."), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = helper("adoption", "answer")


class CloseForm(forms.Form):
    """The last word on a problem; the cause is asked for where none was written yet."""

    cause = prose(_("Cause"), _("As analysed together with the unit."), rows=4)

    def __init__(self, *args: Any, finding: Finding, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if finding.cause:
            del self.fields["cause"]
        self.helper = helper(*self.fields)
