"""The Party committee requests the transition, and only when nothing that it can know is missing (rows 73, 76)."""

import pytest

from stages.enums import Act, NoticeKind, RequestState, TodoKind
from stages.models import TransitionRequest
from stages.services import transitions as service
from stages.services.transitions import RequestText, save_transition, submit_transition, withdraw_transition
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import AuditEntry, Notification
from teams.rulings import ALLOWED
from tests.stages.building_plans import entered, passed_plan
from tests.stages.building_transitions import drafted_request, ripe, submitted_request
from tests.units.building_activities import studied
from units.models import Todo


def submit(request, user):
    return submit_transition(request_id=request.pk, expected_version=request.version, acting_user=user)


@pytest.mark.requirement(73)
def test_it_lets_the_secretary_ask(case, cast):
    request = drafted_request(ripe(case, cast, verified=False), cast)
    submit(request, cast.secretary)
    request.refresh_from_db()
    assert request.state == RequestState.SUBMITTED
    assert request.submitted_by == cast.secretary
    assert AuditEntry.objects.filter(act=Act.TRANSITION_SUBMITTED, scope_id=case.pk).count() == 1
    assert Notification.objects.filter(recipient=cast.leader, kind="stages.request_submitted").count() == 1
    assert Todo.objects.filter(case=case, kind=TodoKind.REVIEW_REQUEST, settled_at=None).count() == 1
    case.refresh_from_db()
    assert case.holder == "TEAM"


@pytest.mark.requirement(73)
@pytest.mark.parametrize("who", ["liaison", "leader", "member", "director", "clerk", "other_secretary", "stranger"])
def test_it_lets_nobody_else_ask(case, cast, who):
    request = drafted_request(ripe(case, cast, verified=False), cast)
    with pytest.raises(Denied) as refused:
        submit(request, getattr(cast, who))
    assert refused.value.ruling.reasons[0].code == "not_secretary"


@pytest.mark.requirement(76)
def test_it_refuses_what_is_below_quality_with_every_reason(case, cast):
    passed_plan(case, cast)
    studied(case, cast, minutes=1860, days=4, discussions=2)
    request = drafted_request(case, cast)
    with pytest.raises(Denied) as refused:
        submit(request, cast.secretary)
    codes = {reason.code for reason in refused.value.ruling.reasons}
    assert {
        "quantity:gate.theory_study.study_time",
        "quantity:gate.theory_study.concentrated_days",
        "quantity:gate.theory_study.discussions",
        "quantity:exit.mobilisation",
        "no_look_back",
    } <= codes


@pytest.mark.requirement(76)
def test_the_proof_of_quality_fails_with_the_rule_switched_off(case, cast, monkeypatch):
    monkeypatch.setattr(service.blockers_rule, "ruling", lambda found: ALLOWED)
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        test_it_refuses_what_is_below_quality_with_every_reason(case, cast)


@pytest.mark.requirement(73)
def test_the_proof_of_the_secretary_fails_with_the_rule_switched_off(case, cast, monkeypatch):
    monkeypatch.setattr(service.rules, "may_submit", lambda *given, **how: ALLOWED)
    with pytest.raises(pytest.fail.Exception, match="DID NOT RAISE"):
        test_it_lets_nobody_else_ask(case, cast, "liaison")


@pytest.mark.requirement(73)
@pytest.mark.parametrize("part", ["situation", "resolution"])
def test_it_asks_for_every_part_the_resolution_too_and_keeps_the_draft(case, cast, part):
    request = drafted_request(ripe(case, cast, verified=False), cast, **{part: "  "})
    with pytest.raises(Invalid) as refused:
        submit(request, cast.secretary)
    assert list(refused.value.errors) == [part]
    request.refresh_from_db()
    assert request.state == RequestState.DRAFT


@pytest.mark.requirement(73)
def test_it_keeps_one_open_request(case, cast):
    ripe(case, cast, verified=False)
    first = submitted_request(case, cast)
    assert service.draft_transition(case_id=case.pk, acting_user=cast.liaison) == first
    assert TransitionRequest.objects.count() == 1


def test_it_refuses_a_second_submission(case, cast):
    request = submitted_request(ripe(case, cast, verified=False), cast)
    with pytest.raises(Conflict):
        submit(request, cast.secretary)


def test_it_refuses_a_stale_form(case, cast):
    request = drafted_request(ripe(case, cast, verified=False), cast)
    with pytest.raises(Conflict):
        save_transition(
            request_id=request.pk, expected_version=1, text=RequestText(), answers={}, acting_user=cast.liaison
        )
    with pytest.raises(Conflict):
        submit_transition(request_id=request.pk, expected_version=1, acting_user=cast.secretary)


def test_it_can_be_withdrawn_before_the_team_has_spoken(case, cast):
    request = submitted_request(ripe(case, cast, verified=False), cast)
    withdraw_transition(
        request_id=request.pk, expected_version=request.version, reason="补充材料。", acting_user=cast.secretary
    )
    assert service.draft_transition(case_id=case.pk, acting_user=cast.liaison).round == 2
    assert Todo.objects.filter(case=case, kind=TodoKind.REVIEW_REQUEST, settled_at=None).count() == 0
    assert Notification.objects.filter(kind=NoticeKind.REQUEST_WITHDRAWN).exists()


def test_the_team_is_not_told_that_a_draft_it_never_saw_is_withdrawn(case, cast):
    entered(case, cast)
    draft = drafted_request(case, cast)
    withdraw_transition(
        request_id=draft.pk, expected_version=draft.version, reason="重新起草。", acting_user=cast.secretary
    )
    assert not Notification.objects.filter(kind=NoticeKind.REQUEST_WITHDRAWN).exists()
