"""Every page of the site, as those see it who may, in a browser: accessible, and asking nobody else for anything.

Each page is seen in Chinese and in English on a desk, where two sides are shown it by one side each; and a form once
more on a phone, with what it says when nothing is filled in.
"""

from collections import defaultdict
from typing import NamedTuple

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import Client

from teams import clock
from tests.gallery.test_browser import STANDARDS
from tests.journeys.running import chromium
from tests.journeys.showing import Shown, Window
from tests.permissions import building_world as world
from tests.permissions.building_world import Given
from tests.permissions.policies import INVALID, SHOWN, URLS
from tests.pictures import WIDTHS, problems_of
from tests.test_queries import PAGES, address_of

pytestmark = [pytest.mark.journey, pytest.mark.django_db]

CHINESE, ENGLISH = "zh-hans", "en"
DESK, PHONE = WIDTHS
NOTHING_FILLED_IN = {"version": ""}
OPTIONS = {"runOnly": {"type": "tag", "values": STANDARDS}, "resultTypes": ["violations"]}


class View(NamedTuple):
    """Who looks at which page at which moment, and how."""

    given: Given
    name: str
    person: str
    language: str = CHINESE
    width: int = DESK
    posted: bool = False

    def __str__(self) -> str:
        return " ".join((self.name, self.person, self.language, str(self.width), "posted" * self.posted))


def views():
    """What is looked at: each page in both languages, by another side in each, and what forms refuse on a phone."""
    found = []
    for (given, name), people in readers_by_page().items():
        policy, usual = URLS[name]
        found += [View(given, name, people[0]), View(given, name, people[-1], language=ENGLISH)]
        writer = next((person for person in people if policy.post[person] == INVALID), None)
        if writer and given is usual:
            found.append(View(given, name, writer, width=PHONE, posted=True))
    return found


def readers_by_page():
    """Those who are shown the page at that moment, one of each side."""
    found = defaultdict(list)
    for name, given, person in PAGES:
        found[given, name].append(person)
    return found


def answered(views):
    """Every page as the platform answers it at its moment."""
    built = world.build()
    for given in dict.fromkeys(view.given for view in views):
        with world.undone():
            arguments = given(built.own.afresh())
            for view in (view for view in views if view.given is given):
                yield view, _answer(view, built.cast, arguments)


def _answer(view, cast, arguments):
    client = Client()
    client.force_login(cast.everybody[view.person])
    client.cookies["django_language"] = view.language
    address = address_of(view.name, arguments)
    with world.undone():
        response = client.post(address, NOTHING_FILLED_IN) if view.posted else client.get(address)
        return Shown.by(client, address, response)


def problems(window, view, shown):
    """What a person would meet at this page."""
    window.show(shown)
    found = window.heard + problems_of(window.view)
    if shown.status != (INVALID if view.posted else SHOWN):
        found.append(f"answers {shown.status}")
    if window.view.evaluate("document.documentElement.lang").lower() != view.language:
        found.append("is not in that language")
    violations = Axe().run(window.view, options=OPTIONS).response["violations"]
    return found + [f"{broken['id']}: {node['html'][:200]}" for broken in violations for node in broken["nodes"]]


def test_every_page_is_accessible_and_asks_nobody_else():
    with clock.set_to(world.NOON):
        kept = dict(answered(views()))
    found = []
    with chromium() as browser:
        windows = {width: Window.open(browser, width) for width in WIDTHS}
        for view, shown in kept.items():
            found += [f"{view}: {problem}" for problem in problems(windows[view.width], view, shown)]
    assert not found, "\n".join(found)
