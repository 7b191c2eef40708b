"""Originals of documents, as pages read them."""

from django.db.models import QuerySet

from units.models import Document, DocumentOriginal


def originals_of(document: Document) -> QuerySet[DocumentOriginal]:
    """Every original that was ever attached, newest first."""
    return DocumentOriginal.objects.filter(document=document).select_related("file__file", "attached_by")


def live_original(document: Document) -> DocumentOriginal | None:
    """The one that stands."""
    return originals_of(document).filter(withdrawn_at=None).first()
