"""An approval was wrong: the director revokes it, the stage is open again, and the reply is superseded."""

import pytest

from stages.enums import RunState
from stages.models import TransitionRequest
from tests.journeys.steps import all_jobs_done, approve, discuss, look_back, review, wait_for_pages, write_request
from tests.stages.building_transitions import approved, recommended, ripe
from tests.workers.running import wait_for
from units.enums import DocumentKind, DocumentState
from units.models import Document

pytestmark = [pytest.mark.journey, pytest.mark.once]
REASON = "批准后发现学习记录不实，须重新审查。"


def test_it_is_revoked_and_the_stage_is_passed_anew(committed, case, cast, enter, making_documents):
    request, sha256 = recommended(ripe(case, cast), cast)
    approved(request, cast, sha256)
    assert wait_for(all_jobs_done, seconds=120, every=0.5)
    director, secretary, liaison, leader = map(enter, ("director", "secretary", "liaison", "leader"))

    director.opens("transition", case.pk)
    director.follows("Revoke the approval")
    director.presses("Revoke the approval")
    assert director.status == 400
    director.fills(reason=REASON)
    director.presses("Revoke the approval")
    director.sees("The approval is revoked. The stage is open again.")
    reply = Document.objects.get(case=case, kind=DocumentKind.TRANSITION_REPLY)
    assert reply.state == DocumentState.SUPERSEDED
    assert case.runs.get(state=RunState.OPEN).stage.number == 1
    secretary.opens("document", case.pk, reply.pk)
    secretary.sees(str(DocumentState.SUPERSEDED.label))
    secretary.opens("timeline", case.pk)
    secretary.sees(REASON)

    look_back(liaison, case)
    write_request(liaison, case)
    secretary.opens("transition", case.pk)
    secretary.presses("Submit for the Party committee")
    discuss(leader, case)
    review(leader, case)
    wait_for_pages(director, case)
    approve(director, case)
    assert case.runs.get(state=RunState.OPEN).stage.number == 2
    assert TransitionRequest.objects.filter(run__case=case).count() == 2
    assert wait_for(all_jobs_done, seconds=120, every=0.5)
    standing = Document.objects.get(case=case, kind=DocumentKind.TRANSITION_REPLY, state=DocumentState.READY)
    assert standing.number != reply.number
