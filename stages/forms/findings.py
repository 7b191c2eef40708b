"""Forms of writing a finding down: the field capture, and the draft at the desk."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any

from crispy_forms.layout import Div
from django import forms
from django.utils.text import Truncator
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from stages.enums import FindingKind, FindingScope, RedLine
from stages.forms.layout import Folded
from stages.forms.segments import Segments
from stages.models import Finding, Gate
from stages.services.findings import FindingGiven
from stages.services.findings.given import ORIGIN_LENGTH
from teams import clock
from teams.forms.layout import laid_out
from teams.forms.personal import line, prose
from teams.forms.uploads import ManyFilesField
from teams.inspection.kinds import PHOTO_FILES
from units.enums import ProblemCategory
from units.models import CaseFile


class FindingForm(forms.Form):
    """What was seen, on one screen of a phone; what can wait for the desk is folded away."""

    kind = forms.ChoiceField(
        label=_("Nature"), choices=FindingKind.choices, initial=FindingKind.PROBLEM, widget=forms.RadioSelect
    )
    scope = forms.ChoiceField(
        label=_("A matter of the campaign?"),
        help_text=_("Do not lightly take a position on the unit's normal work and internal affairs."),
        choices=[(FindingScope.CAMPAIGN, _("Yes")), (FindingScope.OUTSIDE, _("No: a note of the team"))],
        initial=FindingScope.CAMPAIGN,
        widget=forms.RadioSelect,
    )
    gate = forms.TypedChoiceField(label=_("About"), coerce=int, empty_value=None, required=False)
    text = prose(
        _("What was seen"),
        _("Practice and facts; roles, not names of persons. Of an exemplar: the practice."),
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
    recurrence_of = forms.TypedChoiceField(
        label=_("Comes again"),
        help_text=_("A problem that has come up before in this case."),
        coerce=int,
        empty_value=None,
        required=False,
    )
    origin = line(
        _("Origin"),
        _("The organisation that the practice came from; it stays as written once the exemplar is recommended."),
        longest=ORIGIN_LENGTH,
        required=False,
    )
    effect = prose(pgettext_lazy("exemplar", "Effect"), _("What the practice has brought about."), required=False)

    FIRST: tuple[Segments | Div | str, ...] = (
        Segments("kind"),
        Segments("scope"),
        Div(Div("gate", css_class="col-6"), Div("observed_on", css_class="col-6"), css_class="row"),
        "text",
        "photos",
        Segments("red_line"),
    )
    LATER = ("category", "cause", "advice", "due_on", "recurrence_of")
    OF_EXEMPLAR = ("origin", "effect")
    # What goes into the service as it stands in the form.
    PLAIN = ("text", "red_line", "observed_on", "category", "cause", "advice", "due_on", *OF_EXEMPLAR)

    def __init__(self, *args: Any, gates: Iterable[Gate], earlier: Iterable[Finding], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("Implementation plan")), *((gate.pk, gate.name) for gate in gates)]
        self.fields["gate"].choices = choices  # type: ignore[attr-defined]  # of TypedChoiceField
        before = [("", _("None")), *((each.pk, _named(each)) for each in earlier)]
        self.fields["recurrence_of"].choices = before  # type: ignore[attr-defined]  # of TypedChoiceField
        self.helper = laid_out(
            *self.FIRST,
            Folded(_("Category, cause, advice, deadline"), *self.LATER),
            Folded(_("Of an exemplar: origin and effect"), *self.OF_EXEMPLAR),
        )

    def given(self) -> FindingGiven:
        """The finding as the services take it."""
        data = self.cleaned_data
        return FindingGiven(
            kind=FindingKind(data["kind"]),
            scope=FindingScope(data["scope"]),
            gate_id=data["gate"],
            recurrence_of_id=data["recurrence_of"],
            **{name: data[name] for name in self.PLAIN},
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
            {name: getattr(finding, name) for name in ("kind", "scope", *self.PLAIN)},
            gate=finding.gate_id,
            recurrence_of=finding.recurrence_of_id,
        )
        choices = [(photo.pk, photo.title) for photo in photos]
        self.fields["removed"].choices = choices  # type: ignore[attr-defined]  # of TypedMultipleChoiceField
        if not choices:
            del self.fields["removed"]
        taken_out = ["removed"] if choices else []
        self.helper = laid_out(*self.FIRST, *self.LATER, *self.OF_EXEMPLAR, *taken_out)


def _named(finding: Finding) -> str:
    """An earlier problem, among which one chooses: its number and how it begins."""
    text = Truncator(finding.text).chars(30)
    return gettext("No. %(number)s: %(text)s") % {"number": finding.number, "text": text}
