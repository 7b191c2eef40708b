"""Pages of findings: what each side reads, what it is offered, and a refusal that keeps the text."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse

from stages.enums import FindingState, RedLine
from stages.models import Finding
from teams import clock
from tests.pages import words_of
from tests.samples import uploaded
from tests.stages.building_findings import (
    ADVICE,
    TEXT,
    acknowledged,
    answered,
    closed,
    disputed,
    drafted,
    exemplar,
    issued,
    measure,
    outside,
    reopened,
    shared,
    suggested,
    upheld,
    verified,
)
from tests.stages.building_plans import ENTERED_ON, entered

# With the session, the mast and the head that every page of a case wears: ten of them.
QUERIES = {"findings": 17, "finding": 20, "rectifications": 17}


def capture(**changes):
    return {
        "client_uuid": uuid.uuid4(),
        "kind": "PROBLEM",
        "gate": "",
        "text": TEXT,
        "red_line": "",
        "observed_on": clock.today().isoformat(),
        "category": "",
        "cause": "",
        "advice": ADVICE,
        "due_on": "",
        "scope": "CAMPAIGN",
    } | changes


def page(client, user, name, *keys):
    client.force_login(user)
    return client.get(reverse(name, args=keys))


def post(client, user, name, *keys, **data):
    client.force_login(user)
    return client.post(reverse(name, args=keys), data)


def test_a_member_writes_it_down_on_one_screen_and_goes_on(client, cast, case, media):
    entered(case, cast)
    words = words_of(page(client, cast.member, "finding_new", case.pk))
    assert "写做法和事实，写职务，不写个人姓名" in words
    answer = post(
        client, cast.member, "finding_new", case.pk, **capture(photos=[uploaded("一.jpg"), uploaded("二.png")])
    )
    assert answer.status_code == 302
    words = words_of(client.get(answer.url))
    assert "今天记下的" in words
    assert "2 张照片" in words
    assert Finding.objects.get().drafted_by == cast.member


def test_the_same_form_sent_twice_writes_it_down_once(client, cast, case):
    entered(case, cast)
    form = capture()
    for _ in range(2):
        assert post(client, cast.member, "finding_new", case.pk, **form).status_code == 302
    assert Finding.objects.count() == 1
    refused = post(client, cast.member, "finding_new", case.pk, **form | {"text": "另一件事，写在同一张表上。"})
    assert "另一件事，写在同一张表上。" in words_of(refused, 409)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("text", "", "这个字段是必填项。"),
        ("text", "电话13812345678", "这里像是电话号码或身份证号码"),
        ("observed_on", (ENTERED_ON - timedelta(days=1)).isoformat(), "督导组当日尚未进驻该单位"),
        ("observed_on", "2999-01-01", "日期不能晚于今天"),
        ("red_line", "THICK", "选择一个有效的选项"),
        ("gate", "999999", "选择一个有效的选项"),
        ("client_uuid", "x", "UUID"),
    ],
)
def test_what_cannot_be_so_is_refused_at_its_field(client, cast, case, field, value, words):
    entered(case, cast)
    assert words in words_of(post(client, cast.member, "finding_new", case.pk, **capture(**{field: value})), 400)
    assert not Finding.objects.exists()


def test_a_red_line_on_a_suggestion_is_refused_at_its_field(client, cast, case):
    entered(case, cast)
    form = capture(kind="SUGGESTION", red_line=RedLine.FORMALITY)
    assert "只有问题才涉及红线" in words_of(post(client, cast.member, "finding_new", case.pk, **form), 400)


def test_a_disguised_photo_is_refused_at_its_field(client, cast, case, media):
    entered(case, cast)
    answer = post(client, cast.member, "finding_new", case.pk, **capture(photos=[uploaded("一.jpg", b"MZ")]))
    assert answer.status_code == 400
    assert b"id_photos_error" in answer.content
    assert not Finding.objects.exists()


@pytest.mark.parametrize("who", ["secretary", "director"])
def test_the_capture_page_is_the_team_s(client, cast, case, who):
    entered(case, cast)
    assert page(client, getattr(cast, who), "finding_new", case.pk).status_code == 403


@pytest.mark.requirement(110)
def test_before_entry_there_is_nothing_to_write_down(client, cast, case):
    assert "尚未进驻" in words_of(page(client, cast.member, "finding_new", case.pk), 403)


def test_the_unit_reads_only_what_was_issued(client, cast, case):
    drafted(case, cast, text="还在斟酌的话。")
    issued(case, cast, text="已经发出的话。")
    assert "还在斟酌的话" not in words_of(page(client, cast.secretary, "findings", case.pk))
    words = words_of(page(client, cast.member, "findings", case.pk))
    assert words.index("还在斟酌的话") < words.index("已经发出的话")


def test_a_draft_is_not_found_by_the_unit(client, cast, case):
    draft = drafted(case, cast)
    assert page(client, cast.secretary, "finding", case.pk, draft.pk).status_code == 404
    for name in ("finding_acknowledge", "finding_dispute", "finding_issue"):
        assert post(client, cast.secretary, name, case.pk, draft.pk).status_code == 404


@pytest.mark.requirement(41)
def test_the_page_names_the_party_committee_as_addressee(client, cast, case):
    words = words_of(page(client, cast.secretary, "finding", case.pk, issued(case, cast).pk))
    assert "发往 石桥县委（党委、党组）" in words


def test_it_shows_how_long_after_it_was_seen_it_was_raised(client, cast, case):
    entered(case, cast)
    finding = issued(case, cast, observed_on=clock.today() - timedelta(days=3))
    assert "3天后提出" in words_of(page(client, cast.secretary, "finding", case.pk, finding.pk))


OFFERS = [
    (drafted, "member", {"修改草稿", "删除草稿"}, {"发往单位"}),
    (drafted, "leader", {"发往单位", "修改草稿"}, {"删除草稿"}),
    (issued, "secretary", {"认领并提出整改措施", "提出异议"}, {"撤回"}),
    (issued, "leader", {"撤回"}, {"认领并提出整改措施"}),
    (disputed, "leader", {"答复异议", "撤回"}, {"了结问题"}),
    (suggested, "liaison", {"答复"}, {"提出异议"}),
    (answered, "secretary", {"答复"}, {"提出异议"}),
    (acknowledged, "secretary", {"补充整改措施"}, {"了结问题"}),
    (acknowledged, "leader", {"了结问题 还有整改措施未经督导组核实销号"}, {"补充整改措施"}),
    (closed, "leader", {"反弹重开"}, {"了结问题", "撤回"}),
    (closed, "member", set(), {"您现在可以"}),
    (reopened, "secretary", {"补充整改措施"}, {"提出异议"}),
    (upheld, "secretary", {"认领并提出整改措施"}, {"提出异议"}),
    (shared, "secretary", set(), {"您现在可以"}),
    (shared, "leader", {"发往单位", "修改草稿", "停止交换意见"}, {"退回草稿"}),
    (outside, "leader", {"发往单位 不属于教育活动范围"}, {"推荐典型"}),
    (exemplar, "leader", {"推荐典型", "退回草稿"}, {"发往单位"}),
    (issued, "director", set(), {"您现在可以"}),
]


@pytest.mark.parametrize(("stand", "who", "offered", "withheld"), OFFERS)
def test_it_offers_what_this_person_may_do_now(client, cast, case, stand, who, offered, withheld):
    words = words_of(page(client, getattr(cast, who), "finding", case.pk, stand(case, cast).pk))
    acts = words.partition("您现在可以")[2].partition("基本情况")[0] if "您现在可以" in words else ""
    assert all(label in acts for label in offered)
    assert not any(label in (words if label == "您现在可以" else acts) for label in withheld)


@pytest.mark.requirement(28)
def test_without_advice_it_says_why_it_cannot_be_issued(client, cast, case):
    draft = drafted(case, cast, advice="")
    words = words_of(page(client, cast.leader, "finding", case.pk, draft.pk))
    assert "发往单位 发出问题时要附上解决问题的建议" in words
    assert post(client, cast.leader, "finding_issue", case.pk, draft.pk, version=draft.version).status_code == 403


def test_the_leader_issues_it_from_its_page(client, cast, case):
    draft = drafted(case, cast)
    assert post(client, cast.leader, "finding_issue", case.pk, draft.pk).status_code == 400
    assert post(client, cast.leader, "finding_issue", case.pk, draft.pk, version=9).status_code == 409
    answer = post(client, cast.leader, "finding_issue", case.pk, draft.pk, version=draft.version)
    assert "第 1 号已发往党委（党组）" in words_of(client.get(answer.url))


def test_a_draft_is_put_right_and_discarded(client, cast, case, media):
    draft = drafted(case, cast, photos=[uploaded("一.jpg")])
    assert "一.jpg" in words_of(page(client, cast.member, "finding_edit", case.pk, draft.pk))
    form = capture(text="改过的话。", removed=[draft.files.get().pk], version=draft.version)
    assert post(client, cast.member, "finding_edit", case.pk, draft.pk, **form).status_code == 302
    draft.refresh_from_db()
    assert (draft.text, draft.files.count()) == ("改过的话。", 0)
    stale = post(client, cast.leader, "finding_edit", case.pk, draft.pk, **form | {"removed": []})
    assert "改过的话。" in stale.content.decode()
    assert stale.status_code == 409
    assert f'name="version" value="{draft.version}"' in stale.content.decode()
    assert post(client, cast.member, "finding_discard", case.pk, draft.pk).status_code == 302
    assert not Finding.objects.exists()


ANSWERS = [
    (issued, "secretary", "finding_dispute", {"reason": "与事实不符。"}, FindingState.DISPUTED),
    (suggested, "secretary", "finding_answer", {"adoption": "PARTLY", "answer": "经费已定。"}, FindingState.ANSWERED),
    (disputed, "leader", "finding_uphold", {"answer": "经复核属实。"}, FindingState.UPHELD),
    (
        disputed,
        "leader",
        "finding_amend",
        {"text": "两个支部如此。", "advice": ADVICE, "answer": "部分属实。"},
        FindingState.AMENDED,
    ),
    (closed, "leader", "finding_reopen", {"reason": "又用旧表。"}, FindingState.REOPENED),
    (issued, "leader", "finding_withdraw", {"reason": "查无此事。"}, FindingState.WITHDRAWN),
    (
        issued,
        "liaison",
        "finding_acknowledge",
        {"measure": "重新印发。", "level": "BRANCH", "responsible": "", "due_on": "", "quality_requirement": ""},
        FindingState.ACKNOWLEDGED,
    ),
]


@pytest.mark.parametrize(("stand", "who", "name", "form", "state"), ANSWERS)
def test_each_answer_has_its_page(client, cast, case, stand, who, name, form, state):
    finding = stand(case, cast)
    words_of(page(client, getattr(cast, who), name, case.pk, finding.pk))
    empty = post(client, getattr(cast, who), name, case.pk, finding.pk, version=finding.version)
    assert empty.status_code == 400
    stale = post(client, getattr(cast, who), name, case.pk, finding.pk, version=finding.version - 1, **form)
    assert stale.status_code == 409
    assert next(iter(form.values())) in stale.content.decode()
    done = post(client, getattr(cast, who), name, case.pk, finding.pk, version=finding.version, **form)
    assert done.url == reverse("finding", args=[case.pk, finding.pk])
    finding.refresh_from_db()
    assert finding.state == state
    assert (
        page(client, cast.member if who != "leader" else cast.secretary, name, case.pk, finding.pk).status_code == 403
    )


@pytest.mark.parametrize("cause", ["", "研究不够。"])
def test_the_page_of_the_close_asks_for_a_cause_that_is_missing(client, cast, case, cause):
    finding = acknowledged(case, cast, cause=cause)
    verified(case, cast, rectification=finding.rectifications.get())
    shown = page(client, cast.leader, "finding_close", case.pk, finding.pk).content
    assert (b"id_cause" in shown) == (not cause)
    answer = {} if cause else {"cause": "分析后写明。"}
    done = post(client, cast.leader, "finding_close", case.pk, finding.pk, version=finding.version, **answer)
    assert done.status_code == 302
    assert Finding.objects.get().state == FindingState.CLOSED


def test_a_further_measure_has_its_page(client, cast, case):
    finding = acknowledged(case, cast)
    form = {"measure": "再开一次座谈会。", "level": "LEADERSHIP"}
    words_of(page(client, cast.liaison, "rectification_new", case.pk, finding.pk))
    assert post(client, cast.liaison, "rectification_new", case.pk, finding.pk, **form).status_code == 302
    assert finding.rectifications.count() == 2


def test_photos_are_shown_to_whoever_reads_the_finding(client, cast, case, media):
    draft = drafted(case, cast, photos=[uploaded("一.jpg")])
    uuid_ = draft.files.get().file.uuid
    assert page(client, cast.secretary, "case_photo", case.pk, uuid_).status_code == 404
    seen = page(client, cast.member, "case_photo", case.pk, uuid_)
    assert b"".join(seen.streaming_content).startswith(b"\xff\xd8")
    assert (seen["Content-Type"], seen["Content-Disposition"][:6]) == ("image/jpeg", "inline")
    assert post(client, cast.leader, "finding_issue", case.pk, draft.pk, version=draft.version).status_code == 302
    assert b"".join(page(client, cast.secretary, "case_photo", case.pk, uuid_).streaming_content)
    assert page(client, cast.other_secretary, "case_photo", case.pk, uuid_).status_code == 404


def test_the_story_of_a_finding_is_read_by_both_sides_without_the_drafting(client, cast, case):
    finding = closed(case, cast)
    own = words_of(page(client, cast.member, "finding", case.pk, finding.pk))
    theirs = words_of(page(client, cast.secretary, "finding", case.pk, finding.pk))
    assert "组员记下一条督导记录" in own
    assert "组员记下一条督导记录" not in theirs
    for words in (own, theirs):
        assert "向石桥县委（党委、党组）发出第1号督导记录" in words
        assert "予以销号" in words


@pytest.mark.parametrize("who", ["member", "secretary"])
def test_queries_do_not_grow_with_the_data(client, cast, case, media, who, django_assert_max_num_queries):
    entered(case, cast)
    user = getattr(cast, who)
    first = acknowledged(case, cast, photos=[uploaded("一.jpg")])

    def asked(name, *keys):
        client.force_login(user)
        with django_assert_max_num_queries(QUERIES[name]) as seen:
            assert client.get(reverse(name, args=[case.pk, *keys])).status_code == 200
        return len(seen)

    once = [asked("findings"), asked("finding", first.pk), asked("rectifications")]
    for _ in range(9):
        drafted(case, cast)
        acknowledged(case, cast, measures=[measure(), measure()], gate_id=first.gate_id)
    assert [asked("findings"), asked("finding", first.pk), asked("rectifications")] == once
