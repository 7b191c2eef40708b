"""Nobody brings a case into a state that nobody designed: sequences of acts, asked of the platform and of the model."""

import time
from collections import Counter
from copy import deepcopy
from dataclasses import replace

import pytest
from django.db import transaction
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test

from tests.machine import starting
from tests.machine.acting import EVERYBODY, Answer
from tests.machine.acts import ACTS
from tests.machine.agreeing import agree, duties_follow, ledger_explains
from tests.machine.scene import Scene
from tests.units.factories import AssignmentFactory, CaseFactory, UnitFactory, UnitMembershipFactory
from units.enums import UnitRole

STARTS = {
    "opened": [],
    "entered": starting.ENTER,
    "planned": starting.PLANNED,
    "ripe": starting.RIPE,
    "on the desk": starting.ON_THE_DESK,
    "second stage": starting.SECOND,
    "second on the desk": starting.SECOND_ON_THE_DESK,
    "closed": starting.CLOSED,
}


@pytest.fixture
def scenes(cast, media, monkeypatch):
    """A case at each start, on the way of the same people."""
    monkeypatch.setattr("teams.doorbell.ring", lambda job_id: None)
    return {name: _scene(cast, acts) for name, acts in STARTS.items()}


def _scene(cast, acts):
    unit = UnitFactory()
    UnitMembershipFactory(unit=unit, user=cast.secretary, role=UnitRole.SECRETARY)
    UnitMembershipFactory(unit=unit, user=cast.liaison, role=UnitRole.LIAISON)
    case = AssignmentFactory(case=CaseFactory(unit=unit, batch=cast.batch), team=cast.team, awaited=True).case
    scene = Scene(replace(cast, unit=unit, case=case))
    starting.play(scene, acts)
    return scene


def machine_of(scenes, counted):
    """The machine on these scenes; `counted` gets what was asked and what came of it."""

    class Machine(RuleBasedStateMachine):
        @initialize(start=st.sampled_from(list(scenes)))
        def begin(self, start):
            self.savepoint = transaction.savepoint()
            self.scene = replace(scenes[start], model=deepcopy(scenes[start].model))
            counted["sequences"] += 1

        @rule(data=st.data())
        def somebody_may(self, data):
            """An act that is allowed to whoever does it, chosen by what is possible now."""
            possible = self._possible()
            name = data.draw(st.sampled_from(sorted(possible)), "act")
            index, by = data.draw(st.sampled_from(possible[name]), "by")
            self._ask(name, by, index)

        @rule(data=st.data())
        def somebody_tries(self, data):
            """Whatever act, whoever does it, on whatever row."""
            act = ACTS[data.draw(st.sampled_from([name for name in ACTS if ACTS[name].targets(self.scene.model)]))]
            index = data.draw(st.integers(0, len(act.targets(self.scene.model)) - 1), "row")
            self._ask(act.name, data.draw(st.sampled_from(EVERYBODY), "by"), index)

        @rule(data=st.data())
        def somebody_slips(self, data):
            """An act that would be allowed, sent in a wrong way."""
            possible = self._possible()
            latest = {name: self._row(name, each[-1][0]) for name, each in possible.items()}
            ways = {name: ACTS[name].ways_of(self.scene.model, thing) for name, thing in latest.items()}
            sendable = sorted(name for name in ways if ways[name])
            if not sendable:
                return
            name = data.draw(st.sampled_from(sendable), "act")
            index, by = possible[name][-1]
            self._ask(name, by, index, data.draw(st.sampled_from(ways[name]), "way"))

        def _possible(self):
            """Act → (row, who) by the model."""
            found = {}
            for act in ACTS.values():
                for index, thing in enumerate(act.targets(self.scene.model)):
                    for by in EVERYBODY:
                        if act.answer(self.scene.model, thing, by) is Answer.ALLOWED:
                            found.setdefault(act.name, []).append((index, by))
            return {name: sorted(each) for name, each in found.items()}

        def _row(self, name, index):
            return ACTS[name].targets(self.scene.model)[index]

        def _ask(self, name, by, index, way="well"):
            answer = self.scene.do(name, by, self._row(name, index), way)
            counted["steps"] += 1
            counted[answer.value] += 1
            if answer is Answer.ALLOWED:
                agree(self.scene)

        def teardown(self):
            """Hypothesis's own hook: what has to hold in the end, and the database as it was at the start."""
            if hasattr(self, "scene"):
                try:
                    agree(self.scene)
                    duties_follow(self.scene)
                    ledger_explains(self.scene)
                finally:
                    transaction.savepoint_rollback(self.savepoint)

    return Machine


def run(scenes, *, sequences, steps, start=0):
    """Ask so many sequences; the same `start` gives the same ones again."""
    counted, began = Counter(), time.monotonic()
    given = settings(
        max_examples=sequences,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=[Phase.generate, Phase.shrink],
        suppress_health_check=list(HealthCheck),
    )
    try:
        run_state_machine_as_test(seed(start)(machine_of(scenes, counted)), settings=given)
    finally:
        print(f"\n{dict(counted)} in {(time.monotonic() - began) / 60:.1f} minutes")
    return counted


@pytest.mark.once
def test_five_hundred_sequences(scenes):
    counted = run(scenes, sequences=500, steps=10)
    assert counted["sequences"] >= 500


@pytest.mark.once
@pytest.mark.deep
@pytest.mark.parametrize("start", range(1, 9))
def test_ten_thousand_sequences(scenes, start):
    """An eighth of them each, so that the processes of the suite share them."""
    counted = run(scenes, sequences=1_250, steps=10, start=start)
    assert counted["sequences"] >= 1_250
