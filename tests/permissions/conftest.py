"""One rich world per module, under one clock; whatever a test does to it is rolled back."""

import pytest

from teams import clock
from tests.permissions import building_world, secrets


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), clock.set_to(building_world.NOON), building_world.undone():
        yield building_world.build()


@pytest.fixture(autouse=True)
def _tenth_of_march():
    with clock.set_to(building_world.NOON):
        yield


@pytest.fixture(scope="module")
def canaries(world, django_db_blocker):
    """The whole story on both sides; the other unit's words are canaries, and each side's own are its secrets."""
    with django_db_blocker.unblock(), clock.set_to(building_world.NOON):
        return secrets.filled(world)
