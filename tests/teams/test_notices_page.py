"""The page of notices."""

import pytest

from teams.enums import NoticeKind, Role
from teams.selectors.notices import unread_count
from teams.services.notices import tell


@pytest.fixture
def told(cast):
    for number in range(31):
        tell([cast.member], NoticeKind.APPOINTED, key=f"test:{number}", team=cast.team, role=Role.MEMBER.label)
    tell([cast.leader], NoticeKind.APPOINTED, key="test", team=cast.other_team, role=Role.LEADER.label)


def test_it_shows_one_s_own_only(cast, client, told):
    client.force_login(cast.member)
    answer = client.get("/notices/")
    assert f"您被任命为{cast.team.name_zh}组员。" in answer.text
    assert cast.other_team.name_zh not in answer.text


def test_it_comes_in_pages(cast, client, told):
    client.force_login(cast.member)
    assert len(client.get("/notices/").context["notices"]) == 30
    assert len(client.get("/notices/?page=2").context["notices"]) == 1


def test_it_costs_the_same_however_many_there_are(cast, client, told, django_assert_max_num_queries):
    client.force_login(cast.member)
    with django_assert_max_num_queries(12):
        client.get("/notices/")


def test_it_marks_as_read_what_was_shown(cast, client, told):
    client.force_login(cast.member)
    newest = client.get("/notices/").context["newest"]
    tell([cast.member], NoticeKind.APPOINTED, key="late", team=cast.team, role=Role.MEMBER.label)
    assert client.post("/notices/read/", {"up_to": newest})["Location"] == "/notices/"
    assert unread_count(cast.member) == 1
    assert unread_count(cast.leader) == 1


@pytest.mark.parametrize("up_to", ["", "all", "9" * 40])
def test_it_survives_what_no_page_sends(cast, client, told, up_to):
    client.force_login(cast.member)
    assert client.post("/notices/read/", {"up_to": up_to}).status_code in (302, 400)


def test_reading_changes_nothing(cast, client, told):
    client.force_login(cast.member)
    client.get("/notices/")
    assert unread_count(cast.member) == 31
    assert client.get("/notices/read/").status_code == 405
