"""What either side says to an issued finding, each on a page of its own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from stages.access import get_finding
from stages.enums import Adoption
from stages.forms.finding_answers import AmendForm, AnswerForm, CloseForm, DisputeForm, UpholdForm, WhyForm
from stages.forms.rectifications import MeasureForm
from stages.models import Finding
from stages.rules import findings as rules
from stages.rules.rectifications import may_add
from stages.services import findings as services
from stages.services import rectifications
from stages.views.act_pages import Words, act_page
from stages.views.finding_facts import about
from teams.rulings import Ruling
from teams.views.signed_in import SignedInRequest
from units.selectors import standing_of
from units.standing import CaseStanding


@require_http_methods(["GET", "POST"])
def finding_acknowledge(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """The unit acknowledges a problem with its first measure."""
    form = MeasureForm(request.POST or None)
    return finding_act(
        request,
        get_finding(request.user, case_id, finding_id),
        form,
        services.acknowledge_finding,
        lambda: {"measures": [form.given()]},
        rules.may_acknowledge,
        Words(
            _("Acknowledge and set a measure"),
            _("Acknowledge"),
            _("The problem is acknowledged. Report the result when the measure is carried out."),
            _("Further measures can be set afterwards. What is not settled yet may stay empty and be added later."),
        ),
    )


@require_http_methods(["GET", "POST"])
def finding_dispute(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """The unit sees it otherwise."""
    form = DisputeForm(request.POST or None)
    return finding_act(
        request,
        get_finding(request.user, case_id, finding_id),
        form,
        services.dispute_finding,
        lambda: form.cleaned_data,
        rules.may_dispute,
        Words(
            _("Dispute"),
            _("Send the dispute"),
            _("The dispute is with the team's leader."),
            _("The leader answers or withdraws the finding. A dispute is put forward once and stays with it."),
        ),
    )


@require_http_methods(["GET", "POST"])
def finding_answer(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """The unit answers a suggestion."""
    form = AnswerForm(request.POST or None)
    return finding_act(
        request,
        get_finding(request.user, case_id, finding_id),
        form,
        services.answer_suggestion,
        lambda: {"adoption": Adoption(form.cleaned_data["adoption"]), "answer": form.cleaned_data["answer"]},
        rules.may_answer,
        Words(_("Answer the suggestion"), _("Send the answer"), _("The answer is with the team.")),
    )


@require_http_methods(["GET", "POST"])
def finding_uphold(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """The leader lets a disputed finding stand."""
    form = UpholdForm(request.POST or None)
    return finding_act(
        request,
        get_finding(request.user, case_id, finding_id),
        form,
        services.uphold_finding,
        lambda: form.cleaned_data,
        rules.may_settle_dispute,
        Words(
            _("Answer the dispute"),
            _("The finding stands"),
            _("The dispute is answered; the finding stands."),
            _("If the unit is right in part, amend the finding; if it is right, withdraw it."),
        ),
    )


@require_http_methods(["GET", "POST"])
def finding_amend(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """The leader puts a disputed finding into other words."""
    finding = get_finding(request.user, case_id, finding_id)
    form = AmendForm(request.POST or None, finding=finding)
    return finding_act(
        request,
        finding,
        form,
        services.amend_finding,
        lambda: form.cleaned_data,
        rules.may_settle_dispute,
        Words(
            _("Amend the finding"),
            _("Amend"),
            _("The dispute is answered; the finding is amended."),
            _("How it read before stays with the finding."),
        ),
    )


@require_http_methods(["GET", "POST"])
def finding_reopen(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """The leader opens a closed problem again."""
    form = WhyForm(request.POST or None)
    return finding_act(
        request,
        get_finding(request.user, case_id, finding_id),
        form,
        services.reopen_finding,
        lambda: form.cleaned_data,
        rules.may_reopen,
        Words(
            _("Reopen the problem"),
            _("Reopen"),
            _("The problem is open again."),
            _("Every measure that was struck off runs again. To reopen one of them only, open that measure."),
        ),
    )


@require_http_methods(["GET", "POST"])
def finding_withdraw(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """The leader takes back what was issued."""
    form = WhyForm(request.POST or None)
    return finding_act(
        request,
        get_finding(request.user, case_id, finding_id),
        form,
        services.withdraw_finding,
        lambda: form.cleaned_data,
        rules.may_withdraw,
        Words(
            _("Withdraw the finding"),
            _("Withdraw"),
            _("The finding is withdrawn."),
            _("It keeps its number and asks nothing more of anybody."),
        ),
    )


@require_http_methods(["GET", "POST"])
def finding_close(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """The leader closes a problem that is solved."""
    finding = get_finding(request.user, case_id, finding_id)
    form = CloseForm(request.POST if request.method == "POST" else None, finding=finding)
    states = list(finding.rectifications.values_list("state", flat=True))
    return finding_act(
        request,
        finding,
        form,
        services.close_finding,
        lambda: form.cleaned_data,
        lambda standing, finding: rules.may_close(standing, finding, states),
        Words(
            _("Close the problem"),
            _("Close"),
            _("The problem is closed."),
            _("Every measure has been verified. If the problem rebounds, it can be reopened."),
        ),
    )


@require_http_methods(["GET", "POST"])
def rectification_new(request: SignedInRequest, case_id: int, finding_id: int) -> HttpResponse:
    """The unit sets a further measure."""
    form = MeasureForm(request.POST or None)
    return finding_act(
        request,
        get_finding(request.user, case_id, finding_id),
        form,
        rectifications.add,
        lambda: {"given": form.given()},
        may_add,
        Words(_("Set a further measure"), _("Save"), _("The measure is set.")),
        versioned=False,
    )


def finding_act(
    request: SignedInRequest,
    finding: Finding,
    form: Form,
    act: Callable[..., Any],
    arguments: Callable[[], dict[str, Any]],
    rule: Callable[[CaseStanding, Finding], Ruling],
    words: Words,
    *,
    versioned: bool = True,
    beside: dict[str, Any] | None = None,
) -> HttpResponse:
    """The page of one act on a finding; adding to it needs no version, since nothing that was read is changed.

    `beside` is a link to what the act rests on: `{url, label}`.
    """
    standing = standing_of(request.user, finding.case)
    return act_page(
        request,
        form=form,
        act=act,
        arguments=lambda: {"finding_id": finding.pk, **arguments()},
        ruling=rule(standing, finding),
        template="stages/finding_act.html",
        context={
            "case": finding.case,
            "standing": standing,
            "tab": "findings",
            "finding": finding,
            "about": about(finding),
            "words": words,
            "beside": beside,
        },
        done=words.done,
        back=reverse("finding", args=[finding.case_id, finding.pk]),
        row=finding if versioned else None,
    )
