"""Taking a verdict on a gate back."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from stages.access import get_assessment
from stages.forms.transitions import ReasonForm
from stages.models import GateAssessment
from stages.rules import gates as rules
from stages.selectors.gates import HomeStage, home_stage, latest_standing
from stages.services.taken_back import take_back_verdict
from stages.views.act_pages import Words, act_page
from teams.rulings import Ruling
from teams.views.signed_in import SignedInRequest
from units.selectors import standing_of
from units.standing import CaseStanding


@require_http_methods(["GET", "POST"])
def gate_take_back(request: SignedInRequest, case_id: int, assessment_id: int) -> HttpResponse:
    """The leader takes back the latest verdict and says why."""
    found = get_assessment(request.user, case_id, assessment_id)
    standing = standing_of(request.user, found.case)
    form = ReasonForm(request.POST or None)
    words = Words(
        _("Take the verdict back"),
        _("Take back"),
        _("The verdict is taken back; the gate can be judged again."),
        _("The round stays on record. What it asked to be made up is no longer asked for."),
    )
    return act_page(
        request,
        form=form,
        act=take_back_verdict,
        arguments=lambda: {"assessment_id": found.pk, **form.cleaned_data},
        ruling=may_take_back(
            standing, latest_standing(found.case, found.gate), found, home_stage(found.case, found.gate)
        ),
        template="stages/gate_take_back.html",
        context={
            "case": found.case,
            "standing": standing,
            "tab": "gates",
            "gate": found.gate,
            "round": found,
            "words": words,
        },
        done=words.done,
        back=reverse("gate", args=[case_id, found.gate_id]),
    )


def may_take_back(
    standing: CaseStanding, latest: GateAssessment | None, found: GateAssessment, home: HomeStage
) -> Ruling:
    """What the page offers is what the act allows."""
    return rules.may_take_back(
        standing, is_latest=latest == found, in_home_stage=home.is_open, with_the_group=home.with_the_group
    )
