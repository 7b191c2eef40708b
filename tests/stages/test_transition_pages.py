"""The transition's pages: what is offered is what is allowed; a refusal keeps its status and every word."""

import pytest
from django.urls import reverse

from stages.enums import RequestState, ReviewVerdict
from stages.services.team_reviews import judged
from stages.services.transitions import submit_transition
from tests.stages.building_gates import Matter, collective
from tests.stages.building_plans import entered
from tests.stages.building_transitions import (
    TEXT,
    approved,
    drafted_request,
    recommended,
    reviewed,
    ripe,
    submitted_request,
)


def address(name, case, request=None):
    return reverse(name, args=[case.pk, request.pk] if request else [case.pk])


@pytest.fixture
def seen_by(client):
    def login(user):
        client.force_login(user)
        return client

    return login


@pytest.mark.parametrize("who", ["secretary", "liaison", "leader", "member", "director", "clerk"])
def test_everyone_of_the_case_reads_what_is_missing(case, cast, seen_by, who):
    entered(case, cast)
    answer = seen_by(getattr(cast, who)).get(address("transition", case))
    assert answer.status_code == 200
    assert "还差" in answer.content.decode()


@pytest.mark.parametrize("who", ["other_secretary", "other_leader", "parent_liaison", "stranger"])
def test_nobody_else_learns_that_it_exists(case, cast, seen_by, who):
    entered(case, cast)
    assert seen_by(getattr(cast, who)).get(address("transition", case)).status_code == 404


@pytest.mark.requirement(76)
def test_a_request_below_quality_is_refused_when_it_is_posted_all_the_same(case, cast, seen_by):
    entered(case, cast)
    request = drafted_request(case, cast)
    answer = seen_by(cast.secretary).post(address("transition_submit", case, request), {"version": request.version})
    assert answer.status_code == 403
    assert "实施方案尚未通过" in answer.content.decode()
    request.refresh_from_db()
    assert request.state == RequestState.DRAFT


def test_the_page_offers_submission_only_when_the_rule_allows(case, cast, seen_by):
    entered(case, cast)
    drafted_request(case, cast)
    assert "暂不能提交" in seen_by(cast.secretary).get(address("transition", case)).content.decode()


def test_a_draft_is_written_and_a_stale_one_keeps_its_text(case, cast, seen_by):
    entered(case, cast)
    client = seen_by(cast.liaison)
    client.post(address("transition_draft", case))
    request = case.runs.get().requests.get()
    words = {"situation": "全县一千余名党员参加。", "practice": "", "results": "", "remaining": "", "resolution": ""}
    written = client.post(address("transition_edit", case, request), words | {"version": request.version})
    assert written.status_code == 302
    stale = client.post(
        address("transition_edit", case, request), words | {"situation": "另一窗口的文字", "version": request.version}
    )
    assert stale.status_code == 409
    assert "另一窗口的文字" in stale.content.decode()


def test_what_is_saved_after_the_secretary_has_submitted_is_not_lost(case, cast, seen_by, media):
    request = submitted_request(ripe(case, cast), cast)
    late = seen_by(cast.liaison).post(
        address("transition_edit", case, request), {"situation": "还在写的文字", "version": request.version}
    )
    assert late.status_code == 409
    assert "还在写的文字" in late.content.decode()
    assert seen_by(cast.liaison).get(address("transition_edit", case, request)).status_code == 409


@pytest.mark.requirement(4)
def test_the_team_reads_the_answers_to_a_return_when_they_are_handed_in(case, cast, seen_by, media):
    reviewed(submitted_request(ripe(case, cast), cast), cast, ReviewVerdict.RETURNED)
    answering = drafted_request(case, cast)

    def reads(user):
        return "已补齐，见附件。" in seen_by(user).get(address("transition", case)).content.decode()

    assert (reads(cast.liaison), reads(cast.leader), reads(cast.director)) == (True, False, False)
    submit_transition(request_id=answering.pk, expected_version=answering.version, acting_user=cast.secretary)
    assert (reads(cast.leader), reads(cast.director)) == (True, True)


def test_the_look_back_names_what_was_left_out(case, cast, seen_by):
    entered(case, cast)
    client = seen_by(cast.liaison)
    assert client.get(address("look_back", case)).status_code == 200
    answer = client.post(address("look_back", case), {"held_on": "2005-03-01", "summary": "已逐条对照。"})
    assert answer.status_code == 400
    assert "已逐条对照。" in answer.content.decode()


def test_the_team_gives_its_review(case, cast, seen_by):
    request = submitted_request(ripe(case, cast), cast)
    meeting = collective(case, cast, Matter.TRANSITION)
    client = seen_by(cast.leader)
    assert client.get(address("transition_review", case, request)).status_code == 200
    answers = {f"answer_{criterion.pk}": "YES" for criterion in judged(request)}
    form = {
        "verdict": ReviewVerdict.RECOMMENDED,
        "opinion": "",
        "remaining": "继续跟踪。",
        "collective_decision": meeting.pk,
        "version": request.version,
    }
    refused = client.post(address("transition_review", case, request), answers | form)
    assert refused.status_code == 400
    assert "继续跟踪。" in refused.content.decode()
    given = client.post(address("transition_review", case, request), answers | form | {"opinion": "同意转段。"})
    assert given.status_code == 302
    assert seen_by(cast.secretary).get(address("transition_review", case, request)).status_code == 403


def test_the_director_decides_with_the_pages_in_view(case, cast, media, seen_by):
    request, sha256 = recommended(ripe(case, cast), cast)
    client = seen_by(cast.director)
    desk = client.get(address("transition_decide", case, request)).content.decode()
    assert sha256 in desk
    assert f"/documents/{request.review.document_id}/" in desk
    assert seen_by(cast.clerk).get(address("transition_decide", case, request)).status_code == 403
    client = seen_by(cast.director)
    assert client.post(address("transition_approve", case, request), {"sha256": sha256}).status_code == 302
    again = client.post(address("transition_approve", case, request), {"sha256": sha256, "remark": "同意，抓紧落实。"})
    assert again.status_code == 409
    assert "同意，抓紧落实。" in again.content.decode()
    assert "已由" in again.content.decode()


def test_a_return_without_items_keeps_its_words(case, cast, media, seen_by):
    request, sha256 = recommended(ripe(case, cast), cast)
    client = seen_by(cast.director)
    form = {"return-sha256": sha256, "return-remark": "补课记录不全。"}
    refused = client.post(address("transition_return", case, request), form)
    assert refused.status_code == 400
    assert "补课记录不全。" in refused.content.decode()
    form["return-pinned_0"] = "补齐记录。"
    assert client.post(address("transition_return", case, request), form).status_code == 302
    page = seen_by(cast.secretary).get(address("transition", case)).content.decode()
    assert "补齐记录。" in page


def test_the_rounds_stay_readable(case, cast, media, seen_by):
    request, sha256 = recommended(ripe(case, cast), cast)
    approved(request, cast, sha256)
    page = seen_by(cast.secretary).get(address("transition", case)).content.decode()
    assert TEXT.paper_number in page
    assert "批复" in page


def test_a_notice_of_the_request_leads_to_it(case, cast, seen_by, media):
    submitted_request(ripe(case, cast), cast)
    page = seen_by(cast.leader).get(reverse("notices"))
    notice = next(each for each in page.context["notices"] if "转段" in each.sentence)
    assert notice.url == address("transition", case)
    assert seen_by(cast.leader).get(notice.url).status_code == 200
