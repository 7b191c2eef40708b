"""The list of cases: those that a live role opens, and the filters above it."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from stages.enums import RunState, TodoKind
from stages.models import StageRun
from teams import clock
from tests.pages import words_of
from tests.units.factories import AssignmentFactory, CaseFactory
from units.enums import Party
from units.enums import TodoKind as UnitsTodo
from units.models import Assignment
from units.services.todos import open_todo

NOON = datetime(2005, 3, 10, 4, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _tenth_of_march():
    with clock.set_to(NOON):
        yield


def cases(client, user, **filters):
    client.force_login(user)
    return words_of(client.get(reverse("cases"), filters))


def in_stage(case, template, number=1, **given):
    case.entered_on = date(2005, 1, 20)
    case.save(update_fields=["entered_on"])
    stage = template.stages.get(number=number)
    return StageRun.objects.create(case=case, stage=stage, opened_on=date(2005, 1, 20), **given)


@pytest.mark.parametrize(
    ("person", "seen"),
    [
        ("liaison", {"石桥县委"}),
        ("secretary", {"石桥县委"}),
        ("member", {"石桥县委"}),
        ("other_leader", {"柳湾县委"}),
        ("director", {"石桥县委", "柳湾县委"}),
        ("clerk", {"石桥县委", "柳湾县委"}),
        ("parent_liaison", set()),
        ("stranger", set()),
    ],
)
def test_it_lists_what_a_live_role_opens(client, cast, person, seen):
    words = cases(client, cast.everybody[person])
    assert {name for name in ("石桥县委", "柳湾县委") if name in words} == seen
    assert ("还没有案卷" in words) is (not seen)


def test_with_the_assignment_goes_the_sight(client, case, leader):
    Assignment.objects.update(ended_at=clock.now())
    assert "石桥县委" not in cases(client, leader)


def test_a_row_says_stage_team_holder_and_since_when(client, case, template, director):
    in_stage(case, template)
    with clock.set_to(datetime(2005, 3, 4, 4, tzinfo=UTC)):
        open_todo(case, TodoKind.REQUEST, party=Party.UNIT, due_on=date(2005, 3, 9))
    words = cases(client, director, text="U15")
    assert "石桥县委 U15 第1督导组 学习动员 单位 · 已4个工作日 准备转段 3月9日" in words


def test_before_entry_it_is_in_the_teams_hands(client, case, cast, director):
    open_todo(case, UnitsTodo.ENTER, party=Party.TEAM)
    CaseFactory(batch=cast.batch, unit=cast.parent)
    assert "尚未进驻 督导组 · 今天起 进驻单位" in cases(client, director, text="U15")
    assert "尚未指派 尚未进驻 — —" in cases(client, director, text="U99")


def test_drafts_of_the_team_are_not_named(client, case, template, director):
    in_stage(case, template)
    open_todo(case, TodoKind.ISSUE_FINDING, party=Party.TEAM)
    assert str(TodoKind.ISSUE_FINDING.label) not in cases(client, director)


def test_it_is_filtered_by_text(client, director):
    assert "共1个案卷" in cases(client, director, text="石桥")
    assert "共1个案卷" in cases(client, director, text="shiqiao")
    assert "共1个案卷" in cases(client, director, text="u15")
    assert "没有符合条件的案卷" in cases(client, director, text="没有")


def test_it_is_filtered_by_holder(client, case, director):
    open_todo(case, TodoKind.REVIEW_REQUEST, party=Party.TEAM)
    assert "共1个案卷" in cases(client, director, holder="TEAM")
    assert "没有符合条件的案卷" in cases(client, director, holder="GROUP")


def test_it_is_filtered_by_team(client, cast):
    words = cases(client, cast.director, team=cast.other_team.pk)
    assert "柳湾县委" in words
    assert "石桥县委" not in words


def test_it_is_filtered_by_the_stage_a_case_is_in(client, case, template, director):
    in_stage(case, template, 1, state=RunState.CLOSED, closed_on=date(2005, 3, 1))
    in_stage(case, template, 2)
    assert "共1个案卷" in cases(client, director, stage="ANALYSIS_APPRAISAL")
    assert "没有符合条件的案卷" in cases(client, director, stage="STUDY_MOBILISATION")
    assert "柳湾县委" in cases(client, director, stage="not-entered")
    assert "没有符合条件的案卷" in cases(client, director, stage="closed")


def test_a_filter_that_cannot_be_is_shown_all(client, director):
    assert "共2个案卷" in cases(client, director, stage="nowhere", holder="X", team="1'--", page="x")


def test_twenty_stand_on_a_page(client, cast):
    for _ in range(20):
        CaseFactory(batch=cast.batch)
    words = cases(client, cast.director)
    assert "共22个案卷" in words
    assert "第 1 页，共 2 页" in words
    assert "柳湾县委" in words + cases(client, cast.director, page=2)


def test_its_queries_do_not_grow(client, cast, template, django_assert_max_num_queries):
    in_stage(cast.case, template)
    client.force_login(cast.director)
    client.get(reverse("cases"))
    # Five of the frame and eight of its own.
    with django_assert_max_num_queries(13) as few:
        client.get(reverse("cases"))
    for _ in range(10):
        case = AssignmentFactory(case=CaseFactory(batch=cast.batch), team=cast.team).case
        in_stage(case, template)
        open_todo(case, TodoKind.REQUEST, party=Party.UNIT)
    with django_assert_max_num_queries(13) as many:
        client.get(reverse("cases"))
    assert len(many) == len(few)


def test_what_is_due_first_is_shown_whoever_holds_the_case(client, case, template, director):
    in_stage(case, template)
    open_todo(case, UnitsTodo.CONFIRM_PROFILE, party=Party.TEAM, due_on=date(2005, 3, 20))
    open_todo(case, TodoKind.RECTIFY, party=Party.UNIT, due_on=date(2005, 3, 9))
    open_todo(case, TodoKind.ISSUE_FINDING, party=Party.TEAM, due_on=date(2005, 3, 1))
    assert "督导组 · 今天起 确认单位基本情况 3月9日 落实整改" in cases(client, director, text="U15")
