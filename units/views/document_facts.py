"""A document as `components/document_pages.html` shows it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from units.models import Document

# A4 at the renderer's 110 dots per inch: the browser keeps the place of pages that are still loading.
PAGE_WIDTH, PAGE_HEIGHT = 909, 1286


def document_facts(document: Document, *, retry_url: str = "") -> dict[str, Any]:
    """Title, state, pages and addresses; `retry_url` where the person may have a failed one tried again."""
    place = [document.case_id, document.pk]
    return {
        "title": document.title,
        "state": document.state.lower(),
        "sha256": document.sha256,
        "pages": [
            {
                "number": page.number,
                "url": reverse("document_page", args=[*place, page.number]),
                "width": PAGE_WIDTH,
                "height": PAGE_HEIGHT,
            }
            for page in document.pages.all()
        ],
        "download_url": reverse("document_file", args=place) if document.sha256 else "",
        "retry_url": retry_url,
    }
