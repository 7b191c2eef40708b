"""Longer time for a stage: asking for it, the team's opinion, the decision."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from stages.access import get_extension
from stages.forms.extensions import AskForm, OpinionForm, PermitForm, RefuseForm
from stages.forms.transitions import ReasonForm
from stages.models import Extension
from stages.rules import extensions as rules
from stages.selectors.extensions import open_extension
from stages.selectors.runs import current_run
from stages.services import extensions as services
from stages.views.act_pages import Words, act_page
from teams.rulings import Ruling
from teams.views.signed_in import SignedInRequest
from units.access import get_case
from units.selectors import standing_of
from units.standing import CaseStanding


@require_http_methods(["GET", "POST"])
def extension_new(request: SignedInRequest, case_id: int) -> HttpResponse:
    """The secretary asks for a later end of the open stage."""
    case = get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    run = current_run(case)
    asked_already = run is not None and open_extension(run) is not None
    form = AskForm(request.POST or None)
    words = Words(_("Ask for longer time"), _("Ask"), _("The team gives its opinion, then the leading group decides."))
    return act_page(
        request,
        form=form,
        act=services.ask_extension,
        arguments=lambda: {"case_id": case.pk, **form.cleaned_data},
        ruling=rules.may_ask(standing, due_on=run.due_on if run else None, asked_already=asked_already),
        template="stages/extension_act.html",
        context={"case": case, "standing": standing, "tab": "transition", "run": run, "words": words},
        done=words.done,
        back=reverse("transition", args=[case.pk]),
    )


@require_http_methods(["GET", "POST"])
def extension_opine(request: SignedInRequest, case_id: int, extension_id: int) -> HttpResponse:
    """The team's leader gives the team's opinion."""
    found = get_extension(request.user, case_id, extension_id)
    words = Words(_("The team's opinion on longer time"), _("Send on"), _("The opinion is with the leading group."))
    form = OpinionForm(request.POST or None)
    return _act(request, found, form, services.opine_on_extension, rules.may_opine, words)


@require_http_methods(["GET", "POST"])
def extension_decide(request: SignedInRequest, case_id: int, extension_id: int) -> HttpResponse:
    """The director permits a later end; refusing is the other form of this page."""
    found = get_extension(request.user, case_id, extension_id)
    permit = PermitForm(request.POST or None, initial={"permitted_end": found.asked_end})
    return _decision(request, found, permit, services.permit_extension, permit_form=permit, refuse_form=RefuseForm())


@require_POST
def extension_refuse(request: SignedInRequest, case_id: int, extension_id: int) -> HttpResponse:
    """The director refuses, with the reason."""
    found = get_extension(request.user, case_id, extension_id)
    permit = PermitForm(initial={"permitted_end": found.asked_end})
    refuse = RefuseForm(request.POST)
    return _decision(request, found, refuse, services.refuse_extension, permit_form=permit, refuse_form=refuse)


@require_http_methods(["GET", "POST"])
def extension_withdraw(request: SignedInRequest, case_id: int, extension_id: int) -> HttpResponse:
    """The secretary takes the asking back."""
    found = get_extension(request.user, case_id, extension_id)
    words = Words(_("No longer ask for longer time"), _("Take back"), _("The asking is taken back."))
    form = ReasonForm(request.POST or None)
    return _act(request, found, form, services.withdraw_extension, rules.may_withdraw, words)


def _decision(
    request: SignedInRequest, found: Extension, form: Form, act: Callable[..., Any], **forms: Form
) -> HttpResponse:
    words = Words(_("Decide on longer time"), _("Permit"), _("Decided. Unit and team are told."))
    return _act(request, found, form, act, rules.may_decide, words, template="stages/extension_decide.html", **forms)


def _act(
    request: SignedInRequest,
    found: Extension,
    form: Form,
    act: Callable[..., Any],
    rule: Callable[[CaseStanding, Extension], Ruling],
    words: Words,
    template: str = "stages/extension_act.html",
    **more: Any,
) -> HttpResponse:
    case = found.run.case
    standing = standing_of(request.user, case)
    return act_page(
        request,
        form=form,
        act=act,
        arguments=lambda: {"extension_id": found.pk, **form.cleaned_data},
        ruling=rule(standing, found),
        template=template,
        context={
            "case": case,
            "standing": standing,
            "tab": "transition",
            "run": found.run,
            "extension": found,
            "words": words,
            **more,
        },
        done=words.done,
        back=reverse("transition", args=[case.pk]),
        row=found,
    )
