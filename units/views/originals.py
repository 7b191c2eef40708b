"""Attaching the stamped paper to its document, and taking it back."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from teams.views.act_pages import Words, act_page
from teams.views.signed_in import SignedInRequest
from units import access
from units.forms.originals import OriginalForm, WithdrawForm
from units.models import Document
from units.rules import originals as rules
from units.selectors import standing_of
from units.selectors.originals import live_original, originals_of
from units.services.originals import attach_original, withdraw_original
from units.standing import CaseStanding
from units.views.activity_facts import file_facts


@require_http_methods(["GET", "POST"])
def original_attach(request: SignedInRequest, case_id: int, document_id: int) -> HttpResponse:
    """Lay in the scan, with the number and the date of the paper."""
    document = access.get_document(request.user, case_id, document_id)
    standing = standing_of(request.user, document.case)
    form = OriginalForm(request.POST or None, request.FILES or None)
    words = Words(_("Attach the original"), _("Attach"), _("The original is attached."))
    has_one = live_original(document) is not None
    return act_page(
        request,
        form=form,
        act=attach_original,
        arguments=lambda: {"document_id": document.pk, **form.cleaned_data},
        ruling=rules.may_attach(standing, document, has_one=has_one),
        template="units/original_act.html",
        context=_context(document, standing, words),
        done=words.done,
        back=reverse("document", args=[case_id, document_id]),
    )


@require_http_methods(["GET", "POST"])
def original_withdraw(request: SignedInRequest, case_id: int, document_id: int, original_id: int) -> HttpResponse:
    """Take a wrong scan back."""
    original = access.get_original(request.user, case_id, document_id, original_id)
    document = original.document
    standing = standing_of(request.user, document.case)
    form = WithdrawForm(request.POST or None)
    words = Words(_("Withdraw the original"), _("Withdraw"), _("The original is withdrawn."))
    return act_page(
        request,
        form=form,
        act=withdraw_original,
        arguments=lambda: {"original_id": original.pk, **form.cleaned_data},
        ruling=rules.may_withdraw(standing, original),
        template="units/original_act.html",
        context=_context(document, standing, words) | {"original": original},
        done=words.done,
        back=reverse("document", args=[case_id, document_id]),
    )


def original_facts(document: Document, standing: CaseStanding) -> dict[str, Any]:
    """The original that stands, those withdrawn for whoever attaches them, and what this person may do."""
    found = list(originals_of(document))
    live = next((each for each in found if each.withdrawn_at is None), None)
    issues = bool(rules.may_attach(standing, document))
    return {
        "live": live,
        "file": file_facts(live.file) if live else None,
        "withdrawn": [each for each in found if each.withdrawn_at] if issues else [],
        "may_attach": rules.may_attach(standing, document, has_one=live is not None),
        "may_withdraw": bool(live and rules.may_withdraw(standing, live)),
    }


def _context(document: Document, standing: CaseStanding, words: Words) -> dict[str, Any]:
    return {"case": document.case, "standing": standing, "tab": "documents", "paper": document, "words": words}
