"""Every address, every principal, every method: the exact status, from the policy that the address names."""

import re
import uuid

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLPattern

from tests.permissions import policies
from tests.permissions.building_world import undone
from tests.permissions.policies import NO_METHOD, UNKNOWN, URLS
from tests.teams.factories import TeamFactory

pytestmark = [pytest.mark.django_db, pytest.mark.requirement(4)]

NOTHING_FILLED_IN = {"version": ""}
NO_ROW = 2_000_000_000
AN_ACCOUNT = {"account_codes", "account_issue_code", "account_withdraw_code"}


def patterns(resolver=None):
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield entry
        else:
            yield from patterns(entry)


@pytest.fixture(scope="module")
def people(world):
    """The cookie of everybody's own login; a client of its own for every request, or logging out would last."""
    cookies = {}
    for name in policies.EVERYBODY:
        client = Client()
        client.force_login(world.cast.everybody[name])
        cookies[name] = client.cookies["sessionid"].value
    return cookies


@pytest.fixture
def ask(people):
    def ask(method, address, name=None) -> HttpResponse:
        client = Client()
        if name:
            client.cookies["sessionid"] = people[name]
        with undone():
            response = getattr(client, method)(address, NOTHING_FILLED_IN if method == "post" else None)
            if response.streaming:
                b"".join(response.streaming_content)
        return response

    return ask


@pytest.fixture
def arguments(world):
    """The arguments of an address on the own and on the other side, from one moment of the world."""

    def of(name):
        _policy, given = URLS[name]
        return given(world.own.afresh()), given(world.other.afresh())

    return of


def nonexistent(kwargs):
    """The same address, of a row that there is not."""
    # A file that has been taken away already is no error, so there it is the activity that does not exist.
    keys = ["activity_id"] if "activity_id" in kwargs else [key for key in kwargs if key not in {"number", "matter"}]
    return kwargs | {keys[-1]: _no_row(kwargs[keys[-1]])}


def _no_row(value):
    return uuid.UUID(int=0) if isinstance(value, uuid.UUID) else NO_ROW


def test_every_address_names_a_policy():
    unnamed = [str(pattern.pattern) for pattern in patterns() if pattern.name is None]
    assert unnamed == []
    assert {pattern.name for pattern in patterns()} == set(URLS)


def statuses(ask, method, address, names):
    return {name: ask(method, address, name).status_code for name in names}


@pytest.mark.requirement(43)
@pytest.mark.parametrize("name", URLS)
def test_it_answers_each_principal_as_its_policy_says(ask, arguments, name):
    policy, _given = URLS[name]
    own, _other = arguments(name)
    address = reverse(name, kwargs=own)
    for method, expected in (("get", policy.get), ("post", policy.post)):
        assert statuses(ask, method, address, policies.EVERYBODY) == expected, f"{method} {name}: {policy.name}"
        assert ask(method, address).status_code == policy.anonymous[method], f"{method} {name}, not logged in"


@pytest.mark.parametrize("name", sorted(URLS.keys() - {"set_language", "login"}))
def test_nothing_is_put_and_nothing_deleted(ask, arguments, name):
    own, _other = arguments(name)
    for method in ("put", "delete", "patch"):
        assert ask(method, reverse(name, kwargs=own), "leader").status_code == NO_METHOD


@pytest.mark.parametrize(
    "name", [name for name, (_policy, given) in URLS.items() if given is not policies.world.nothing]
)
def test_what_is_foreign_answers_like_what_is_not_there(ask, arguments, world, name):
    """Whether a row exists is not to be learned: foreign, nonexistent and of another parent are the same page."""
    policy, _given = URLS[name]
    own, other = arguments(name)
    for method, usual in (("get", policy.get), ("post", policy.post)):
        for person in policies.EVERYBODY:
            expected = NO_METHOD if usual[person] == NO_METHOD else UNKNOWN
            absent = ask(method, reverse(name, kwargs=nonexistent(own)), person)
            assert absent.status_code == expected, f"{method} {name} by {person}: nonexistent"
            for what, kwargs in _foreign(world, name, person, own, other):
                found = ask(method, reverse(name, kwargs=kwargs), person)
                assert found.status_code == expected, f"{method} {name} by {person}: {what}"
                assert page(found) == page(absent), f"{method} {name} by {person}: {what} reads otherwise"


def _foreign(world, name, person, own, other):
    if name in AN_ACCOUNT:
        return [("of another campaign", {"user_id": world.cast.stranger.pk})]
    parent = next(iter(own))
    found = [("of another campaign", own | {parent: _elsewhere(world, parent)})]
    if person in policies.SIDED:
        found.append(("of the other side", other))
    if len(own) > 1 and own.keys() - {parent, "matter", "number"} and name not in OF_ALL_CASES:
        found.append(("of another parent", other | {parent: own[parent]}))
    return found


def _elsewhere(world, parent):
    """The case, unit or team of another campaign."""
    if parent == "team_id":
        return TeamFactory(campaign=world.elsewhere.batch.campaign).pk
    return world.elsewhere.unit_id if parent == "unit_id" else world.elsewhere.pk


# A gate belongs to the campaign: both cases have the same ones.
OF_ALL_CASES = {"gate", "gate_assess"}


def page(response):
    """The page without the tokens, which are new on every request, and without its own address."""
    text = re.sub(r'X-CSRFToken": "\w+"', "", response.content.decode())
    return re.sub(r'name="(csrfmiddlewaretoken|next)" value="[^"]*"', "", text)
