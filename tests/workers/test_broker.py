"""A dead or silent broker costs the act nothing: the document is being prepared, and comes when the broker is back."""

import socket

import pytest
from django.db import transaction
from kombu import Connection

from reports.tasks import reconcile_jobs, run_job
from teams import doorbell
from teams.enums import JobState
from tests.reports.building_documents import job_of, ordered_reply
from tests.stages.building_transitions import approved, recommended, ripe
from tests.workers.running import wait_for, worker
from units.enums import DocumentState


@pytest.fixture
def refused():
    """A port at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


@pytest.fixture
def silent():
    """A port that takes calls and never answers."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(50)
        yield listening.getsockname()[1]


@pytest.fixture(params=["refused", "silent"])
def lost_broker(request, monkeypatch):
    """The publisher calls a broker that is not there."""
    port = request.getfixturevalue(request.param)
    options = {"socket_timeout": 0.3, "socket_connect_timeout": 0.3, "max_retries": 0}
    monkeypatch.setattr(
        doorbell.current_app,
        "connection_for_write",
        lambda **given: Connection(f"redis://127.0.0.1:{port}/0", transport_options=options),
    )
    return monkeypatch


def test_the_decision_stands_and_its_reply_comes_later(committed, cast, case, media, lost_broker):
    request, sha256 = recommended(ripe(case, cast), cast)
    decision = approved(request, cast, sha256)
    assert decision.reply.state == DocumentState.PREPARING
    job = job_of(decision.reply)
    assert job.state == JobState.QUEUED

    lost_broker.undo()
    with worker():
        assert wait_for(lambda: reconcile_jobs() or is_ready(decision.reply), seconds=120, every=2)


def is_ready(document):
    document.refresh_from_db()
    return document.state == DocumentState.READY


def test_nobody_rings_for_an_act_that_was_taken_back(committed, case, monkeypatch):
    rung = []
    monkeypatch.setattr(doorbell, "ring", rung.append)
    with pytest.raises(RuntimeError), transaction.atomic():
        ordered_reply(case)
        raise RuntimeError
    assert rung == []


def test_a_bell_for_a_job_that_is_done_does_nothing(committed, case, media, monkeypatch):
    monkeypatch.setattr(doorbell, "ring", lambda job_id: None)
    with transaction.atomic():
        document = ordered_reply(case)
    run_job(job_of(document).pk)
    assert is_ready(document)
    run_job(job_of(document).pk)
    assert job_of(document).tries == 1
