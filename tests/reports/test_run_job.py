"""A worker prepares a document: once, from its snapshot, or visibly not at all."""

import hashlib
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings

from reports.handlers import make_document
from reports.tasks import reconcile_jobs, run_job
from teams import clock
from teams.enums import JobState
from teams.models import AuditEntry, Notification, StoredFile
from teams.services import jobs
from tests.reports.building_documents import (
    failed,
    job_of,
    made,
    ordered_reply,
    ordered_review,
    unprintable,
)
from units.enums import Act, DocumentState
from units.services import documents
from units.services.documents import Rendered, publish, void_document

NOON = datetime(2005, 3, 18, 4, tzinfo=UTC)


@pytest.fixture
def rendered(reply):
    return Rendered(pdf=reply.pdf, pages=reply.pages, engine=reply.engine)


def content(stored):
    with stored.open() as file:
        return file.read()


def files_in(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_it_makes_the_document_its_pages_and_its_hash(case, media):
    document = made(ordered_review(case))
    assert document.state == DocumentState.READY
    pdf = content(document.file)
    assert pdf.startswith(b"%PDF")
    assert document.sha256 == document.file.sha256 == hashlib.sha256(pdf).hexdigest()
    assert [page.number for page in document.pages.all()] == list(range(1, document.pages.count() + 1))
    assert all(content(page.file).startswith(b"\x89PNG") for page in document.pages.all())
    assert len(files_in(media)) == 1 + document.pages.count()
    assert json.loads(document.engine)["weasyprint"]
    assert job_of(document).state == JobState.DONE


def test_it_leaves_one_entry_which_the_unit_does_not_read(case, media):
    document = made(ordered_reply(case))
    entry = AuditEntry.objects.about(case).get(act=Act.DOCUMENT_READY)
    assert (entry.actor, entry.target_id) == (None, document.pk)


def test_a_second_bell_changes_nothing(case, media):
    document = made(ordered_reply(case))
    stored = files_in(media)
    assert made(document).sha256 == document.sha256
    assert files_in(media) == stored
    assert AuditEntry.objects.filter(act=Act.DOCUMENT_READY).count() == 1


def test_a_document_voided_while_it_waited_is_not_made(case, media):
    document = ordered_reply(case)
    void_document(document)
    assert made(document).state == DocumentState.VOID
    assert files_in(media) == []
    assert StoredFile.objects.count() == 0
    assert job_of(document).state == JobState.VOID


def test_a_document_voided_while_it_was_made_leaves_nothing(case, media, rendered):
    document = ordered_reply(case)
    job = jobs.claim(job_of(document).pk)
    void_document(document)
    assert not publish(job, document, rendered)
    assert files_in(media) == []
    assert StoredFile.objects.count() == 0
    document.refresh_from_db()
    assert document.state == DocumentState.VOID


def test_a_job_claimed_before_the_document_was_voided_is_closed(case, media):
    document = ordered_reply(case)
    job = jobs.claim(job_of(document).pk)
    void_document(document)
    make_document(job)
    assert job_of(document).state == JobState.VOID


def test_a_worker_whose_lease_was_lost_publishes_nothing(case, media, rendered):
    document = ordered_reply(case)
    with clock.set_to(NOON):
        slow = jobs.claim(job_of(document).pk)
        assert jobs.claim(slow.pk) is None
    with clock.set_to(NOON + timedelta(seconds=settings.JOB_LEASE_SECONDS + 1)):
        quick = jobs.claim(slow.pk)
        assert not publish(slow, document, rendered)
        assert files_in(media) == []
        assert publish(quick, document, rendered)
        assert not publish(slow, document, rendered)
    document.refresh_from_db()
    assert document.state == DocumentState.READY
    assert len(files_in(media)) == 1 + len(rendered.pages)


def test_an_error_gives_the_job_back(case, media):
    document = made(unprintable(case))
    job = job_of(document)
    assert (job.state, job.tries) == (JobState.QUEUED, 1)
    assert "NO_LAYOUT" in job.error
    assert document.state == DocumentState.PREPARING
    assert files_in(media) == []


def test_after_the_last_try_the_document_says_so_and_people_are_told(case, media, leader, clerk, secretary):
    document = failed(unprintable(case), settings.JOB_MAX_TRIES)
    assert document.state == DocumentState.FAILED
    assert job_of(document).state == JobState.FAILED
    told = set(Notification.objects.values_list("recipient__username", flat=True))
    assert {leader.username, clerk.username} <= told
    assert secretary.username not in told


def test_an_error_of_a_worker_that_lost_its_lease_is_no_longer_the_jobs(case, media, rendered):
    document = ordered_reply(case)
    with clock.set_to(NOON):
        slow = jobs.claim(job_of(document).pk)
    with clock.set_to(NOON + timedelta(seconds=settings.JOB_LEASE_SECONDS + 1)):
        quick = jobs.claim(slow.pk)
        assert jobs.give_back(slow, "too late") is None
        assert publish(quick, document, rendered)


def test_it_fails_a_document_whose_worker_died_on_every_try(case, media):
    document = ordered_reply(case)
    with clock.set_to(NOON):
        for turn in range(settings.JOB_MAX_TRIES):
            with clock.set_to(NOON + timedelta(hours=turn)):
                assert jobs.claim(job_of(document).pk)
    with clock.set_to(NOON + timedelta(days=1)):
        reconcile_jobs()
    document.refresh_from_db()
    assert document.state == DocumentState.FAILED
    assert job_of(document).state == JobState.FAILED


def test_the_reconciler_rings_for_what_waits(case, media, monkeypatch):
    rung = []
    monkeypatch.setattr("teams.doorbell.ring", rung.append)
    waiting, finished = ordered_reply(case), made(ordered_reply(case))
    with clock.set_to(NOON):
        at_work = jobs.claim(job_of(ordered_reply(case)).pk)
        reconcile_jobs()
        assert rung == [job_of(waiting).pk]
    with clock.set_to(NOON + timedelta(hours=1)):
        reconcile_jobs()
    assert rung[1:] == [job_of(waiting).pk, at_work.pk]
    assert job_of(finished).pk not in rung


def test_a_bell_for_no_job_is_answered_quietly(db):
    run_job(0)


def test_every_kind_of_job_has_a_handler(case, media):
    assert job_of(ordered_reply(case)).kind == documents.JOB_KIND
