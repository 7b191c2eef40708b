"""A worker killed amid its work loses nothing and does nothing twice."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import transaction

from reports.tasks import reconcile_jobs
from teams.enums import JobState
from teams.models import AuditEntry, Job, StoredFile
from teams.services.sweeping import sweep_files
from tests.reports.building_documents import ordered_review
from tests.workers.running import kill, wait_for, worker
from units.enums import Act, DocumentState
from units.models import Document

DOCUMENTS = 20
INTERRUPTED = 5


@pytest.fixture
def short_leases(settings):
    settings.JOB_LEASE_SECONDS = 3


def tries_under_way():
    """Which job is at which try, now or when its worker died."""
    return set(Job.objects.filter(state=JobState.RUNNING).values_list("pk", "tries"))


def cut_off_amid(process, known):
    """Wait until the worker is at a try that is not among the known, kill it there, and name that try."""
    assert wait_for(lambda: tries_under_way() - known), "the worker never began"
    kill(process)
    return tries_under_way() - known


def settled():
    """Ring again for what a dead worker left, and say whether all is done."""
    reconcile_jobs()
    return not Job.objects.exclude(state=JobState.DONE).exists()


def begins_as_pdf(stored):
    with stored.open() as file:
        return file.read(5) == b"%PDF-"


def on_disk():
    return {path.name for path in Path(default_storage.location).glob("*/*/*") if path.is_file()}


def test_twenty_documents_once_each_through_five_kills(committed, case, media, short_leases):
    with transaction.atomic():
        documents = [ordered_review(case) for _ in range(DOCUMENTS)]
    interrupted = set()
    for _ in range(4 * INTERRUPTED):
        with worker() as process:
            interrupted |= cut_off_amid(process, interrupted)
        if len(interrupted) >= INTERRUPTED:
            break
    assert len(interrupted) >= INTERRUPTED

    with worker():
        assert wait_for(settled, seconds=240, every=4), Job.objects.values_list("state", "tries", "error")

    assert Document.objects.filter(state=DocumentState.READY).count() == DOCUMENTS
    assert sum(Job.objects.values_list("tries", flat=True)) >= DOCUMENTS + INTERRUPTED
    assert AuditEntry.objects.filter(act=Act.DOCUMENT_READY).count() == DOCUMENTS
    files = StoredFile.objects.filter(document__in=documents)
    assert files.count() == DOCUMENTS
    assert all(begins_as_pdf(file) for file in files)
    sweep_files(older_than=timedelta(0))
    assert on_disk() == {file.uuid.hex for file in StoredFile.objects.all()}


def test_bytes_without_a_row_are_swept_when_they_are_old(db, media):
    orphan = default_storage.path("ab/cd/" + "ab" * 16)
    Path(orphan).parent.mkdir(parents=True)
    Path(orphan).write_bytes(b"half a document")
    assert sweep_files() == 0, "what is young may be under way"
    assert sweep_files(older_than=timedelta(0)) == 1
    assert not Path(orphan).exists()
