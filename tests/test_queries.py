"""Queries of every list, overview and home page: the same with ten times the data, and within the page's budget.

The frame is what every page of a case asks before its own facts: session, user, the mast and the case's head. It is
measured on a bare page, the head by itself, and both are counted apart.
"""

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from teams import clock
from tests.permissions import building_world
from tests.reports.building_documents import ordered_reply
from tests.stages import building_findings as findings
from tests.units import building_activities as activities
from tests.units import building_records as records
from tests.units.factories import AssignmentFactory, CaseFactory
from units.models import Case

pytestmark = pytest.mark.django_db

LIST, OVERVIEW, FRAME = 12, 20, 16
OF_A_CASE = ("case", "plan", "activities", "findings", "rectifications", "gates", "transition", "documents", "timeline")
OF_A_CASE += ("opinions", "regulations")
ACROSS = ("home", "cases", "notices")
BUDGETS = dict.fromkeys(OF_A_CASE + ACROSS + ("accounts",), LIST) | {"case": OVERVIEW, "home": OVERVIEW}
READERS = ("secretary", "leader", "director")
PAGES = [(name, person) for name in OF_A_CASE + ACROSS for person in READERS] + [("accounts", "clerk")]
# Pages that ask more than their budget, with what they really ask. Both are constant in the data.
OVER = {
    "plan": 13,  # versions with problems, omissions, remarks and reviews, then what the latest still lacks
    "transition": 17,  # the unit is shown every blocker beside the way to mend it: each asks of another record
}


def fill(side, times):
    """So many more rows of whatever a page lists, on the case and beside it."""
    case, people = side.case, side.people
    for number in range(times):
        activities.submitted(case, people, title=f"学习{number}")
        records.heard(case, people)
        records.verified_rule(case, people)
        findings.issued(case, people)
        findings.suggested(case, people)
        findings.acknowledged(case, people)
        ordered_reply(case)
        AssignmentFactory(case=CaseFactory(batch=case.batch), team=people.team)


def asked(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def asked_by_the_head(case):
    """What the head of a case's pages asks."""
    shown = Context({"case": Case.objects.select_related("unit", "batch__campaign").get(pk=case.pk), "tab": "plan"})
    with CaptureQueriesContext(connection) as queries:
        Template("{% load case_header %}{% case_header case %}").render(shown)
    return len(queries)


def measured(cast):
    """Queries by page and reader, without the frame; and the frame by reader."""
    counts, frames = {}, {}
    head = asked_by_the_head(cast.case)
    for person in {person for _name, person in PAGES}:
        client = Client()
        client.force_login(cast.everybody[person])
        bare = asked(client, reverse("account"))
        frames[person] = bare + head
        for name in [name for name, reader in PAGES if reader == person]:
            if name in OF_A_CASE:
                counts[name, person] = asked(client, reverse(name, args=[cast.case.pk])) - frames[person]
            else:
                counts[name, person] = asked(client, reverse(name)) - bare
    return counts, frames


@pytest.fixture(scope="module")
def figures(django_db_setup, django_db_blocker):
    """Counts and frames with little data, then with ten times as much."""
    with django_db_blocker.unblock(), clock.set_to(building_world.NOON), building_world.undone():
        world = building_world.build()
        fill(world.own, 1)
        few = measured(world.cast)
        fill(world.own, 10)
        yield few, measured(world.cast)


@pytest.mark.parametrize(("name", "person"), PAGES)
def test_a_page_asks_no_more_of_ten_times_the_data(figures, name, person):
    (few, _), (many, _) = figures
    assert many[name, person] <= few[name, person]


@pytest.mark.parametrize(("name", "person"), PAGES)
def test_a_page_keeps_to_its_budget(figures, name, person):
    _, (many, _) = figures
    assert many[name, person] <= OVER.get(name, BUDGETS[name])


def test_the_frame_keeps_to_its_own(figures):
    (_, few), (_, many) = figures
    assert many == few
    assert max(many.values()) <= FRAME
