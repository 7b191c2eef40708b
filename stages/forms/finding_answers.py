"""Forms of what either side says to a finding that stands, or to a draft that is shared or sent back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from stages.enums import Adoption, FindingKind
from stages.forms.collective import DecisionField
from stages.models import CollectiveDecision, Finding
from teams.forms.layout import laid_out
from teams.forms.personal import prose


class DisputeForm(forms.Form):
    """Why the unit sees it otherwise."""

    reason = prose(_("Reason"), _("What is not as the finding says, and what shows it."), rows=5)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = laid_out("reason")


class UpholdForm(forms.Form):
    """Why the finding stands."""

    answer = prose(_("Answer to the dispute"), _("The unit reads it; the dispute stays with the finding."), rows=5)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = laid_out("answer")


class WhyForm(forms.Form):
    """Why the leader withdraws, reopens, or no longer shares: the unit reads the reason."""

    reason = prose(_("Reason"), _("The unit reads it."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = laid_out("reason")


class AsideForm(WhyForm):
    """Why a draft is set aside or taken up again: the unit does not read it."""

    reason = prose(_("Reason"), _("Stays with the team and the office."))


class AmendForm(forms.Form):
    """How the finding reads from now on, and why."""

    text = prose(_("What was seen"), _("How the finding reads from now on."), rows=5)
    advice = prose(_("Advice"))
    answer = prose(_("Answer to the dispute"), _("The unit reads it; the dispute stays with the finding."), rows=4)

    def __init__(self, *args: Any, finding: Finding, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update(text=finding.text, advice=finding.advice)
        self.helper = laid_out("text", "advice", "answer")


class SendBackForm(forms.Form):
    """What the author is to mend."""

    note = prose(_("What is to be mended"), _("The team reads it; the unit does not."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = laid_out("note")


class RecommendForm(forms.Form):
    """The discussion on which the recommendation rests."""

    def __init__(self, *args: Any, decisions: QuerySet[CollectiveDecision], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["collective_decision"] = DecisionField(
            decisions,
            label=_("Collective discussion"),
            help_text=_("An exemplar is recommended on a conclusion of the team."),
        )
        self.helper = laid_out("collective_decision")


class RemarkForm(forms.Form):
    """A word to the other side."""

    text = prose(_("To the other side"), _("Both sides read it, and it stays on record."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = laid_out("text")


class AnswerForm(forms.Form):
    """What the unit makes of a suggestion."""

    adoption = forms.ChoiceField(label=_("Answer"), choices=Adoption.choices, widget=forms.RadioSelect)
    answer = prose(_("Reason"), _("Needed unless the suggestion is adopted."), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = laid_out("adoption", "answer")


class CloseForm(forms.Form):
    """The last word on a problem; the cause is asked for where none was written yet."""

    cause = prose(_("Cause"), _("As analysed together with the unit."), rows=4)

    def __init__(self, *args: Any, finding: Finding, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if finding.cause:
            del self.fields["cause"]
        self.helper = laid_out(*self.fields)


class FindingFilter(forms.Form):
    """Which findings the list shows."""

    SHOWN = (
        ("", _("All")),
        ("unsettled", _("Not settled yet")),
        ("settled", _("Settled")),
        ("drafts", _("Drafts")),
    )

    kind = forms.ChoiceField(label=_("Nature"), choices=[("", _("All")), *FindingKind.choices], required=False)
    show = forms.ChoiceField(label=_("State"), choices=SHOWN, required=False)
