"""Documents of a case for tests: ordered from the sample snapshots, and made by the worker's own task."""

from reports.tasks import run_job
from teams.models import Job, StoredFile
from tests.reports import snapshots
from units.enums import DocumentKind, DocumentState
from units.models import Document
from units.services.documents import job_key, order_document

REPLY_TITLE = "关于同意江北市委转入分析评议阶段的批复"
REVIEW_TITLE = "转段审查报告"


def ordered_reply(case, **changes):
    return order_document(
        case=case,
        kind=changes.pop("kind", DocumentKind.TRANSITION_REPLY),
        title=REPLY_TITLE,
        snapshot=snapshots.reply(),
        **changes,
    )


def ordered_review(case):
    return order_document(
        case=case,
        kind=DocumentKind.TRANSITION_REVIEW,
        title=REVIEW_TITLE,
        snapshot=snapshots.review(),
    )


def unprintable(case):
    """A document that fails on every try: nobody knows its layout."""
    return ordered_reply(case, kind="NO_LAYOUT")


def job_of(document):
    return Job.objects.get(key=job_key(document))


def made(document):
    """The document after a worker has heard the bell once."""
    run_job(job_of(document).pk)
    document.refresh_from_db()
    return document


def printed_without_paper(document, sha256="a" * 64):
    """Ready without a worker, with a file that has no bytes: for tests to which the pages do not matter."""
    file = StoredFile.objects.create(
        name="x.pdf", extension="pdf", content_type="application/pdf", size=1, sha256=sha256
    )
    Document.objects.filter(pk=document.pk).update(
        state=DocumentState.READY, file=file, sha256=sha256, ready_at=document.created_at
    )


def failed(document, tries):
    """The document after so many tries in vain."""
    for _ in range(tries):
        made(document)
    return document
