"""Pages of measures: the ledger with what is late, one measure, and the acts of either side."""

from datetime import timedelta

import pytest
from django.urls import reverse

from stages.enums import RectificationState, TodoKind
from stages.models import Rectification
from stages.views.duties import url_of
from teams import clock
from tests.pages import words_of
from tests.samples import uploaded
from tests.stages.building_findings import issued, planned, reported, verified
from tests.stages.building_plans import entered
from tests.units.building_todos import open_todos


def page(client, user, name, *keys, **query):
    client.force_login(user)
    return client.get(reverse(name, args=keys), query)


def post(client, user, name, *keys, **data):
    client.force_login(user)
    return client.post(reverse(name, args=keys), data)


def form_of(row, **changes):
    return {
        "measure": row.measure,
        "level": row.level,
        "responsible": "先教办",
        "due_on": (clock.today() + timedelta(days=10)).isoformat(),
        "quality_requirement": "覆盖全部支部。",
        "version": row.version,
    } | changes


@pytest.mark.requirement(36)
def test_the_ledger_shows_deadlines_and_what_is_late(client, cast, case):
    row = planned(case, cast)
    assert "逾期" not in words_of(page(client, cast.secretary, "rectifications", case.pk)).partition("先教办")[2]
    with clock.set_to(clock.now() + timedelta(days=11)):
        words = words_of(page(client, cast.member, "rectifications", case.pk))
        assert "逾期1条" in words
        assert "已逾期" in words.partition("先教办")[2]
        assert "已逾期" in words_of(page(client, cast.secretary, "rectification", case.pk, row.pk))


@pytest.mark.parametrize(
    ("show", "seen"),
    [
        ("", {"甲", "乙", "丙"}),
        ("open", {"甲", "乙"}),
        ("overdue", {"甲"}),
        ("verified", {"丙"}),
        ("rubbish", {"甲", "乙", "丙"}),
    ],
)
def test_it_is_filtered(client, cast, case, show, seen):
    planned(case, cast, measure="甲项", due_on=clock.today())
    planned(case, cast, measure="乙项")
    verified(case, cast, rectification=planned(case, cast, measure="丙项"))
    with clock.set_to(clock.now() + timedelta(days=1)):
        words = words_of(page(client, cast.member, "rectifications", case.pk, show=show))
    assert {name for name in "甲乙丙" if f"{name}项" in words} == seen


def test_empty_it_says_where_measures_come_from(client, cast, case):
    entered(case, cast)
    assert "单位认领问题时提出整改措施" in words_of(page(client, cast.member, "rectifications", case.pk))
    planned(case, cast)
    assert "没有这一状态的措施" in words_of(page(client, cast.member, "rectifications", case.pk, show="verified"))


def test_it_names_nothing_of_a_draft_or_another_case(client, cast, case):
    row = planned(case, cast)
    assert page(client, cast.other_secretary, "rectification", case.pk, row.pk).status_code == 404
    assert page(client, cast.other_secretary, "rectification", cast.other_case.pk, row.pk).status_code == 404
    assert page(client, cast.other_leader, "rectifications", case.pk).status_code == 404


OFFERS = [
    (planned, "secretary", {"报告整改结果", "填写措施"}, {"核实销号"}),
    (planned, "member", set(), {"您现在可以"}),
    (reported, "member", {"核实销号", "退回再改"}, {"报告整改结果"}),
    (reported, "liaison", set(), {"您现在可以"}),
    (verified, "leader", {"退回再改"}, {"核实销号"}),
    (verified, "member", set(), {"您现在可以"}),
]


@pytest.mark.parametrize(("stand", "who", "offered", "withheld"), OFFERS)
def test_it_offers_what_this_person_may_do_now(client, cast, case, stand, who, offered, withheld):
    words = words_of(page(client, getattr(cast, who), "rectification", case.pk, stand(case, cast).pk))
    acts = words.partition("您现在可以")[2]
    assert all(label in acts for label in offered)
    assert not any(label in (words if label == "您现在可以" else acts) for label in withheld)


