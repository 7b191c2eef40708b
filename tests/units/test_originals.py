"""The scan of the stamped paper: attached by whoever stamps it, read by whoever reads the document."""

from datetime import timedelta

import pytest
from django.urls import reverse

from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification, StoredFile
from tests import samples
from tests.pages import words_of
from tests.reports.building_documents import made, ordered_reply, ordered_review
from tests.teams.ledger import sentences
from tests.units.building_originals import DATED_ON, NUMBER, attached
from units.enums import Act, NoticeKind
from units.services.originals import withdraw_original

pytestmark = pytest.mark.usefixtures("media")


@pytest.fixture
def reply(case):
    return made(ordered_reply(case))


@pytest.fixture
def review(case):
    return made(ordered_review(case))


def withdrawn(original, user, reason="扫错了页。"):
    return withdraw_original(original_id=original.pk, reason=reason, acting_user=user)


@pytest.mark.parametrize("who", ["clerk", "director"])
def test_the_office_attaches_the_original_of_its_reply(cast, reply, who):
    original = attached(reply, getattr(cast, who))
    assert (original.paper_number, original.dated_on, original.attached_by) == (NUMBER, DATED_ON, getattr(cast, who))
    assert NUMBER in sentences(Act.ORIGINAL_ATTACHED)[0]
    told = {notice.recipient for notice in Notification.objects.filter(kind=NoticeKind.ORIGINAL_ATTACHED)}
    assert {cast.secretary, cast.liaison, cast.leader} <= told


@pytest.mark.parametrize("who", ["leader", "member"])
def test_the_team_attaches_the_original_of_its_review(cast, review, who):
    attached(review, getattr(cast, who))
    told = {notice.recipient for notice in Notification.objects.filter(kind=NoticeKind.ORIGINAL_ATTACHED)}
    assert told == {cast.director, cast.clerk}


@pytest.mark.parametrize(
    ("kind", "who"),
    [("reply", "leader"), ("reply", "secretary"), ("reply", "stranger"), ("review", "clerk"), ("review", "liaison")],
)
def test_nobody_else_does(request, cast, kind, who):
    with pytest.raises(Denied):
        attached(request.getfixturevalue(kind), getattr(cast, who))
    assert not sentences(Act.ORIGINAL_ATTACHED)


def test_a_document_that_is_not_printed_yet_has_none(cast, case):
    with pytest.raises(Conflict):
        attached(ordered_reply(case), cast.clerk)


def test_there_is_one_at_a_time(cast, reply):
    original = attached(reply, cast.clerk)
    before = StoredFile.objects.count()
    with pytest.raises(Conflict):
        attached(reply, cast.director)
    assert StoredFile.objects.count() == before
    withdrawn(original, cast.clerk)
    attached(reply, cast.director)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"paper_number": " "}, "paper_number"),
        ({"upload": samples.uploaded("原件.docx")}, "upload"),
        ({"dated_on": DATED_ON + timedelta(days=100_000)}, "dated_on"),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_leaves_nothing(cast, reply, wrong, field):
    before = StoredFile.objects.count()
    with pytest.raises(Invalid) as refused:
        attached(reply, cast.clerk, **wrong)
    assert set(refused.value.errors) == {field}
    assert StoredFile.objects.count() == before


def test_a_wrong_one_is_withdrawn_once_and_with_a_reason(cast, reply):
    original = attached(reply, cast.clerk)
    with pytest.raises(Denied):
        withdrawn(original, cast.leader)
    with pytest.raises(Invalid):
        withdrawn(original, cast.clerk, reason=" ")
    assert withdrawn(original, cast.clerk).withdrawn_reason == "扫错了页。"
    with pytest.raises(Conflict):
        withdrawn(original, cast.clerk)
    assert len(sentences(Act.ORIGINAL_WITHDRAWN)) == 1


def opened(client, case, original):
    response = client.get(reverse("case_file", args=[case.pk, original.file.file.uuid]))
    if response.streaming:
        b"".join(response.streaming_content)
    return response.status_code


@pytest.mark.requirement(4)
def test_who_reads_the_document_reads_its_original(client, cast, case, reply, review):
    of_reply, of_review = attached(reply, cast.clerk), attached(review, cast.leader)
    for person in ("secretary", "member", "director"):
        client.force_login(cast.everybody[person])
        assert NUMBER in words_of(client.get(reverse("document", args=[case.pk, reply.pk])))
        assert opened(client, case, of_reply) == 200
        assert opened(client, case, of_review) == (404 if person == "secretary" else 200)
        listed = client.get(reverse("documents", args=[case.pk])).content.decode()
        assert str(of_reply.file.file.uuid) in listed
        assert (str(of_review.file.file.uuid) in listed) is (person != "secretary")


def test_of_one_that_is_withdrawn_the_unit_reads_no_more(client, cast, case, reply):
    original = withdrawn(attached(reply, cast.clerk), cast.clerk)
    client.force_login(cast.secretary)
    assert "扫错了页。" not in words_of(client.get(reverse("document", args=[case.pk, reply.pk])))
    assert opened(client, case, original) == 404
    client.force_login(cast.clerk)
    assert "扫错了页。" in words_of(client.get(reverse("document", args=[case.pk, reply.pk])))


def test_the_pages_attach_and_withdraw(client, cast, case, reply):
    client.force_login(cast.clerk)
    document = reverse("document", args=[case.pk, reply.pk])
    attach = reverse("original_attach", args=[case.pk, reply.pk])
    assert attach in client.get(document).content.decode()
    filled = {"paper_number": NUMBER, "dated_on": clock.today()}
    refused = client.post(attach, filled)
    assert (refused.status_code, set(refused.context["form"].errors)) == (400, {"upload"})
    assert NUMBER in refused.content.decode()
    assert client.post(attach, filled | {"upload": samples.uploaded("原件.png")}).url == document
    original = reply.originals.get()
    withdraw = reverse("original_withdraw", args=[case.pk, reply.pk, original.pk])
    assert withdraw in client.get(document).content.decode()
    assert client.post(withdraw, {"reason": "扫错了页。"}).url == document
