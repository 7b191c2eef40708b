"""The documents of a case: who reads which, with its pages and its file, and the way to another try."""

import hashlib

import pytest
from django.conf import settings
from django.urls import reverse

from tests.pages import words_of
from tests.reports.building_documents import (
    REPLY_TITLE,
    REVIEW_TITLE,
    failed,
    made,
    ordered_reply,
    ordered_review,
    unprintable,
)
from units.enums import DocumentKind, DocumentState
from units.models import Document
from units.services.documents import void_document

PEOPLE_OF_THE_CASE = ["secretary", "liaison", "leader", "deputy", "member", "director", "clerk"]
OUTSIDERS = ["other_secretary", "other_leader", "parent_liaison", "stranger"]


def addresses(document):
    place = [document.case_id, document.pk]
    return [
        reverse("document", args=place),
        reverse("document_file", args=place),
        reverse("document_page", args=[*place, 1]),
    ]


def content_of(response):
    """What was sent; read to its end, the file behind it is closed."""
    return b"".join(response.streaming_content)


def status_of(client, address):
    response = client.get(address)
    if response.streaming:
        content_of(response)
    return response.status_code


@pytest.fixture
def reply(case, media):
    return made(ordered_reply(case, number="江先教发〔2005〕8号"))


@pytest.mark.parametrize("person", PEOPLE_OF_THE_CASE)
def test_everybody_of_the_case_reads_the_reply(client, reply, cast, person):
    client.force_login(cast.everybody[person])
    words = words_of(client.get(reverse("documents", args=[reply.case_id])))
    assert f"{REPLY_TITLE} 江先教发〔2005〕8号" in words
    for address in addresses(reply):
        assert status_of(client, address) == 200


@pytest.mark.parametrize("person", PEOPLE_OF_THE_CASE)
def test_the_review_is_the_teams_and_the_offices(client, case, media, cast, person):
    review = made(ordered_review(case))
    client.force_login(cast.everybody[person])
    reads = person not in ("secretary", "liaison")
    words = words_of(client.get(reverse("documents", args=[case.pk])))
    assert (REVIEW_TITLE in words) is reads
    for address in addresses(review):
        assert status_of(client, address) == (200 if reads else 404)


@pytest.mark.parametrize("person", OUTSIDERS)
def test_outsiders_find_nothing(client, reply, cast, person):
    client.force_login(cast.everybody[person])
    for address in [reverse("documents", args=[reply.case_id]), *addresses(reply)]:
        assert status_of(client, address) == 404


def test_a_document_is_found_in_its_own_case_only(client, reply, cast):
    client.force_login(cast.director)
    assert client.get(reverse("document", args=[cast.other_case.pk, reply.pk])).status_code == 404


@pytest.mark.parametrize(("person", "hint"), [("liaison", "领导小组的批复在这里"), ("leader", "审查报告在这里")])
def test_an_empty_list_says_what_will_come(client, case, cast, person, hint):
    client.force_login(cast.everybody[person])
    assert hint in words_of(client.get(reverse("documents", args=[case.pk])))


def test_the_file_is_saved_as_it_was_hashed(client, reply, liaison):
    client.force_login(liaison)
    response = client.get(reverse("document_file", args=[reply.case_id, reply.pk]))
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert hashlib.sha256(content_of(response)).hexdigest() == reply.sha256


def test_a_page_is_shown_as_a_picture(client, reply, liaison):
    client.force_login(liaison)
    response = client.get(reverse("document_page", args=[reply.case_id, reply.pk, 1]))
    assert response["Content-Type"] == "image/png"
    assert response["Content-Disposition"].startswith("inline")
    assert content_of(response).startswith(b"\x89PNG")
    assert client.get(reverse("document_page", args=[reply.case_id, reply.pk, 9])).status_code == 404


def test_while_it_is_prepared_the_page_says_so(client, case, liaison):
    document = ordered_reply(case)
    client.force_login(liaison)
    assert "正在生成" in words_of(client.get(reverse("document", args=[case.pk, document.pk])))
    assert client.get(reverse("document_file", args=[case.pk, document.pk])).status_code == 404


def test_one_that_was_set_aside_says_so(client, case, liaison):
    document = ordered_reply(case)
    void_document(document)
    client.force_login(liaison)
    assert "作废" in words_of(client.get(reverse("document", args=[case.pk, document.pk])))


@pytest.fixture
def broken(case, media):
    """A reply whose making failed on every try."""
    document = failed(unprintable(case), settings.JOB_MAX_TRIES)
    Document.objects.filter(pk=document.pk).update(kind=DocumentKind.TRANSITION_REPLY)
    return document


@pytest.mark.parametrize(
    ("person", "status"),
    [("leader", 302), ("deputy", 403), ("clerk", 302), ("director", 302), ("member", 403), ("liaison", 403)]
    + [(outsider, 404) for outsider in OUTSIDERS],
)
def test_leader_and_office_have_a_failed_one_tried_again(client, broken, cast, person, status):
    client.force_login(cast.everybody[person])
    page = client.get(reverse("document", args=[broken.case_id, broken.pk]))
    assert ("try-again" in page.content.decode()) is (status == 302)
    response = client.post(reverse("document_try_again", args=[broken.case_id, broken.pk]))
    assert response.status_code == status
    broken.refresh_from_db()
    assert broken.state == (DocumentState.PREPARING if status == 302 else DocumentState.FAILED)


def test_nothing_is_tried_again_by_looking(client, broken, leader):
    client.force_login(leader)
    assert client.get(reverse("document_try_again", args=[broken.case_id, broken.pk])).status_code == 405


def test_one_that_is_ready_is_not_tried_again(client, reply, leader):
    client.force_login(leader)
    assert client.post(reverse("document_try_again", args=[reply.case_id, reply.pk])).status_code == 409


def test_its_queries_do_not_grow(client, case, media, director, django_assert_max_num_queries):
    ordered_reply(case)
    client.force_login(director)
    client.get(reverse("documents", args=[case.pk]))
    # Five of the frame and twelve of its own.
    with django_assert_max_num_queries(17) as few:
        client.get(reverse("documents", args=[case.pk]))
    for _ in range(10):
        ordered_reply(case)
    with django_assert_max_num_queries(17) as many:
        client.get(reverse("documents", args=[case.pk]))
    assert len(many) == len(few)
