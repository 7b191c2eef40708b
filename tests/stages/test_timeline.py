"""The timeline of a case: its ledger, as far as each side reads it, page by page."""

import re

import pytest
from django.urls import reverse

from stages.enums import Act as StagesAct
from stages.views.timeline import PAGE_SIZE
from teams import audit
from tests.pages import words_of
from tests.reports.building_documents import REPLY_TITLE, made, ordered_reply
from tests.stages.building_plans import entered
from units.enums import Act


def timeline(client, case, user, **given):
    client.force_login(user)
    return words_of(client.get(reverse("timeline", args=[case.pk]), given))


def noted(case, number):
    """An entry that everybody reads, told apart by its number."""
    return audit.record(None, Act.CASE_OPENED, case, scope=case, unit=f"第{number}号")


def test_it_tells_who_did_what(client, case, cast):
    entered(case, cast)
    words = timeline(client, case, cast.liaison)
    assert "组长" in words
    assert "进驻" in words


def test_it_tells_nothing_of_other_cases(client, case, cast):
    noted(cast.other_case, 7)
    assert "第7号" not in timeline(client, case, cast.director)


@pytest.mark.parametrize(("person", "reads"), [("secretary", False), ("member", True), ("clerk", True)])
def test_what_concerns_the_team_is_not_the_units_to_read(client, case, media, cast, person, reads):
    made(ordered_reply(case))
    assert (REPLY_TITLE in timeline(client, case, cast.everybody[person])) is reads


@pytest.mark.parametrize(("person", "reads"), [("secretary", False), ("member", False), ("clerk", True)])
def test_what_concerns_the_office_is_its_own(client, case, cast, person, reads):
    audit.record(cast.clerk, Act.UNIT_CREATED, case.unit, scope=case, unit="暗号", code="U15")
    assert ("暗号" in timeline(client, case, cast.everybody[person])) is reads


@pytest.mark.parametrize(("person", "reads"), [("secretary", True), ("member", False), ("clerk", False)])
def test_what_the_unit_drafts_is_its_own(client, case, cast, person, reads):
    audit.record(cast.liaison, Act.PLAN_DRAFTED, case, scope=case, plan="实施方案", number=77)
    withdrawn = {"request": "转段请示", "round": 1, "reason": "改期再报"}
    audit.record(cast.secretary, StagesAct.TRANSITION_DRAFT_WITHDRAWN, case, scope=case, **withdrawn)
    words = timeline(client, case, cast.everybody[person])
    assert ("77" in words, "改期再报" in words) == (reads, reads)


@pytest.mark.parametrize("person", ["other_secretary", "other_leader", "parent_liaison", "stranger"])
def test_outsiders_find_nothing(client, case, cast, person):
    client.force_login(cast.everybody[person])
    assert client.get(reverse("timeline", args=[case.pk])).status_code == 404


def test_an_empty_one_says_so(client, case, leader):
    assert "还没有记录" in timeline(client, case, leader)


def test_it_is_read_page_by_page_and_new_acts_move_nothing(client, case, leader):
    for number in range(1, PAGE_SIZE + 3):
        noted(case, number)
    client.force_login(leader)
    first = client.get(reverse("timeline", args=[case.pk])).content.decode()
    assert f"第{PAGE_SIZE + 2}号" in first
    assert "第2号" not in first
    key = re.search(r"\?before=(\d+)", first).group(1)
    noted(case, 99)
    second = timeline(client, case, leader, before=key)
    assert "第2号" in second
    assert "第1号" in second
    assert "第3号" not in second
    assert "最新" in second


@pytest.mark.parametrize("key", ["x", "-1", "9" * 40, ""])
def test_a_key_that_is_none_shows_the_newest(client, case, leader, key):
    noted(case, 5)
    assert "第5号" in timeline(client, case, leader, before=key)


def test_its_queries_do_not_grow(client, case, leader, django_assert_max_num_queries):
    noted(case, 0)
    client.force_login(leader)
    client.get(reverse("timeline", args=[case.pk]))
    with django_assert_max_num_queries(16) as few:
        client.get(reverse("timeline", args=[case.pk]))
    for number in range(1, 40):
        noted(case, number)
    with django_assert_max_num_queries(16) as many:
        client.get(reverse("timeline", args=[case.pk]))
    assert len(many) == len(few)
