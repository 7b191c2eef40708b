"""A document that could not be prepared is tried again by the team's leader or the office."""

import pytest
from django.conf import settings

from teams.enums import JobState
from teams.exceptions import Conflict, Denied
from teams.models import AuditEntry
from tests.reports.building_documents import failed, job_of, made, unprintable
from units.enums import Act, DocumentKind, DocumentState
from units.models import Document
from units.services.documents import try_again, void_document


@pytest.fixture
def document(case, media):
    return failed(unprintable(case), settings.JOB_MAX_TRIES)


def test_it_waits_anew_with_fresh_tries(document, leader):
    tried = try_again(document_id=document.pk, acting_user=leader)
    assert tried.state == DocumentState.PREPARING
    assert (job_of(document).state, job_of(document).tries) == (JobState.QUEUED, 0)


def test_it_is_made_once_the_trouble_is_mended(document, leader):
    try_again(document_id=document.pk, acting_user=leader)
    Document.objects.filter(pk=document.pk).update(kind=DocumentKind.TRANSITION_REPLY)
    assert made(document).state == DocumentState.READY


def test_it_leaves_an_entry_with_the_name_and_the_role(document, leader):
    try_again(document_id=document.pk, acting_user=leader)
    entry = AuditEntry.objects.about(document.case).get(act=Act.DOCUMENT_RETRIED)
    assert (entry.actor, entry.acting_as) == (leader, "LEADER")


@pytest.mark.usefixtures("deputy_leads")
@pytest.mark.parametrize("person", ["leader", "deputy", "clerk", "director"])
def test_leader_and_office_may(document, cast, person):
    assert try_again(document_id=document.pk, acting_user=cast.everybody[person])


@pytest.mark.parametrize("person", ["member", "secretary", "liaison", "other_leader", "stranger"])
def test_nobody_else_may(document, cast, person):
    with pytest.raises(Denied):
        try_again(document_id=document.pk, acting_user=cast.everybody[person])
    document.refresh_from_db()
    assert document.state == DocumentState.FAILED


def test_twice_is_once(document, leader):
    try_again(document_id=document.pk, acting_user=leader)
    with pytest.raises(Conflict):
        try_again(document_id=document.pk, acting_user=leader)
    assert AuditEntry.objects.filter(act=Act.DOCUMENT_RETRIED).count() == 1


def test_a_document_that_was_set_aside_is_not_tried_again(document, leader):
    void_document(document)
    with pytest.raises(Conflict):
        try_again(document_id=document.pk, acting_user=leader)
