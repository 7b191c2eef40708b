"""Home is the to-do list: whose turn it is decides on whose list, and in which part, a duty stands."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse

from stages.enums import TodoKind
from teams import clock
from tests.pages import words_of
from tests.stages.building_findings import issued
from tests.stages.building_plans import entered as enter_case
from tests.units.factories import AssignmentFactory, CaseFactory
from units.enums import Party
from units.enums import TodoKind as Units
from units.services.registry import open_case
from units.services.todos import open_todo, settle

NOON = datetime(2005, 3, 10, 4, tzinfo=UTC)
TURN_OF = {
    TodoKind.REQUEST: Party.UNIT,
    TodoKind.REVIEW_REQUEST: Party.TEAM,
    TodoKind.DECIDE_REQUEST: Party.GROUP,
}


@pytest.fixture(autouse=True)
def _tenth_of_march():
    with clock.set_to(NOON):
        yield


@pytest.fixture
def entered(case):
    case.entered_on = date(2005, 1, 20)
    case.save(update_fields=["entered_on"])
    return case


def waits(case, kind, **given):
    return open_todo(case, kind, party=TURN_OF[kind], **given)


def home(client, user):
    client.force_login(user)
    return words_of(client.get(reverse("home")))


def part(words, heading):
    """The words of one part of the list, up to the next."""
    found = re.search(f"{heading}(.*?)(已逾期|等我办|等别人|技术支持|$)", words)
    return found.group(1) if found else ""


@pytest.mark.parametrize(
    ("kind", "people"),
    [
        (TodoKind.REQUEST, ["secretary", "liaison"]),
        (TodoKind.REVIEW_REQUEST, ["leader", "deputy", "member"]),
        (TodoKind.DECIDE_REQUEST, ["director"]),
    ],
)
def test_it_waits_for_whose_turn_it_is(client, entered, cast, kind, people):
    waits(entered, kind)
    for person in people:
        assert str(kind.label) in part(home(client, cast.everybody[person]), "等我办")
    watching = {"secretary", "leader", "director", "clerk"} - set(people)
    for person in watching:
        words = home(client, cast.everybody[person])
        assert str(kind.label) not in part(words, "等我办")
        assert str(kind.label) in part(words, "等别人")


@pytest.mark.parametrize("person", ["other_secretary", "other_leader", "parent_liaison", "stranger"])
def test_whoever_has_nothing_to_do_with_the_case_sees_nothing_of_it(client, entered, cast, person):
    waits(entered, TodoKind.REVIEW_REQUEST)
    assert "石桥县委" not in home(client, cast.everybody[person])


def test_what_is_late_stands_first_and_says_for_how_long(client, entered, leader):
    waits(entered, TodoKind.REVIEW_REQUEST, due_on=date(2005, 3, 8))
    late = part(home(client, leader), "已逾期")
    assert "逾期2天" in late
    assert "应于3月8日前" in late


def test_a_duty_is_due_until_the_day_ends(client, entered, leader):
    waits(entered, TodoKind.REVIEW_REQUEST, due_on=date(2005, 3, 10))
    words = home(client, leader)
    assert "已逾期" not in words
    assert "期限3月10日" in part(words, "等我办")


def test_what_others_are_late_with_is_seen(client, entered, leader):
    waits(entered, TodoKind.REVIEW_REQUEST)
    waits(entered, TodoKind.REQUEST, due_on=date(2005, 3, 1))
    assert "应于3月1日前" in part(home(client, leader), "等别人")


def test_of_others_only_what_holds_the_case_is_named(client, entered, director):
    waits(entered, TodoKind.REVIEW_REQUEST)
    waits(entered, TodoKind.REQUEST)
    others = part(home(client, director), "等别人")
    assert str(TodoKind.REVIEW_REQUEST.label) in others
    assert str(TodoKind.REQUEST.label) not in others


def test_the_unit_does_not_read_that_findings_are_drafted_about_it(client, entered, secretary, director):
    open_todo(entered, TodoKind.ISSUE_FINDING, party=Party.TEAM, count=2)
    assert str(TodoKind.ISSUE_FINDING.label) not in home(client, secretary)


def test_it_says_which_finding_is_to_be_answered(client, case, cast):
    enter_case(case, cast)
    first, second = issued(case, cast, text="集体学习不足。"), issued(case, cast, text="讨论记录不全。")
    words = part(home(client, cast.liaison), "等我办")
    assert f"第{first.number}号：集体学习不足。" in words
    assert f"第{second.number}号：讨论记录不全。" in words


def test_what_is_settled_is_gone(client, entered, leader):
    waits(entered, TodoKind.REVIEW_REQUEST)
    settle(entered, TodoKind.REVIEW_REQUEST)
    assert "没有待办" in home(client, leader)


def test_a_case_not_entered_waits_for_its_team(client, case, leader, secretary):
    open_todo(case, Units.ENTER, party=Party.TEAM)
    assert "进驻单位 石桥县委" in part(home(client, leader), "等我办")
    assert "石桥县委" in part(home(client, secretary), "等别人")


def test_a_case_without_a_team_waits_on_the_offices_list(client, cast, clerk):
    open_case(batch=cast.batch, unit=cast.parent, acting_user=clerk)
    assert "江源市委" in part(home(client, clerk), "等别人")


def test_of_many_cases_to_enter_one_row_speaks(client, cast, clerk):
    for _ in range(4):
        AssignmentFactory(case=CaseFactory(batch=cast.batch), team=cast.team, awaited=True)
    words = part(home(client, clerk), "等别人")
    assert words.count("进驻单位") == 1
    assert "4个单位" in words


def test_it_says_so_when_there_is_nothing_at_all(client, cast):
    words = home(client, cast.stranger)
    assert "没有待办" in words
    assert "轮到您的事会排在这里" in words


def test_the_number_at_the_head_is_that_of_the_menu(client, entered, leader):
    for days in range(3):
        waits(entered, TodoKind.REVIEW_REQUEST, key=f"one-{days}")
    words = home(client, leader)
    assert "待办 3" in words


def test_a_long_list_is_cut_where_nothing_is_due_and_says_so(client, entered, leader):
    for n in range(60):
        waits(entered, TodoKind.REVIEW_REQUEST, key=f"one-{n}", due_on=date(2005, 4, 1) + timedelta(days=n))
    words = home(client, leader)
    assert words.count(str(TodoKind.REVIEW_REQUEST.label)) >= 50
    assert "只列出期限最近的" in words
    assert "待办 60" in words


def test_it_is_complete_in_english(client, entered, leader):
    waits(entered, TodoKind.REVIEW_REQUEST)
    client.force_login(leader)
    client.cookies["django_language"] = "en"
    words = words_of(client.get(reverse("home")))
    assert "Review the request Shiqiao county committee since 10 Mar" in words


def queries(client, user, captured):
    client.force_login(user)
    client.get(reverse("home"))
    with captured as context:
        assert client.get(reverse("home")).status_code == 200
    return len(context)


@pytest.mark.parametrize("person", ["secretary", "leader", "director"])
def test_its_queries_do_not_grow(client, entered, cast, person, django_assert_max_num_queries):
    waits(entered, TodoKind.REVIEW_REQUEST)
    user = cast.everybody[person]
    few = queries(client, user, django_assert_max_num_queries(20))
    for n in range(10):
        more = AssignmentFactory(case=CaseFactory(batch=cast.batch), team=cast.team, awaited=True).case
        for kind in TURN_OF:
            waits(more, kind, key=f"{kind}-{n}")
            waits(entered, kind, key=f"{kind}-{n}")
    assert queries(client, user, django_assert_max_num_queries(20)) == few
