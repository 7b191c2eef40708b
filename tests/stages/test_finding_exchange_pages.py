"""Pages of the exchange: what each side reads of a draft, the thread, and a refusal that keeps the text."""

import pytest
from django.urls import reverse

from stages.enums import FindingState
from stages.models import FindingRemark
from tests.pages import words_of
from tests.samples import uploaded
from tests.stages.building_findings import (
    TEXT,
    amended,
    closed,
    drafted,
    exemplar,
    issued,
    outside,
    recommended,
    remarked,
    sent_back,
    shared,
    suggested,
)
from tests.stages.building_gates import collective
from tests.stages.test_finding_pages import capture, page, post


@pytest.mark.requirement(45)
def test_the_unit_reads_the_shared_draft_and_answers_on_its_page(client, cast, case, media):
    draft = shared(case, cast, photos=[uploaded("一.jpg")])
    words = words_of(page(client, cast.secretary, "finding", case.pk, draft.pk))
    assert TEXT in words
    assert "正在交换意见" in words
    assert "一.jpg" not in words
    answer = post(client, cast.secretary, "finding_remark", case.pk, draft.pk, text="只有两个支部如此。")
    assert answer.url.endswith("#thread")
    assert "单位 · 县委书记 只有两个支部如此。" in words_of(page(client, cast.member, "finding", case.pk, draft.pk))


def test_a_remark_that_is_refused_keeps_its_text(client, cast, case):
    finding = issued(case, cast)
    answer = post(client, cast.liaison, "finding_remark", case.pk, finding.pk, text="电话13812345678")
    assert "电话13812345678" in answer.content.decode()
    assert "这里像是电话号码或身份证号码" in words_of(answer, 400)
    assert not FindingRemark.objects.exists()


def test_the_office_reads_the_thread_and_writes_nothing(client, cast, case):
    finding = remarked(issued(case, cast), cast.member, "已复查一次。")
    words = words_of(page(client, cast.director, "finding", case.pk, finding.pk))
    assert "已复查一次。" in words
    assert "致对方" not in words
    assert post(client, cast.director, "finding_remark", case.pk, finding.pk, text="好。").status_code == 403


@pytest.mark.requirement(45)
def test_the_leader_is_reminded_to_exchange_views_and_may_issue_all_the_same(client, cast, case):
    draft = drafted(case, cast)
    assert "尚未与单位交换意见" in words_of(page(client, cast.leader, "finding", case.pk, draft.pk))
    assert "尚未与单位交换意见" not in words_of(page(client, cast.member, "finding", case.pk, draft.pk))
    done = post(client, cast.leader, "finding_issue", case.pk, draft.pk, version=draft.version)
    assert done.status_code == 302


def test_the_leader_shares_it_and_takes_it_back(client, cast, case):
    draft = drafted(case, cast)
    shown = post(client, cast.leader, "finding_share", case.pk, draft.pk, version=draft.version)
    assert "单位现可看到这份草稿" in words_of(client.get(shown.url))
    draft.refresh_from_db()
    words_of(page(client, cast.leader, "finding_unshare", case.pk, draft.pk))
    taken = post(client, cast.leader, "finding_unshare", case.pk, draft.pk, version=draft.version, reason="需再核实。")
    assert taken.status_code == 302
    assert page(client, cast.secretary, "finding", case.pk, draft.pk).status_code == 404


def test_the_author_reads_why_the_draft_came_back_and_the_unit_never_does(client, cast, case):
    draft = sent_back(case, cast)
    for name in ("finding", "finding_edit"):
        assert "写明涉及几个支部。" in words_of(page(client, cast.member, name, case.pk, draft.pk))
    issue = post(client, cast.leader, "finding_issue", case.pk, draft.pk, version=draft.version)
    assert issue.status_code == 302
    assert "写明涉及几个支部。" not in words_of(page(client, cast.secretary, "finding", case.pk, draft.pk))


