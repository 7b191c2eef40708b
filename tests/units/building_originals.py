"""Originals of documents, attached through the service."""

from datetime import date

from teams.models import User
from tests import samples
from units.models import Document, DocumentOriginal
from units.services.originals import attach_original

NUMBER, DATED_ON = "江先教发〔2005〕18号", date(2005, 3, 1)


def attached(document: Document, acting_user: User, **given) -> DocumentOriginal:
    """The stamped paper, scanned."""
    given = {"upload": samples.uploaded("原件.pdf"), "paper_number": NUMBER, "dated_on": DATED_ON} | given
    return attach_original(document_id=document.pk, acting_user=acting_user, **given)
