"""Everybody acts on one request at once: approve, return, withdraw, revoke, edit (rows 73-75).

What comes of it is what some order of the acts that went through gives by the reference model; everybody else met a
`Conflict` and left nothing.
"""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from copy import deepcopy
from dataclasses import replace
from itertools import cycle, islice, permutations
from threading import Barrier

import pytest
from django.db import connection, connections

from stages.models import Decision, ReturnItem, Revocation, StageRun, TransitionRequest
from teams import clock
from teams.exceptions import Conflict
from teams.models import AuditEntry, Job, Notification
from tests.machine.acting import Answer
from tests.machine.acts import ACTS
from tests.machine.agreeing import agree, duties_follow, ledger_explains
from tests.machine.scene import Scene
from tests.machine.starting import RIPE, SMALL, play
from tests.stages.factories import load
from units.models import Document

TABLES = (AuditEntry, Document, Job, Notification, Decision, Revocation, ReturnItem, StageRun, TransitionRequest)
APPROVE, RETURN, REVOKE = ("approve", "director"), ("return_by_group", "director"), ("revoke", "director")
WITHDRAW, EDIT, SUBMIT = (
    ("withdraw_request", "secretary"),
    ("write_request", "liaison"),
    ("hand_in_request", "secretary"),
)
DRAFT, RECOMMEND = ("draft_request", "liaison"), ("recommend_request", "leader")
# Where the request stands → who acts on it at once.
RACES = {
    "RECOMMENDED": [APPROVE, APPROVE, RETURN, WITHDRAW, REVOKE, EDIT],
    "DRAFT": [SUBMIT, SUBMIT, WITHDRAW, EDIT, EDIT, APPROVE],
    "APPROVED": [REVOKE, REVOKE, APPROVE, RETURN, WITHDRAW, EDIT],
    "SUBMITTED": [WITHDRAW, WITHDRAW, EDIT, APPROVE, RETURN, REVOKE],
}
# From where the last race left the request to where the next one begins.
ONWARD = {
    "": DRAFT,
    "DRAFT": SUBMIT,
    "SUBMITTED": RECOMMEND,
    "RECOMMENDED": APPROVE,
    "APPROVED": REVOKE,
    "REVOKED": DRAFT,
    "WITHDRAWN": DRAFT,
    "RETURNED_BY_GROUP": DRAFT,
}


@pytest.fixture
def template(committed):
    return load(SMALL)


@pytest.fixture
def scene(cast, media, monkeypatch):
    """All is done that the first stage asks for, and no worker disturbs."""
    monkeypatch.setattr("teams.doorbell.ring", lambda job_id: None)
    scene = Scene(cast)
    play(scene, RIPE)
    return scene


def bring(scene, state):
    """The latest request stands at this state."""
    while (now := scene.model.requests[-1].state if scene.model.requests else "") != state:
        # What has gone past is ended, and the next round begins.
        scene.do(*(RETURN if now == "RECOMMENDED" and state in ("DRAFT", "SUBMITTED") else ONWARD[now]))


def rows():
    return Counter({model.__name__: model._default_manager.count() for model in TABLES})


def weighed(scene):
    """(act, state before) → the rows that the act leaves when nobody disturbs it."""
    leaves = {}
    for state, acts in RACES.items():
        for name, by in acts:
            bring(scene, state)
            if ACTS[name].answer(scene.model, scene.model.requests[-1], by) is Answer.ALLOWED:
                before = rows()
                scene.do(name, by)
                leaves[name, state] = rows() - before
    return leaves


def at_once(scene, acts, pool):
    """The acts that went through; each thread keeps its connection."""
    thing, barrier = scene.model.requests[-1], Barrier(len(acts))
    frozen = replace(scene, model=deepcopy(scene.model))

    def press(name, by):
        barrier.wait(timeout=60)
        with clock.set_to(scene.at):
            try:
                ACTS[name].perform(frozen, thing, getattr(frozen.cast, by), "well")
            except Conflict:
                return False
            return True

    outcomes = list(pool.map(press, *zip(*acts, strict=True)))
    return [act for act, went_through in zip(acts, outcomes, strict=True) if went_through]


def explained(scene, done, leaves):
    """The model after an order of these acts that gives what stands, and the rows that they leave."""
    for order in permutations(done):
        model, left = deepcopy(scene.model), Counter()
        for name, by in order:
            thing = model.requests[-1]
            if ACTS[name].answer(model, thing, by) is not Answer.ALLOWED:
                break
            left += leaves[name, thing.state]
            ACTS[name].change(model, thing, by, None)
        else:
            if stands(replace(scene, model=model)):
                return model, left
    raise AssertionError(f"No order of {done} on {scene.model.requests[-1]} gives what stands.")


def stands(scene):
    try:
        agree(scene)
    except AssertionError:
        return False
    return True


def race(scene, count):
    """So many races, one after the other on the same case."""
    began, together = time.monotonic(), Counter()
    leaves = weighed(scene)
    with ThreadPoolExecutor(6) as pool:
        for state in islice(cycle(RACES), count):
            bring(scene, state)
            before = rows()
            done = at_once(scene, RACES[state], pool)
            scene.model, left = explained(scene, done, leaves)
            assert rows() - before == left, f"{done} from {state}"
            duties_follow(scene)
            together[state, len(done)] += 1
        _close(pool)
    ledger_explains(scene)
    print(f"\n{count} races in {(time.monotonic() - began) / 60:.1f} minutes; at once went through: {dict(together)}")


def _close(pool):
    """Each thread its own connection."""
    barrier = Barrier(6)

    def close(_thread):
        barrier.wait(timeout=60)
        connections.close_all()

    list(pool.map(close, range(6)))


@pytest.mark.requirement(73, 75)
def test_what_comes_of_acts_at_once_is_what_comes_of_them_in_some_order(scene):
    race(scene, 60 if connection.vendor == "postgresql" else 12)


@pytest.mark.deep
@pytest.mark.requirement(73, 75)
def test_five_hundred_races(scene):
    race(scene, 500)