@pytest.mark.requirement(80)
def test_an_open_measure_is_completed_on_its_page(client, cast, case):
    row = planned(case, cast, responsible="", due_on=None)
    words_of(page(client, cast.liaison, "rectification_plan", case.pk, row.pk))
    assert post(client, cast.liaison, "rectification_plan", case.pk, row.pk, **form_of(row)).status_code == 302
    row.refresh_from_db()
    assert row.state == RectificationState.IN_PROGRESS


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("measure", "", "这个字段是必填项"),
        ("due_on", "2005-01-01", "这个日期已过"),
        ("due_on", "明天", "输入一个有效的日期"),
        ("responsible", "13812345678", "这里像是电话号码"),
        ("level", "INDIVIDUAL", "选择一个有效的选项"),
    ],
)
def test_what_cannot_be_so_is_refused_at_its_field(client, cast, case, field, value, words):
    row = planned(case, cast)
    answer = post(client, cast.liaison, "rectification_plan", case.pk, row.pk, **form_of(row, **{field: value}))
    assert words in words_of(answer, 400)


def test_a_missed_deadline_is_not_moved_and_the_page_says_why(client, cast, case):
    row = planned(case, cast)
    with clock.set_to(clock.now() + timedelta(days=11)):
        answer = post(client, cast.liaison, "rectification_plan", case.pk, row.pk, **form_of(row))
        assert "时限已过，不再改动" in words_of(answer, 403)


def test_it_is_reported_with_evidence_verified_and_sent_back(client, cast, case, media):
    row = planned(case, cast)
    form = {"result": "已重新印发。", "evidence": [uploaded("新表.docx")], "version": row.version}
    words_of(page(client, cast.liaison, "rectification_report", case.pk, row.pk))
    assert post(client, cast.liaison, "rectification_report", case.pk, row.pk, **form).status_code == 302
    words = words_of(page(client, cast.member, "rectification", case.pk, row.pk))
    assert "已重新印发。" in words
    assert "新表.docx" in words
    stale = post(client, cast.member, "rectification_reopen", case.pk, row.pk, note="不够。", version=row.version)
    assert "不够。" in words_of(stale, 409)
    row.refresh_from_db()
    assert post(client, cast.member, "rectification_verify", case.pk, row.pk, version=row.version).status_code == 302
    row.refresh_from_db()
    done = post(client, cast.leader, "rectification_reopen", case.pk, row.pk, note="反弹。", version=row.version)
    assert done.status_code == 302
    assert Rectification.objects.get().state == RectificationState.REOPENED


@pytest.mark.parametrize(
    ("name", "who", "stand"),
    [
        ("rectification_plan", "member", planned),
        ("rectification_report", "leader", planned),
        ("rectification_verify", "liaison", reported),
        ("rectification_reopen", "secretary", reported),
        ("rectification_reopen", "member", verified),
    ],
)
def test_the_page_of_an_act_is_closed_to_whoever_may_not(client, cast, case, name, who, stand):
    row = stand(case, cast)
    assert page(client, getattr(cast, who), name, case.pk, row.pk).status_code == 403
    form = form_of(row, result="已办。", note="未办。")
    assert post(client, getattr(cast, who), name, case.pk, row.pk, **form).status_code == 403


@pytest.mark.parametrize(
    ("stand", "kind", "name"),
    [
        (issued, TodoKind.ACKNOWLEDGE, "finding"),
        (planned, TodoKind.RECTIFY, "rectification"),
        (reported, TodoKind.VERIFY_RECTIFICATION, "rectification"),
        (verified, TodoKind.CLOSE_FINDING, "finding"),
    ],
)
def test_a_duty_leads_to_the_page_on_which_it_is_done(cast, case, stand, kind, name):
    row = stand(case, cast)
    target = row if name == row._meta.model_name else row.finding
    assert url_of(open_todos(case)[kind]) == reverse(name, args=[case.pk, target.pk])
