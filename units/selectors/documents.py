"""The documents of a case, as each side may read them."""

from django.db.models import QuerySet

from units.models import Case, Document
from units.rules.documents import kinds_visible_to
from units.standing import CaseStanding


def documents_of(case: Case, standing: CaseStanding) -> QuerySet[Document]:
    """Newest first, with their files and originals."""
    found = Document.objects.filter(case=case, kind__in=kinds_visible_to(standing)).select_related("file")
    return found.prefetch_related("originals__file__file")
