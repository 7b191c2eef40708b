"""The team reviews before the leading group decides: together, on every exit criterion (rows 19, 21, 74, 76, 96)."""

import json
from datetime import timedelta

import pytest

from stages.enums import Act, ExitAnswer, Matter, RequestState, ReviewVerdict, TodoKind
from stages.models import TeamReview
from stages.rules import blockers as blockers_rule
from stages.services import team_reviews as service
from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import AuditEntry, Job
from teams.rulings import ALLOWED
from tests.stages.building_gates import collective
from tests.stages.building_transitions import exit_answers, reviewed, ripe, submitted_request
from units.enums import DocumentKind
from units.models import Document, Todo


@pytest.fixture
def request_(case, cast):
    return submitted_request(ripe(case, cast), cast)


@pytest.mark.requirement(74)
def test_it_sends_the_request_on_with_a_document_frozen_and_queued(case, cast, request_):
    review = reviewed(request_, cast)
    assert request_.state == RequestState.RECOMMENDED
    document = Document.objects.get(case=case, kind=DocumentKind.TRANSITION_REVIEW)
    assert review.document == document
    snapshot = json.loads(document.snapshot)
    assert snapshot["unit"]["name"] == "石桥县委"
    assert [quantity["verified"] for quantity in snapshot["quantities"]][:3] == ["40", "5", "3"]
    assert snapshot["gates"][0]["verdict"] == "PASSED"
    assert snapshot["meeting"]["present"] == 2
    assert Job.objects.filter(key=f"document:{document.pk}").count() == 1
    assert AuditEntry.objects.filter(act=Act.TRANSITION_RECOMMENDED).count() == 1
    case.refresh_from_db()
    assert case.holder == "GROUP"


@pytest.mark.requirement(74)
@pytest.mark.parametrize("who", ["member", "secretary", "director", "clerk", "other_leader"])
def test_it_is_given_by_the_leader_alone(cast, request_, who):
    with pytest.raises(Denied):
        reviewed(request_, cast, acting_user=getattr(cast, who))


@pytest.mark.requirement(74)
@pytest.mark.parametrize("verdict", ReviewVerdict)
def test_it_gives_the_team_s_opinion_in_writing(cast, request_, verdict):
    with pytest.raises(Invalid) as refused:
        reviewed(request_, cast, verdict, opinion=" \n")
    assert list(refused.value.errors) == ["opinion"]
    assert not TeamReview.objects.exists()


@pytest.mark.usefixtures("deputy_leads")
def test_the_deputy_may_act_for_the_leader(cast, request_):
    reviewed(request_, cast, acting_user=cast.deputy)
    assert request_.state == RequestState.RECOMMENDED


@pytest.mark.requirement(19, 21)
def test_it_answers_every_exit_criterion(cast, request_):
    with pytest.raises(Invalid) as refused:
        reviewed(request_, cast, answers=[])
    asked = {field for field in refused.value.errors if field.startswith("answer_")}
    assert asked == {f"answer_{criterion.pk}" for criterion in service.judged(request_)}
    assert {"exit.no_formality", "exit.no_deviation", "exit.threads.leadership"} <= {
        criterion.code for criterion in service.judged(request_)
    }


@pytest.mark.requirement(21)
def test_it_does_not_recommend_formality(cast, request_):
    doubtful = exit_answers(request_, **{"exit.no_formality": {"answer": ExitAnswer.PARTLY, "note": "讨论走形式。"}})
    with pytest.raises(Invalid):
        reviewed(request_, cast, answers=doubtful)
    assert not TeamReview.objects.exists()


def test_a_doubtful_answer_says_what_is_missing(cast, request_):
    doubtful = exit_answers(request_, **{"exit.leaders.study": {"answer": ExitAnswer.PARTLY}})
    with pytest.raises(Invalid):
        reviewed(request_, cast, answers=doubtful)


@pytest.mark.requirement(96)
def test_it_needs_the_meeting_of_a_quorum(case, cast, request_):
    with pytest.raises(Invalid):
        reviewed(request_, cast, collective_decision_id=None)
    alone = collective(case, cast, Matter.TRANSITION, present=("leader",))
    with pytest.raises(Denied):
        reviewed(request_, cast, collective_decision_id=alone.pk)


@pytest.mark.requirement(96)
def test_a_meeting_of_before_the_request_is_not_on_it_though_it_is_written_down_now(case, cast, request_):
    earlier = collective(case, cast, Matter.TRANSITION, held_on=clock.today() - timedelta(days=1))
    with pytest.raises(Invalid) as refused:
        reviewed(request_, cast, collective_decision_id=earlier.pk)
    assert set(refused.value.errors) == {"collective_decision"}


@pytest.mark.requirement(76)
def test_it_cannot_recommend_what_is_below_quality(case, cast):
    """All is declared, nothing verified: the unit may ask, the team may not pass it on."""
    request = submitted_request(ripe(case, cast, verified=False), cast)
    with pytest.raises(Denied) as refused:
        reviewed(request, cast)
    codes = {reason.code for reason in refused.value.ruling.reasons}
    assert "quantity:gate.theory_study.study_time" in codes
    assert any(code.startswith("gate_not_passed") for code in codes)
    assert not TeamReview.objects.exists()
    assert not Document.objects.exists()


@pytest.mark.requirement(76)
def test_the_proof_of_quality_fails_with_the_rule_switched_off(case, cast, monkeypatch):
    monkeypatch.setattr(blockers_rule, "ruling", lambda found: ALLOWED)
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        test_it_cannot_recommend_what_is_below_quality(case, cast)


@pytest.mark.requirement(74)
def test_the_proof_of_the_team_fails_with_the_rule_switched_off(cast, request_, monkeypatch):
    monkeypatch.setattr(service.rules, "may_review", lambda *given: ALLOWED)
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        test_it_is_given_by_the_leader_alone(cast, request_, "secretary")


def test_it_returns_with_pinned_items(case, cast, request_):
    reviewed(request_, cast, ReviewVerdict.RETURNED)
    assert request_.state == RequestState.RETURNED_BY_TEAM
    assert request_.return_items.count() == 2
    assert Todo.objects.filter(case=case, kind=TodoKind.REQUEST, settled_at=None).count() == 1
    assert not Document.objects.exists()


def test_a_return_names_something_to_mend(cast, request_):
    with pytest.raises(Invalid):
        reviewed(request_, cast, ReviewVerdict.RETURNED, pinned=())


def test_a_returned_request_comes_back_as_round_two_with_every_answer(case, cast, request_):
    reviewed(request_, cast, ReviewVerdict.RETURNED)
    again = submitted_request(case, cast)
    assert again.round == 2
    assert all(item.answer for item in request_.return_items.all())
    snapshot = json.loads(reviewed(again, cast).document.snapshot)
    assert snapshot["rounds"][0]["returned_by"] == "TEAM"
    assert len(snapshot["rounds"][0]["items"]) == 2


def test_it_is_given_once(cast, request_):
    reviewed(request_, cast)
    with pytest.raises(Conflict):
        reviewed(request_, cast)
    assert TeamReview.objects.count() == 1
