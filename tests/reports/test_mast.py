"""The mast: who is here, where to go, and how much waits; the same few queries on every page."""

import pytest
from django.test import RequestFactory
from django.urls import resolve, reverse

from reports.context_processors import mast
from stages.enums import TodoKind
from teams.enums import Role
from teams.models import Membership, User
from teams.services.notices import tell
from tests.teams.factories import MembershipFactory
from tests.units.factories import AssignmentFactory, CaseFactory
from units.enums import NoticeKind, Party
from units.enums import TodoKind as UnitsTodo
from units.services.todos import open_todo


def mast_of(user, url="/"):
    request = RequestFactory().get(url)
    request.user = user
    request.resolver_match = resolve(url)
    return mast(request)["mast"]


def labels(items):
    return [str(item["label"]) for item in items]


@pytest.mark.parametrize(
    ("person", "name", "menu"),
    [
        ("leader", "第1督导组 · 组长", ["待办", "案卷", "消息"]),
        ("director", "领导小组办公室 · 主任", ["待办", "案卷", "消息"]),
        ("clerk", "领导小组办公室 · 工作人员", ["待办", "案卷", "账号", "消息"]),
        ("liaison", "石桥县委 · 联络员", ["待办", "本单位案卷", "消息"]),
        ("stranger", "无职务者", ["待办", "案卷", "消息"]),
    ],
)
def test_it_greets_by_post_and_leads_where_the_post_works(cast, person, name, menu):
    shown = mast_of(cast.everybody[person])
    assert shown["name"] == name
    assert labels(shown["menu"]) == menu
    assert labels(shown["tabs"]) == [*menu[:3], "我的"]


def test_a_unit_goes_straight_to_its_case(case, liaison):
    assert mast_of(liaison)["menu"][1]["url"] == reverse("case", args=[case.pk])


def test_it_names_the_campaign(cast):
    for person in (cast.leader, cast.liaison, cast.clerk):
        assert mast_of(person)["campaign"] == "江源省保持共产党员先进性教育活动"


def test_a_post_that_ended_is_no_longer_said(cast):
    Membership.objects.filter(user=cast.member).update(ended_at=cast.team.created_at)
    MembershipFactory(team=cast.other_team, user=cast.member, role=Role.MEMBER)
    assert mast_of(cast.member)["name"] == "第2督导组 · 组员"


def test_it_marks_where_one_is(case, leader):
    def current(url):
        return [str(item["label"]) for item in mast_of(leader, url)["menu"] if item["current"]]

    assert current(reverse("home")) == ["待办"]
    assert current(reverse("cases")) == current(reverse("timeline", args=[case.pk])) == ["案卷"]
    assert current(reverse("notices")) == ["消息"]


def test_it_counts_duties_and_unread_notices(cast):
    open_todo(cast.other_case, UnitsTodo.ENTER, party=Party.TEAM)
    open_todo(cast.other_case, TodoKind.REVIEW_REQUEST, party=Party.TEAM)
    open_todo(cast.case, TodoKind.REQUEST, party=Party.UNIT)
    tell([cast.leader], NoticeKind.TEAM_ASSIGNED, key="one", team=cast.team, unit=cast.unit)
    assert (mast_of(cast.leader)["menu"][0]["count"], mast_of(cast.leader)["notice_count"]) == (0, 1)
    assert (mast_of(cast.other_leader)["menu"][0]["count"], mast_of(cast.other_leader)["notice_count"]) == (2, 0)
    assert mast_of(cast.liaison)["menu"][0]["count"] == 1
    assert mast_of(cast.stranger)["menu"][0]["count"] == 0


def test_nobody_has_no_mast(client, db):
    page = client.get(reverse("login")).content.decode()
    assert "mast-brand" in page
    assert 'class="side"' not in page


def test_a_page_that_is_not_found_still_has_it(client, leader):
    client.force_login(leader)
    response = client.get("/nowhere/")
    assert response.status_code == 404
    assert "第1督导组 · 组长" in response.content.decode()


@pytest.mark.parametrize("person", ["leader", "clerk", "liaison", "stranger"])
def test_it_asks_at_most_four_queries_however_much_there_is(cast, person, django_assert_max_num_queries):
    # A request has its own instance of the user.
    user, again = (User.objects.get(pk=cast.everybody[person].pk) for _request in range(2))
    with django_assert_max_num_queries(4) as few:
        assert mast_of(user)["menu"]
    for n in range(10):
        case = AssignmentFactory(case=CaseFactory(batch=cast.batch), team=cast.team).case
        open_todo(case, TodoKind.REVIEW_REQUEST, party=Party.TEAM)
        tell([user], NoticeKind.TEAM_ASSIGNED, key=str(n), team=cast.team, unit=cast.unit)
    with django_assert_max_num_queries(4) as many:
        assert mast_of(again)["menu"]
    assert len(few) == len(many)
