"""The documents of a case: the list, one with its pages, its pictures and its file, and another try."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from teams.views.downloads import send
from teams.views.one_button import comes_back_to
from teams.views.signed_in import SignedInRequest
from units import access
from units.enums import DocumentState
from units.models import Document
from units.rules.documents import may_try_again
from units.selectors import standing_of
from units.selectors.changes import changed_since
from units.selectors.documents import documents_of
from units.services.documents import try_again
from units.views.document_facts import document_facts
from units.views.originals import original_facts

PAGE_SIZE = 20
TONES = {
    DocumentState.PREPARING: "wait",
    DocumentState.READY: "pass",
    DocumentState.SUPERSEDED: "rest",
    DocumentState.FAILED: "block",
    DocumentState.VOID: "rest",
}


@require_GET
def documents(request: SignedInRequest, case_id: int) -> HttpResponse:
    """What was printed about the case, as far as this role reads it."""
    case = access.get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    page_obj = Paginator(documents_of(case, standing), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "case": case,
        "standing": standing,
        "tab": "documents",
        "page_obj": page_obj,
        "rows": [_row(document) for document in page_obj],
    }
    return render(request, "units/document_list.html", context)


@require_GET
def document(request: SignedInRequest, case_id: int, document_id: int) -> HttpResponse:
    """One document as it was decided on: its pages, its file, its hash."""
    found = access.get_document(request.user, case_id, document_id)
    standing = standing_of(request.user, found.case)
    retry_url = reverse("document_try_again", args=[case_id, document_id]) if may_try_again(standing) else ""
    context = {
        "case": found.case,
        "standing": standing,
        "tab": "documents",
        "paper": found,
        "tone": TONES[DocumentState(found.state)],
        "original": original_facts(found, standing),
        "changes": changed_since(found, standing),
        "document": document_facts(found, retry_url=retry_url) | {"note": _note(found, bool(retry_url))},
    }
    return render(request, "units/document.html", context)


@require_GET
def document_page(request: SignedInRequest, case_id: int, document_id: int, number: int) -> FileResponse:
    """The picture of one page."""
    return send(access.get_document_page(request.user, case_id, document_id, number).file, inline=True)


@require_GET
def document_file(request: SignedInRequest, case_id: int, document_id: int) -> FileResponse:
    """The PDF, to be saved."""
    found = access.get_document(request.user, case_id, document_id)
    if found.file is None:
        raise Http404
    return send(found.file)


@require_POST
@comes_back_to("document", "case_id", "document_id")
def document_try_again(request: SignedInRequest, case_id: int, document_id: int) -> HttpResponse:
    """Have a failed document prepared once more."""
    found = access.get_document(request.user, case_id, document_id)
    try_again(document_id=found.pk, acting_user=request.user)
    messages.success(request, _("The document is being prepared again."))
    return redirect("document", case_id, document_id)


def _row(document: Document) -> dict[str, Any]:
    state = DocumentState(document.state)
    return {
        "document": document,
        "url": reverse("document", args=[document.case_id, document.pk]),
        "tone": TONES[state],
        "state": state.label,
        "original": next((each for each in document.originals.all() if each.withdrawn_at is None), None),
    }


def _note(document: Document, may_retry: bool) -> str:
    if document.state == DocumentState.FAILED and not may_retry:
        return _("The team's leader and the office were told; they can have it tried again.")
    return ""
