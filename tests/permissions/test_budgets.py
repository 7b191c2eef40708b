"""Every page that somebody may open asks at most twelve questions of its own, overview and home twenty (design).

The lists are measured with ten times the data in tests/test_queries.py; here it is every form and single row as well.
"""

import pytest
from django.test import Client
from django.urls import reverse

from tests.permissions.building_world import undone
from tests.permissions.policies import EVERYBODY, SHOWN, URLS
from tests.test_queries import BUDGETS, LIST, asked, asked_by_the_head

pytestmark = pytest.mark.django_db

PAGES = [
    (name, person)
    for name, (policy, _given) in URLS.items()
    for person in EVERYBODY
    if policy.get[person] == SHOWN and name != "login"
]


@pytest.fixture(scope="module")
def frames(world):
    """What every page asks by itself: session, user and mast, by person; and the head of a case's pages."""
    bare = {}
    for person in EVERYBODY:
        client = Client()
        client.force_login(world.cast.everybody[person])
        bare[person] = asked(client, reverse("account"))
    return bare, asked_by_the_head(world.cast.case)


@pytest.mark.parametrize(("name", "person"), PAGES)
def test_a_page_keeps_to_its_budget(world, frames, name, person):
    _policy, given = URLS[name]
    with undone():
        arguments = given(world.own.afresh())
        client = Client()
        client.force_login(world.cast.everybody[person])
        bare, head = frames
        frame = bare[person] + (head if "case_id" in arguments else 0)
        assert asked(client, reverse(name, kwargs=arguments)) - frame <= BUDGETS.get(name, LIST)
