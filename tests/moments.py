"""Every address at the moment its act begins, as those see it who may: what is answered there, to be shown later."""

import re
from collections import defaultdict
from typing import NamedTuple

from django.test import Client

from teams import clock
from tests.permissions import building_world as world
from tests.permissions.building_world import Given
from tests.permissions.policies import URLS
from tests.pictures import WIDTHS
from tests.showing import Shown
from tests.test_queries import PAGES, address_of

CHINESE, ENGLISH = "zh-hans", "en"
DESK, PHONE = WIDTHS


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


def view_of(name, person, width=DESK):
    """The page at the moment of its policy."""
    return View(URLS[name][1], name, person, width=width)


def readers_by_page():
    """Those who are shown the page at that moment, one of each side."""
    found = defaultdict(list)
    for name, given, person in PAGES:
        found[given, name].append(person)
    return found


def answered(views):
    """Every page as the platform answers it at its moment."""
    with clock.set_to(world.NOON), world.undone():
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
        response = client.get(address)
        if view.posted:
            response = client.post(address, _nothing_filled_in(response))
        return Shown.by(client, address, response)


def _nothing_filled_in(response):
    """The page's form as it is sent when nobody has written anything: only with its version, or those of its rows."""
    return {"version": ""} | dict(re.findall(r'name="(version\w*)" value="(\d+)"', response.content.decode()))
