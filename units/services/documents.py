"""Documents: ordered with a frozen snapshot by an act, published once by a worker."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from teams import audit, canonical, clock
from teams.enums import JobState
from teams.exceptions import Conflict
from teams.models import Job, User
from teams.rulings import require
from teams.services import files, jobs
from teams.services.notices import tell
from units.enums import Act, DocumentKind, DocumentState, NoticeKind
from units.models import Case, Document, DocumentPage
from units.rules.documents import may_try_again
from units.selectors.standing import people_of_office, people_of_team, standing_of

JOB_KIND = "document"


@dataclass(frozen=True)
class Rendered:
    """What a renderer hands over: the PDF, one PNG per page, and the versions that made them."""

    pdf: bytes
    pages: list[bytes]
    engine: dict[str, Any]


def order_document(
    *,
    case: Case,
    kind: DocumentKind,
    title: str,
    snapshot: dict[str, Any],
    number: str = "",
    edition: int = 1,
) -> Document:
    """Freeze the snapshot and queue its rendering, in the act's own transaction."""
    text = canonical.dumps(snapshot)
    document = Document.objects.create(
        case=case,
        kind=kind,
        title=title,
        number=number,
        edition=edition,
        snapshot=text,
        snapshot_sha256=canonical.sha256(text),
        created_at=clock.now(),
    )
    jobs.queue(kind=JOB_KIND, key=job_key(document), document=document.pk)
    return document


def job_key(document: Document) -> str:
    """The key of the one job that prepares this document."""
    return f"document:{document.pk}"


def void_document(document: Document) -> None:
    """The act that wanted it was taken back before it was ready: what a worker makes of it is not published."""
    unready = [DocumentState.PREPARING, DocumentState.FAILED]
    if Document.objects.filter(pk=document.pk, state__in=unready).update(state=DocumentState.VOID):
        Job.objects.filter(key=job_key(document), state=JobState.QUEUED).update(state=JobState.VOID)


def supersede_document(document: Document) -> None:
    """The act that it rests on was taken back: a ready one stays readable and says so, another is void."""
    ready = Document.objects.filter(pk=document.pk, state=DocumentState.READY)
    if not ready.update(state=DocumentState.SUPERSEDED, superseded_at=clock.now()):
        void_document(document)


def publish(job: Job, document: Document, rendered: Rendered) -> bool:
    """Lay down the PDF and its pages and mark the document ready, all in one step and only under our token.

    False when another try has taken over or the document was voided: then no file is left.
    """
    try:
        _publish(job, document, rendered)
    except _SupersededError:
        return False
    return True


def _publish(job: Job, document: Document, rendered: Rendered) -> None:
    with ExitStack() as stack:
        pdf = stack.enter_context(
            files.made(
                rendered.pdf,
                name=f"{document.title}.pdf"[:200],
                extension="pdf",
                content_type="application/pdf",
            )
        )
        pictures = [
            stack.enter_context(files.made(page, name=f"{number}.png", extension="png", content_type="image/png"))
            for number, page in enumerate(rendered.pages, start=1)
        ]
        with transaction.atomic():
            if not jobs.finish(job):
                raise _SupersededError
            pdf.save(force_insert=True)
            published = Document.objects.filter(pk=document.pk, state=DocumentState.PREPARING).update(
                state=DocumentState.READY,
                file=pdf,
                sha256=pdf.sha256,
                ready_at=clock.now(),
                engine=canonical.dumps(rendered.engine),
            )
            if not published:
                raise _SupersededError
            for number, picture in enumerate(pictures, start=1):
                picture.save(force_insert=True)
                DocumentPage.objects.create(document=document, number=number, file=picture)
            audit.record(
                None,
                Act.DOCUMENT_READY,
                document,
                scope=document.case,
                title=document.title,
                pages=len(pictures),
            )


class _SupersededError(Exception):
    """Our try was overtaken; leaves the transaction and takes the files away."""


@transaction.atomic
def fail(document_id: int) -> None:
    """The last try failed: the document says so, team and office are told, and someone may try again."""
    document = Document.objects.select_related("case__batch").get(pk=document_id)
    if not Document.objects.filter(pk=document_id, state=DocumentState.PREPARING).update(state=DocumentState.FAILED):
        return
    case = document.case
    entry = audit.record(None, Act.DOCUMENT_FAILED, document, scope=case, title=document.title)
    tell(
        [*people_of_team(case), *people_of_office(case)],
        NoticeKind.DOCUMENT_FAILED,
        key=f"document-failed:{entry.pk}",
        scope=case,
        document=document.pk,
        title=document.title,
        unit=case.unit,
    )


@transaction.atomic
def try_again(*, document_id: int, acting_user: User) -> Document:
    """Have a failed document prepared anew from the same snapshot.

    Raises Denied unless the person leads the team or sits in the office, Conflict when it is not failed (any more).
    """
    document = Document.objects.select_related("case__batch").select_for_update(of=("self",)).get(pk=document_id)
    standing = standing_of(acting_user, document.case)
    require(may_try_again(standing))
    if not Document.objects.filter(pk=document_id, state=DocumentState.FAILED).update(state=DocumentState.PREPARING):
        raise Conflict(_("This is being prepared already."))
    jobs.try_again(job_id=Job.objects.get(key=job_key(document)).pk, acting_user=acting_user)
    audit.record(
        acting_user,
        Act.DOCUMENT_RETRIED,
        document,
        scope=document.case,
        acting_as=standing.title,
        title=document.title,
    )
    document.refresh_from_db()
    return document
