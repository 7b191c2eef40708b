"""What a worker does with each kind of job: do it, and say so where the last try failed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reports.rendering import pdf
from teams.enums import JobState
from teams.models import Job
from teams.services import jobs
from units.enums import DocumentState
from units.models import Document
from units.services import documents


@dataclass(frozen=True)
class Handler:
    """`run` does a claimed job and closes it; `failed` is called once, after the last try."""

    run: Callable[[Job], None]
    failed: Callable[[Job], None]


def make_document(job: Job) -> None:
    """Print the document from its snapshot and publish it; a document that was voided leaves nothing."""
    document = _document_of(job)
    if document.state != DocumentState.PREPARING:
        jobs.finish(job, JobState.VOID)
        return
    made = pdf.render(document.kind, json.loads(document.snapshot))
    rendered = documents.Rendered(pdf=made.pdf, pages=made.pages, engine=made.engine)
    if not documents.publish(job, document, rendered):
        # Voided while we worked, or another try has taken over: then the job is no longer ours to close.
        jobs.finish(job, JobState.VOID)


def document_failed(job: Job) -> None:
    documents.fail(_document_of(job).pk)


def _document_of(job: Job) -> Document:
    return Document.objects.select_related("case").get(pk=jobs.payload_of(job)["document"])


HANDLERS: Mapping[str, Handler] = {
    documents.JOB_KIND: Handler(run=make_document, failed=document_failed),
}
