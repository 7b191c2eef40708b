"""An approval is taken back by the director, with a reason, until the next stage has a decision (rows 75, 78)."""

import pytest

from stages.enums import Act, RequestState, RunState, TodoKind
from stages.models import Decision, Revocation, StageRun, TransitionRequest
from stages.selectors.runs import current_run
from stages.services.revocations import revoke_approval
from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import AuditEntry, Notification
from tests.reports.building_documents import made
from tests.stages.building_transitions import approved, recommended, ripe
from tests.units.building_todos import open_todos
from units.enums import DocumentState
from units.models import Todo
from units.services import todos

REASON = "经复核，补课记录有误。"


@pytest.fixture
def decision(case, cast, media):
    request, sha256 = recommended(ripe(case, cast), cast)
    return approved(request, cast, sha256)


def revoke(decision, cast, **given):
    request = TransitionRequest.objects.get(pk=decision.request_id)
    given.setdefault("expected_version", request.version)
    given.setdefault("acting_user", cast.director)
    given.setdefault("reason", REASON)
    return revoke_approval(request_id=request.pk, **given)


def states(case):
    return [RunState(state) for state in case.runs.order_by("stage__number").values_list("state", flat=True)]


def test_it_reopens_the_stage_and_puts_the_next_one_back(case, cast, decision):
    revoke(decision, cast)
    assert states(case) == [RunState.OPEN, RunState.SUSPENDED]
    run = current_run(case)
    assert (run.stage.number, run.closed_on) == (1, None)
    decision.request.refresh_from_db()
    assert decision.request.state == RequestState.REVOKED
    assert open_todos(case)[TodoKind.REQUEST].target_id == run.pk
    case.refresh_from_db()
    assert case.holder == "UNIT"


def test_it_marks_the_reply_and_keeps_it_readable(cast, decision):
    made(decision.reply)
    revoke(decision, cast)
    decision.reply.refresh_from_db()
    assert decision.reply.state == DocumentState.SUPERSEDED
    assert decision.reply.file is not None


def test_a_reply_that_is_still_being_made_is_void(cast, decision):
    revoke(decision, cast)
    decision.reply.refresh_from_db()
    assert decision.reply.state == DocumentState.VOID


def test_what_was_asked_in_the_next_stage_is_withdrawn_with_it(case, cast, decision):
    request = TransitionRequest.objects.create(run=current_run(case), round=1, drafted_by=cast.liaison)
    revoke(decision, cast)
    request.refresh_from_db()
    assert (request.state, request.withdrawn_reason) == (RequestState.WITHDRAWN, REASON)


def test_the_stage_passes_again_into_the_run_that_was_put_back(case, cast, decision):
    later = current_run(case)
    revoke(decision, cast)
    request, sha256 = recommended(case, cast)
    again = approved(request, cast, sha256)
    assert request.round == 2
    assert states(case) == [RunState.CLOSED, RunState.OPEN]
    assert current_run(case) == later
    assert again.reply.number != decision.reply.number


@pytest.mark.parametrize("who", ["clerk", "leader", "deputy", "member", "secretary", "liaison", "stranger"])
def test_it_is_the_directors(case, cast, decision, who):
    with pytest.raises(Denied):
        revoke(decision, cast, acting_user=getattr(cast, who))
    assert states(case) == [RunState.CLOSED, RunState.OPEN]


def test_it_asks_for_a_reason(cast, decision):
    with pytest.raises(Invalid):
        revoke(decision, cast, reason=" ")
    assert not Revocation.objects.exists()


def test_it_is_done_once(cast, decision):
    revoke(decision, cast)
    with pytest.raises(Conflict):
        revoke(decision, cast)
    assert Revocation.objects.count() == 1


def test_a_stale_form_is_refused(cast, decision):
    with pytest.raises(Conflict):
        revoke(decision, cast, expected_version=1)


def test_it_comes_too_late_once_the_next_stage_is_decided(case, cast, decision):
    TransitionRequest.objects.filter(pk=decision.request_id).update(version=7)
    later = TransitionRequest.objects.create(
        run=current_run(case),
        round=1,
        state=RequestState.RETURNED_BY_GROUP,
        drafted_by=cast.liaison,
        submitted_by=cast.secretary,
        submitted_at=clock.now(),
        reviewed_at=clock.now(),
        decided_at=clock.now(),
    )
    Decision.objects.create(
        request=later,
        outcome="RETURNED",
        remark="退回补正。",
        reviewer=cast.leader,
        decider=cast.director,
        document_sha256="0" * 64,
    )
    with pytest.raises(Denied) as refused:
        revoke(decision, cast, expected_version=7)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["next_stage_decided"]


def test_it_stands_in_the_ledger_and_both_sides_are_told(cast, decision):
    revoke(decision, cast)
    entry = AuditEntry.objects.get(act=Act.TRANSITION_REVOKED)
    assert entry.actor == cast.director
    told = Notification.objects.filter(kind="stages.approval_revoked").values_list("recipient__username", flat=True)
    assert {"secretary", "leader"} <= set(told)


def test_revoking_the_completion_opens_the_closed_case_with_what_was_to_be_done(case, cast, decision):
    """The last stage's approval closes the case: then there is no next run, and duties come back as they were."""
    StageRun.objects.filter(case=case, stage__number=2).delete()
    stage = decision.request.run.stage
    type(stage).objects.filter(pk=stage.pk).update(closes_case=True)
    case.refresh_from_db()
    todos.settle(case, TodoKind.REQUEST)
    todos.open_todo(case, "stages.rectify", party="UNIT", key="stages.rectify:7")
    todos.settle_all(case, at=decision.decided_at)
    type(case).objects.filter(pk=case.pk).update(closed_on=clock.today())
    revoke(decision, cast)
    case.refresh_from_db()
    assert case.closed_on is None
    assert set(Todo.objects.filter(case=case, settled_at=None).values_list("key", flat=True)) == {
        "stages.rectify:7",
        str(TodoKind.REQUEST),
    }


def test_the_director_does_it_on_a_page_and_nobody_else_finds_the_button(client, case, cast, decision):
    address = f"/cases/{case.pk}/transition/{decision.request_id}/revoke/"
    client.force_login(cast.secretary)
    assert address not in client.get(f"/cases/{case.pk}/transition/").content.decode()
    assert client.get(address).status_code == 403
    client.force_login(cast.director)
    assert address in client.get(f"/cases/{case.pk}/transition/").content.decode()
    version = TransitionRequest.objects.get(pk=decision.request_id).version
    refused = client.post(address, {"reason": "", "version": version})
    assert refused.status_code == 400
    assert client.post(address, {"reason": REASON, "version": version}).status_code == 302
    assert REASON in client.get(f"/cases/{case.pk}/transition/").content.decode()
