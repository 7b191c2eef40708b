"""The stage of a journey: committed data, a server, a worker, a browser, and the cast before it."""

from contextlib import ExitStack

import pytest
from django.db import connections

from tests.journeys.people import Person
from tests.journeys.running import chromium, site
from tests.workers.running import worker

EXPECTED_COMPLAINT = "Failed to load resource: the server responded with a status of 4"


@pytest.fixture
def address(committed, media, tmp_path):
    with site(tmp_path / "server.log") as found:
        yield found


@pytest.fixture
def making_documents(committed, media):
    """A worker that hears the bell."""
    with worker():
        yield


@pytest.fixture
def enter(address, monkeypatch):
    """Brings somebody of the cast before a browser: `enter("leader")`; at the end nobody may have had a mishap.

    A refusal is a page with its status, which the browser also tells its console.
    """
    # The browser's driver keeps an event loop in this thread, and Django would take us for asynchronous.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
    with ExitStack() as stack:
        browser = stack.enter_context(chromium())
        # Under a loop Django opens connections of their own, which nobody finds again once the loop is gone.
        stack.callback(connections.close_all)
        people: list[Person] = []

        def entered(username: str, **how) -> Person:
            person = Person(browser, address, username, **how)
            stack.callback(person.shut)
            people.append(person)
            return person

        yield entered
        for person in people:
            assert person.strangers == []
            assert [said for said in person.complaints if not said.startswith(EXPECTED_COMPLAINT)] == []
