"""The scan of the stamped paper (原件): attached to its document, and withdrawn when it is the wrong one."""

from __future__ import annotations

from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from teams import audit, clock
from teams.exceptions import Conflict, Invalid
from teams.inspection import RESOLUTION_FILES
from teams.models import StoredFile, User
from teams.rulings import require
from teams.services.files import received
from teams.services.notices import tell
from teams.services.texts import required
from units.enums import Act, DocumentKind, FileSide, NoticeKind
from units.models import CaseFile, Document, DocumentOriginal
from units.rules import originals as rules
from units.rules.documents import UNIT_READS
from units.selectors import standing_of
from units.selectors.originals import live_original
from units.selectors.standing import people_of_office, people_of_team, people_of_unit
from units.services.files import attach
from units.services.locks import locked_case
from units.standing import CaseStanding


def attach_original(
    *, document_id: int, upload: UploadedFile[bytes], paper_number: str, dated_on: date, acting_user: User
) -> DocumentOriginal:
    """Lay in the scan with the number and the date that the paper bears; who reads the document reads it.

    Raises `Invalid` at `upload`, `paper_number` or `dated_on`, `Conflict` while the document has an original.
    """
    # Asked before the bytes are looked at, and again under the lock.
    document = Document.objects.select_related("case__batch").get(pk=document_id)
    require(rules.may_attach(standing_of(acting_user, document.case), document))
    texts = required({"paper_number": paper_number}, _("Copy the number from the paper."))
    wrong = rules.wrong_date(dated_on, today=clock.today())
    if wrong:
        raise Invalid({"dated_on": [wrong]})
    with (
        received(upload, accept=RESOLUTION_FILES, acting_user=acting_user, field="upload") as stored,
        transaction.atomic(),
    ):
        return _attached(document_id, stored, texts["paper_number"], dated_on, acting_user)


def _attached(
    document_id: int, stored: StoredFile, paper_number: str, dated_on: date, acting_user: User
) -> DocumentOriginal:
    document = _locked(document_id)
    standing = standing_of(acting_user, document.case)
    require(rules.may_attach(standing, document, has_one=live_original(document) is not None))
    file = attach(
        case=document.case,
        stored=stored,
        title=stored.name,
        side=FileSide.TEAM,
        acting_user=acting_user,
        field="upload",
    )
    if document.kind in UNIT_READS:
        _release(file, to_unit=True)
    original = DocumentOriginal.objects.create(
        document=document,
        file=file,
        paper_number=paper_number,
        dated_on=dated_on,
        attached_by=acting_user,
        attached_at=clock.now(),
    )
    _report(original, Act.ORIGINAL_ATTACHED, NoticeKind.ORIGINAL_ATTACHED, standing)
    return original


@transaction.atomic
def withdraw_original(*, original_id: int, reason: str, acting_user: User) -> DocumentOriginal:
    """Take back a wrong scan, with a reason; the unit no longer opens it."""
    document = _locked(DocumentOriginal.objects.values_list("document_id", flat=True).get(pk=original_id))
    original = DocumentOriginal.objects.select_related("file").get(pk=original_id)
    original.document = document
    standing = standing_of(acting_user, document.case)
    require(rules.may_withdraw(standing, original))
    texts = required({"reason": reason}, _("Give the reason."))
    stamps = {"withdrawn_at": clock.now(), "withdrawn_reason": texts["reason"]}
    if not DocumentOriginal.objects.filter(pk=original_id, withdrawn_at=None).update(**stamps):
        raise Conflict(_("This original has been withdrawn already."))
    _release(original.file, to_unit=False)
    _report(original, Act.ORIGINAL_WITHDRAWN, NoticeKind.ORIGINAL_WITHDRAWN, standing, **texts)
    original.withdrawn_at, original.withdrawn_reason = clock.now(), texts["reason"]
    return original


def _locked(document_id: int) -> Document:
    """The document with its case; the case is locked first, as by every act on it."""
    case = locked_case(Document.objects.values_list("case_id", flat=True).get(pk=document_id))
    document = Document.objects.get(pk=document_id)
    document.case = case
    return document


def _release(file: CaseFile, *, to_unit: bool) -> None:
    file.released_at = clock.now() if to_unit else None
    file.save(update_fields=["released_at"])


def _report(original: DocumentOriginal, act: Act, notice: NoticeKind, standing: CaseStanding, **details: str) -> None:
    document, case = original.document, original.document.case
    words = {"title": document.title, "number": original.paper_number, **details}
    audit.record(standing.user, act, original, scope=case, acting_as=standing.title, **words)
    key = f"{notice}:{original.pk}"
    tell(_readers(document), notice, key=key, scope=case, unit=case.unit, document=document.pk, **words)


def _readers(document: Document) -> list[User]:
    """The other side of the paper: unit and team of a reply, the office of a review."""
    case = document.case
    if document.kind == DocumentKind.TRANSITION_REPLY:
        return [*people_of_unit(case), *people_of_team(case)]
    return people_of_office(case)
