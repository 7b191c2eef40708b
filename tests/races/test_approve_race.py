"""Everybody presses at once: one decision, one entry in the ledger, one reply, for every request (row 75)."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from stages.enums import Act, RedLine
from stages.models import Decision, TransitionRequest
from stages.services.decisions import approve_transition, return_transition
from stages.services.findings import issue_finding
from teams.exceptions import Conflict
from teams.models import AuditEntry
from tests.races.waiting import second_of
from tests.reports.building_documents import printed_without_paper
from tests.stages.building_findings import drafted
from tests.stages.building_transitions import PINNED, reviewed, ripe, submitted_request
from tests.units.factories import AssignmentFactory, CaseFactory, UnitFactory, UnitMembershipFactory
from units.enums import DocumentKind, UnitRole
from units.models import Document

SHA256 = "a" * 64


@pytest.fixture
def size():
    """Requests and approvers: SQLite writes one at a time, so fewer say as much there."""
    return (50, 20) if connection.vendor == "postgresql" else (6, 8)


def on_the_desk(cast, count):
    """Requests before the director; that their reviews are printed is proved elsewhere."""
    requests = []
    for number in range(count):
        unit = UnitFactory(code=f"R{number}")
        UnitMembershipFactory(unit=unit, user=cast.secretary, role=UnitRole.SECRETARY)
        UnitMembershipFactory(unit=unit, user=cast.liaison, role=UnitRole.LIAISON)
        case = AssignmentFactory(case=CaseFactory(unit=unit, batch=cast.batch), team=cast.team).case
        request = submitted_request(ripe(case, cast), cast)
        printed_without_paper(reviewed(request, cast).document)
        requests.append(request.pk)
    return requests


def race(approvers, requests, act):
    """Each request is acted on by all approvers at the same moment; what became of each act, counted."""
    start = Barrier(approvers)
    outcomes = Counter()

    def press(_approver):
        found = Counter()
        for request in requests:
            start.wait(timeout=60)
            try:
                act(request)
                found["done"] += 1
            except Conflict:
                found["conflict"] += 1
        connections.close_all()
        return found

    with ThreadPoolExecutor(approvers) as pool:
        for found in pool.map(press, range(approvers)):
            outcomes += found
    return outcomes


@pytest.mark.requirement(75)
def test_one_of_all_approvers_decides(committed, cast, size, monkeypatch):
    monkeypatch.setattr("teams.doorbell.ring", lambda job_id: None)  # a worker of this race would only disturb
    count, approvers = size
    requests = on_the_desk(cast, count)

    outcomes = race(
        approvers,
        requests,
        lambda request: approve_transition(request_id=request, expected_sha256=SHA256, acting_user=cast.director),
    )

    assert outcomes == {"done": count, "conflict": count * (approvers - 1)}
    assert Decision.objects.count() == count
    assert AuditEntry.objects.filter(act=Act.TRANSITION_APPROVED).count() == count
    replies = Document.objects.filter(kind=DocumentKind.TRANSITION_REPLY)
    assert replies.count() == count
    numbers = sorted(
        int(number.split("〕")[1].removesuffix("号")) for number in replies.values_list("number", flat=True)
    )
    assert numbers == list(range(1, count + 1)), "the series has neither gap nor double"
    assert TransitionRequest.objects.filter(state="APPROVED").count() == count


def test_approval_and_return_exclude_each_other(committed, cast, monkeypatch):
    monkeypatch.setattr("teams.doorbell.ring", lambda job_id: None)
    requests = on_the_desk(cast, 3)
    turns = iter(range(10_000))

    def approve_or_return(request):
        given = {"request_id": request, "expected_sha256": SHA256, "acting_user": cast.director}
        if next(turns) % 2:
            return approve_transition(**given)
        return return_transition(**given, remark="补齐再报。", pinned=PINNED)

    assert race(4, requests, approve_or_return) == {"done": 3, "conflict": 9}
    assert Decision.objects.count() == 3


@pytest.mark.requirement(10)
def test_a_red_line_that_is_being_issued_is_seen_by_the_approval(committed, cast, monkeypatch):
    """The approval waits for the act that is under way on the same case, and then finds what it left."""
    monkeypatch.setattr("teams.doorbell.ring", lambda job_id: None)
    [request] = on_the_desk(cast, 1)
    case = TransitionRequest.objects.get(pk=request).run.case
    draft = drafted(case, cast, red_line=RedLine.FORMALITY)

    approval = second_of(
        lambda: issue_finding(finding_id=draft.pk, expected_version=draft.version, acting_user=cast.leader),
        lambda: approve_transition(request_id=request, expected_sha256=SHA256, acting_user=cast.director),
    )
    with pytest.raises(Conflict):
        approval.result()
    assert not Decision.objects.exists()
