"""The small campaign in the place of the large one, and a case of it beside its model."""

import pytest

from tests.machine.scene import Scene
from tests.machine.starting import SMALL
from tests.stages.factories import load


@pytest.fixture
def template(db):
    return load(SMALL)


@pytest.fixture
def scene(cast, media, monkeypatch):
    monkeypatch.setattr("teams.doorbell.ring", lambda job_id: None)
    return Scene(cast)
