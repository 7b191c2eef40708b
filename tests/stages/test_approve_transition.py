"""The leading group decides, after the team and on its document; approval opens the next stage (rows 75, 111)."""

import json

import pytest
from django.utils import timezone

from stages.enums import Act, RequestState, RunState
from stages.models import Decision, TeamReview, TransitionRequest
from stages.selectors.runs import current_run
from stages.services import decisions as service
from stages.services.decisions import approve_transition
from teams.exceptions import Conflict, Denied
from teams.models import AuditEntry
from teams.rulings import ALLOWED
from tests.reports.building_documents import made
from tests.stages.building_findings import issued
from tests.stages.building_transitions import (
    approved,
    printed,
    recommended,
    returned_by_group,
    reviewed,
    ripe,
    submitted_request,
)
from units.models import Document


@pytest.fixture
def on_the_desk(case, cast, media):
    return recommended(ripe(case, cast), cast)


@pytest.mark.requirement(75)
def test_it_opens_the_next_stage_with_a_numbered_reply(case, cast, on_the_desk):
    request, sha256 = on_the_desk
    decision = approved(request, cast, sha256)
    first, second = case.runs.order_by("stage__number")
    assert first.state == RunState.CLOSED
    assert second.state == RunState.OPEN
    assert second.stage.number == 2
    assert decision.document_sha256 == sha256
    assert decision.reply.number.endswith("1号")
    snapshot = json.loads(decision.reply.snapshot)
    assert snapshot["addressee"] == "石桥县委"
    assert "同意" in snapshot["title"]
    assert made(decision.reply).state == "READY"
    assert AuditEntry.objects.filter(act=Act.TRANSITION_APPROVED).count() == 1
    case.refresh_from_db()
    assert case.holder == "UNIT"


@pytest.mark.requirement(75)
@pytest.mark.parametrize("who", ["clerk", "leader", "deputy", "member", "secretary", "liaison", "stranger"])
def test_it_is_the_directors(cast, on_the_desk, who):
    request, sha256 = on_the_desk
    with pytest.raises(Denied):
        approve_transition(request_id=request.pk, expected_sha256=sha256, acting_user=getattr(cast, who))


@pytest.mark.requirement(75)
def test_the_proof_of_the_director_fails_with_the_rule_switched_off(cast, on_the_desk, monkeypatch):
    monkeypatch.setattr(service.rules, "may_decide", lambda *given: ALLOWED)
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        test_it_is_the_directors(cast, on_the_desk, "clerk")


@pytest.mark.requirement(75)
@pytest.mark.parametrize("decide", [approved, returned_by_group])
def test_nobody_decides_on_one_s_own_review(cast, on_the_desk, decide):
    """Roles keep the two apart already; should they ever fail to, the act does not."""
    request, sha256 = on_the_desk
    TeamReview.objects.filter(request=request).update(reviewed_by=cast.director)
    with pytest.raises(Denied) as refused:
        decide(request, cast, sha256)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["own_review"]
    assert not Decision.objects.exists()


@pytest.mark.requirement(74, 111)
def test_there_is_no_way_to_the_leading_group_without_the_team(case, cast, media):
    request = submitted_request(ripe(case, cast), cast)
    with pytest.raises(Conflict) as refused:
        approve_transition(request_id=request.pk, expected_sha256="0" * 64, acting_user=cast.director)
    assert str(RequestState.SUBMITTED.label) in str(refused.value)
    assert not Decision.objects.exists()


@pytest.mark.requirement(111)
def test_the_order_is_asked_reviewed_decided(cast, on_the_desk):
    request, sha256 = on_the_desk
    approved(request, cast, sha256)
    request.refresh_from_db()
    assert request.submitted_at <= request.reviewed_at <= request.decided_at


def test_it_waits_for_the_document(case, cast, media):
    request = submitted_request(ripe(case, cast), cast)
    review = reviewed(request, cast)
    with pytest.raises(Conflict):
        approved(request, cast, "")
    approved(request, cast, printed(review))


def test_it_refuses_another_document_than_the_one_read(cast, on_the_desk):
    request, _sha256 = on_the_desk
    with pytest.raises(Conflict):
        approved(request, cast, "f" * 64)


@pytest.mark.requirement(10, 76)
def test_a_red_line_since_the_review_stops_it(case, cast, on_the_desk):
    request, sha256 = on_the_desk
    issued(case, cast, red_line="FORMALITY")
    with pytest.raises(Conflict) as refused:
        approved(request, cast, sha256)
    assert "红线" in str(refused.value)
    returned_by_group(request, cast, sha256)


def test_it_decides_once_and_names_who_decided(case, cast, on_the_desk):
    request, sha256 = on_the_desk
    decided_at = approved(request, cast, sha256).decided_at
    with pytest.raises(Conflict) as refused:
        approved(request, cast, sha256)
    assert cast.director.name in str(refused.value)
    assert f"{timezone.localtime(decided_at):%H:%M}" in str(refused.value), "by the office's clock"
    with pytest.raises(Conflict):
        returned_by_group(request, cast, sha256)
    assert Decision.objects.count() == 1
    assert Document.objects.filter(kind="TRANSITION_REPLY").count() == 1


def test_a_return_brings_the_request_back_as_round_two(case, cast, on_the_desk):
    request, sha256 = on_the_desk
    returned_by_group(request, cast, sha256)
    again, again_sha256 = recommended(case, cast)
    assert again.round == 2
    approved(again, cast, again_sha256)
    assert TransitionRequest.objects.filter(run__case=case).count() == 2
    assert current_run(case).stage.number == 2


def test_what_failed_leaves_no_trace(case, cast, on_the_desk, monkeypatch):
    """The whole act or nothing: a reply that cannot be ordered takes the decision back."""
    request, sha256 = on_the_desk

    def broken(**given):
        raise RuntimeError

    monkeypatch.setattr(service, "order_document", broken)
    with pytest.raises(RuntimeError):
        approved(request, cast, sha256)
    assert not Decision.objects.exists()
    assert current_run(case).stage.number == 1
