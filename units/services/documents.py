"""Documents: ordered with a frozen snapshot by an act, published once by a worker."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from teams import audit, canonical, clock
from teams.enums import JobState
from teams.models import Job
from teams.services import files, jobs
from units.enums import Act, DocumentKind, DocumentState
from units.models import Case, Document, DocumentPage

JOB_KIND = "document"


@dataclass(frozen=True)
class Rendered:
    """What a renderer hands over: the PDF, one PNG per page, and the versions that made them."""

    pdf: bytes
    pages: list[bytes]
    engine: dict[str, str]


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
    jobs.queue(kind=JOB_KIND, key=f"document:{document.pk}", document=document.pk)
    return document


def void_document(document: Document) -> None:
    """The act that wanted it was taken back while it was being prepared: what a worker makes is not published."""
    voided = Document.objects.filter(pk=document.pk, state=DocumentState.PREPARING).update(state=DocumentState.VOID)
    if voided:
        Job.objects.filter(key=f"document:{document.pk}", state=JobState.QUEUED).update(state=JobState.VOID)


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


def fail(document_id: int) -> None:
    """The last try failed: the document says so, and someone may try again."""
    document = Document.objects.select_related("case").get(pk=document_id)
    if Document.objects.filter(pk=document_id, state=DocumentState.PREPARING).update(state=DocumentState.FAILED):
        audit.record(None, Act.DOCUMENT_FAILED, document, scope=document.case, title=document.title)