@pytest.mark.requirement(35)
def test_an_amended_finding_shows_how_it_read_before(client, cast, case):
    words = words_of(page(client, cast.secretary, "finding", case.pk, amended(case, cast).pk))
    assert "修改以前的表述" in words
    assert TEXT in words


@pytest.mark.requirement(29, 30)
def test_an_exemplar_is_written_down_recommended_and_read(client, cast, case):
    draft = exemplar(case, cast)
    decision = collective(case, cast, "EXEMPLAR")
    words = words_of(page(client, cast.leader, "finding_recommend", case.pk, draft.pk))
    assert "记录集体研究" in words
    form = {"version": draft.version, "collective_decision": decision.pk}
    assert post(client, cast.leader, "finding_recommend", case.pk, draft.pk, version=draft.version).status_code == 400
    assert post(client, cast.leader, "finding_recommend", case.pk, draft.pk, **form).status_code == 302
    words = words_of(page(client, cast.secretary, "finding", case.pk, draft.pk))
    assert "石桥镇党委" in words
    assert "参学率由七成升至九成半" in words


@pytest.mark.requirement(42)
def test_the_form_asks_whether_it_is_a_matter_of_the_campaign_and_reminds(client, cast, case):
    note = outside(case, cast)
    words = words_of(page(client, cast.member, "finding_new", case.pk))
    assert "是否属于教育活动范围" in words
    assert "不随意表态" in words
    assert "活动范围以外" in words_of(page(client, cast.member, "findings", case.pk))
    assert "活动范围以外" in words_of(page(client, cast.leader, "finding", case.pk, note.pk))
    unsaid = post(client, cast.member, "finding_new", case.pk, **capture(scope=""))
    assert unsaid.status_code == 400


def test_all_three_kinds_come_from_one_form(client, cast, case):
    earlier = issued(case, cast)
    forms = [
        capture(recurrence_of=earlier.pk),
        capture(kind="SUGGESTION"),
        capture(kind="EXEMPLAR", origin="石桥镇党委", effect="参学率提高。"),
    ]
    for form in forms:
        assert post(client, cast.member, "finding_new", case.pk, **form).status_code == 302
    assert "再次出现" in words_of(page(client, cast.member, "findings", case.pk))
    assert "此后再次出现" in words_of(page(client, cast.member, "finding", case.pk, earlier.pk))


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("show=unsettled", {"发出的问题", "发出的建议"}),
        ("show=settled", {"了结的问题", "推荐的典型"}),
        ("show=drafts", {"拟写的问题"}),
        ("kind=EXEMPLAR", {"推荐的典型"}),
        ("kind=PROBLEM&show=unsettled", {"发出的问题"}),
        ("show=nonsense", {"发出的问题", "发出的建议", "了结的问题", "推荐的典型", "拟写的问题"}),
    ],
)
def test_the_list_is_filtered(client, cast, case, query, shown):
    drafted(case, cast, text="拟写的问题")
    issued(case, cast, text="发出的问题")
    suggested(case, cast, text="发出的建议")
    closed(case, cast, text="了结的问题")
    recommended(case, cast, text="推荐的典型")
    client.force_login(cast.member)
    words = words_of(client.get(f"{reverse('findings', args=[case.pk])}?{query}"))
    every = {"发出的问题", "发出的建议", "了结的问题", "推荐的典型", "拟写的问题"}
    assert {text for text in every if text in words} == shown


def test_a_filter_that_finds_nothing_says_so(client, cast, case):
    issued(case, cast)
    client.force_login(cast.secretary)
    words = words_of(client.get(f"{reverse('findings', args=[case.pk])}?kind=EXEMPLAR"))
    assert "没有这一类督导记录" in words


def test_stale_forms_of_the_draft_are_answered(client, cast, case):
    draft = drafted(case, cast)
    stale = post(
        client, cast.leader, "finding_send_back", case.pk, draft.pk, version=draft.version + 1, note="请补充。"
    )
    assert "请补充。" in stale.content.decode()
    assert stale.status_code == 409
    draft.refresh_from_db()
    assert (draft.state, draft.leader_note) == (FindingState.DRAFT, "")
