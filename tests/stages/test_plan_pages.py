"""The plan tab, the unit's forms behind it, and the team's review, as pages."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from stages.models import PlanReview
from stages.selectors.template import plan_criteria
from tests.pages import words_of
from tests.samples import uploaded
from tests.stages.building_plans import (
    ENTERED_ON,
    OTHERS,
    drafted_plan,
    entered,
    passed_plan,
    profiled,
    returned_plan,
    reviewed_plan,
    submitted_plan,
)
from tests.units import building_activities
from units.enums import ActivityKind, PlanKind, PlanState, ProblemCategory
from units.models import PlanVersion
from units.selectors.plans import remarks_to_answer
from units.services.plan_problems import ProblemGiven, save_problems
from units.services.plans import answer_remarks, draft_version, submit_plan

# What every page of a case asks for its frame: who it is, the case and the standing, mast, head with rail and tabs.
FRAME = 14
DRAFTED = "草稿里的话，督导组还不该看到"


def url(name, case, *args):
    return reverse(name, args=[case.pk, *args])


@pytest.fixture
def look(client):
    """The words a person reads at an address."""

    def looked(user, address, status=200):
        client.force_login(user)
        return words_of(client.get(address), status)

    return looked


@pytest.fixture
def post(client):
    def posted(user, address, data, status=302):
        client.force_login(user)
        response = client.post(address, data)
        assert response.status_code == status, words_of(response, response.status_code)
        return response

    return posted


@pytest.fixture
def answering(case, cast):
    """The second version, a draft, with its answers begun."""
    returned_plan(case, cast)
    version = draft_version(
        case_id=case.pk, upload=uploaded("实施方案二稿.docx"), note=DRAFTED, acting_user=cast.liaison
    )
    return answer_remarks(
        version_id=version.pk,
        expected_version=version.version,
        answers={remark.pk: DRAFTED for remark in remarks_to_answer(version)},
        acting_user=cast.liaison,
    )


def filled(template, version, **given):
    """The review in which everything conforms."""
    data = {"version": version.version, "opinion": "符合要求。"}
    for criterion in plan_criteria(template, PlanKind.IMPLEMENTATION):
        data[f"answer_{criterion.pk}"] = "CONFORMS"
        data[f"ticked_{criterion.pk}"] = [code for code, _wording in criterion.entry_choices]
    return data | given


def test_before_entry_the_tab_says_why_nothing_can_be_uploaded(case, cast, look):
    assert "督导组尚未进驻" in look(cast.liaison, url("plan", case))
    look(cast.liaison, url("plan_new", case), status=403)


def test_the_unit_uploads_and_is_told_what_is_still_missing(case, cast, look, post):
    entered(case, cast)
    post(cast.liaison, url("plan_new", case), {"file": uploaded("实施方案.pdf"), "note": "请审。"})
    words = look(cast.liaison, url("plan", case))
    assert "第1稿" in words
    assert "实施方案.pdf" in words
    for category in OTHERS:
        assert f"“{ProblemCategory(category).label}”" in words


@pytest.mark.parametrize("name", ["实施方案.exe", "实施方案.jpg"])
def test_a_refused_file_says_why_and_keeps_the_note(case, cast, post, name):
    entered(case, cast)
    file = uploaded(name, b"MZ" if name.endswith("exe") else None)
    response = post(cast.liaison, url("plan_new", case), {"file": file, "note": "请审。"}, status=400)
    assert list(response.context["form"].errors) == ["file"]
    assert "请审。" in words_of(response, 400)
    assert not PlanVersion.objects.exists()


def test_a_draft_is_the_unit_s_alone(case, cast, answering, look):
    assert DRAFTED in look(cast.secretary, url("plan", case))
    for who in (cast.leader, cast.member, cast.director):
        words = look(who, url("plan", case))
        assert DRAFTED not in words
        assert "第2稿" not in words


def test_answers_are_read_with_the_version_that_gives_them(case, cast, answering, look):
    version = submit_plan(version_id=answering.pk, expected_version=answering.version, acting_user=cast.secretary)
    assert DRAFTED in look(cast.member, url("plan", case))
    assert DRAFTED in look(cast.leader, url("plan_review", case, version.pk))


def test_what_the_team_wrote_is_text_and_not_markup(case, cast, client):
    version = returned_plan(case, cast)
    version.remarks.update(remark="<script>alert(1)</script>")
    draft = draft_version(case_id=case.pk, upload=uploaded("实施方案.docx"), note="", acting_user=cast.liaison)
    client.force_login(cast.liaison)
    for address in (url("plan", case), url("plan_answers", case, draft.pk)):
        page = client.get(address).content.decode()
        assert "&lt;script&gt;alert(1)" in page
        assert "<script>alert(1)" not in page


def problems(version, **given):
    return (
        {"version": version.version} | {f"omission_{category}": reason for category, reason in OTHERS.items()} | given
    )


LINE = {"category_0": "LIVELIHOOD", "text_0": "窗口排队时间长。", "measure_0": "增开两个窗口。"}


def test_problems_are_listed_without_a_script_and_more_rows_asked_for(case, cast, post):
    draft = drafted_plan(case, cast, problems=[], omissions={})
    address = url("plan_problems", case, draft.pk)
    assert post(cast.liaison, address, problems(draft, **LINE)).url == url("plan", case)
    draft.refresh_from_db()
    full = LINE | {f"{part}_{row}": "又一条" for row in range(1, 6) for part in ("text", "measure")}
    assert post(cast.liaison, address, {"version": draft.version, **full, "more": "1"}).url == address
    assert draft.problems.count() == 6
    rows = post(cast.liaison, address, {"version": 0}, status=400).context["form"].rows
    assert rows > 6


def test_a_line_without_its_measure_is_said_at_its_field_and_the_rest_kept(case, cast, post):
    draft = drafted_plan(case, cast, problems=[], omissions={})
    data = problems(draft, **LINE | {"measure_0": " "}, text_3="会议偏多。", measure_3="合并会议。")
    response = post(cast.liaison, url("plan_problems", case, draft.pk), data, status=400)
    assert list(response.context["form"].errors) == ["measure_0"]
    page = response.content.decode()
    assert "窗口排队时间长。" in page
    assert "合并会议。" in page
    assert OTHERS["CONDUCT"] in page


def test_a_stale_list_comes_back_with_its_text_and_can_be_sent_again(case, cast, post):
    draft = drafted_plan(case, cast)
    data = problems(draft, **LINE)
    save_problems(
        version_id=draft.pk,
        expected_version=draft.version,
        problems=[ProblemGiven("OTHER", "先存的问题。", "先存的措施。")],
        omissions={},
        acting_user=cast.secretary,
    )
    address = url("plan_problems", case, draft.pk)
    response = post(cast.liaison, address, data, status=409)
    assert "窗口排队时间长。" in response.content.decode()
    post(cast.liaison, address, data | {"version": response.context["version"]})
    assert [problem.text for problem in draft.problems.all()] == ["窗口排队时间长。"]


def test_each_remark_is_answered_beside_its_item(case, cast, look, post):
    returned = returned_plan(case, cast)
    draft = draft_version(case_id=case.pk, upload=uploaded("实施方案.docx"), note="", acting_user=cast.liaison)
    remark = returned.remarks.get()
    address = url("plan_answers", case, draft.pk)
    words = look(cast.liaison, address)
    assert remark.wording in words
    assert remark.remark in words
    assert "尚未答复" in look(cast.liaison, url("plan", case))
    post(cast.liaison, address, {"version": draft.version, f"remark_{remark.pk}": "已补充。"})
    assert "已补充。" in look(cast.liaison, url("plan", case))


def test_the_secretary_submits_from_the_tab_and_the_liaison_reads_why_not(case, cast, look, post):
    draft = drafted_plan(case, cast)
    assert "您可以代书记提交" in look(cast.liaison, url("plan", case))
    address, data = url("plan_submit", case, draft.pk), {"version": draft.version}
    post(cast.liaison, address, data, status=403)
    post(cast.secretary, address, data)
    post(cast.secretary, address, data, status=409)
    draft.refresh_from_db()
    assert draft.state == PlanState.SUBMITTED


def test_the_team_reads_why_it_cannot_review_yet(case, cast, look):
    profiled(case, cast, confirmed=False)
    version = submitted_plan(case, cast)
    assert "单位基本情况尚未确认" in look(cast.leader, url("plan", case))
    look(cast.leader, url("plan_review", case, version.pk), status=403)


@pytest.fixture
def version(case, cast):
    profiled(case, cast)
    return submitted_plan(case, cast)


@pytest.mark.requirement(50, 51, 52, 54)
def test_the_review_asks_every_item_under_its_point(case, cast, template, version, look):
    words = look(cast.leader, url("plan_review", case, version.pk))
    for criterion in plan_criteria(template, PlanKind.IMPLEMENTATION):
        assert criterion.group in words
        assert criterion.wording in words
        for _code, wording in criterion.entry_choices:
            assert wording in words


def test_the_leader_passes_the_plan_on_the_page(case, cast, template, version, look, post):
    post(cast.leader, url("plan_review", case, version.pk), filled(template, version))
    for who in (cast.secretary, cast.member, cast.clerk):
        words = look(who, url("plan", case))
        assert "符合要求。" in words
        assert "已通过" in words


def test_a_return_shows_the_unit_each_item_to_revise(case, cast, template, version, look, post):
    item = plan_criteria(template, PlanKind.IMPLEMENTATION).get(code="plan.leaders.study")
    data = {f"answer_{item.pk}": "REVISE", f"remark_{item.pk}": "写明参加学习的安排。"}
    post(cast.leader, url("plan_review", case, version.pk), filled(template, version, **data))
    words = look(cast.liaison, url("plan", case))
    assert f"{item.wording} 写明参加学习的安排。" in words
    assert "起草下一稿" in words


def test_an_unfinished_review_names_each_item_and_loses_nothing(case, cast, template, version, post):
    first, checklist = (
        plan_criteria(template, PlanKind.IMPLEMENTATION).first(),
        plan_criteria(template, PlanKind.IMPLEMENTATION).get(code="plan.safeguards.four_systems"),
    )
    data = filled(template, version, **{f"remark_{first.pk}": "写得具体。", f"ticked_{checklist.pk}": ["INSPECTION"]})
    del data[f"answer_{first.pk}"]
    response = post(cast.leader, url("plan_review", case, version.pk), data, status=400)
    form = response.context["form"]
    assert set(form.errors) == {f"answer_{first.pk}", f"remark_{checklist.pk}"}
    assert form[f"ticked_{checklist.pk}"].value() == ["INSPECTION"]
    assert "写得具体。" in response.content.decode()
    assert not PlanReview.objects.exists()


@pytest.mark.usefixtures("deputy_leads")
def test_a_review_that_came_too_late_keeps_its_text(case, cast, template, version, post):
    data = filled(template, version, opinion="第二个人的意见。")
    reviewed_plan(version, cast)
    response = post(cast.deputy, url("plan_review", case, version.pk), data, status=409)
    assert "第二个人的意见。" in response.content.decode()
    assert PlanReview.objects.count() == 1


@pytest.mark.requirement(47)
def test_the_tab_keeps_the_meeting_beside_the_plan_and_warns_of_one_held_too_early(case, cast, look):
    entered(case, cast)
    assert "动员大会 尚未记录" in look(cast.member, url("plan", case))
    building_activities.submitted(
        case, cast, kind=ActivityKind.MOBILISATION, held_on=ENTERED_ON + timedelta(days=2), has_discussion=False
    )
    words = look(cast.member, url("plan", case))
    assert "2005年1月22日" in words
    assert "通过之前召开" in words


@pytest.mark.parametrize("who", ["liaison", "leader", "clerk"])
def test_it_asks_as_often_whatever_the_number_of_versions(case, cast, client, who):
    client.force_login(getattr(cast, who))

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url("plan", case)).status_code == 200
        return len(queries)

    returned_plan(case, cast)
    once = asked()
    for _round in range(3):
        returned_plan(case, cast)
    passed_plan(case, cast)
    assert asked() <= once <= FRAME + 12
