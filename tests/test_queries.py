"""Queries of every page: the same with ten times the data, and within the page's budget.

The frame is what every page asks before its own facts: session, user and mast, measured on a page without facts of its
own; and the head of a case, measured by itself. Both are counted apart.
"""

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

from teams import clock
from tests.permissions import building_world as world
from tests.permissions.policies import SHOWN, URLS
from tests.reports.building_documents import ordered_reply
from tests.stages import building_findings as findings
from tests.units import building_activities as activities
from tests.units import building_records as records
from tests.units.factories import AssignmentFactory, CaseFactory
from units.models import Case

pytestmark = [pytest.mark.django_db, pytest.mark.once]

BUDGET, OVERVIEW, FRAME, HEAD = 12, 20, 5, 6
BUDGETS = {"case": OVERVIEW, "home": OVERVIEW}
# What only sends a file.
DOWNLOADS = {"case_file", "case_photo", "document_page", "document_file"}
# Of each side the one whose page shows most; another where that one has no such page.
SIDES = (("secretary", "liaison"), ("leader", "member"), ("director", "clerk"))
# Pages that say more at another moment than at the one of their policy.
LATER = {
    "plan": world.plan_to_answer,
    "gates": world.task_answered,
    "gate": world.gate_to_judge_again,
    "transition": world.request_reviewed,
    "case": world.request_reviewed,
    "finding": world.finding_to_close,
}


def readers(name):
    """One of each side who is shown the page."""
    shown = URLS[name][0].get
    found = (next((person for person in side if shown[person] == SHOWN), None) for side in SIDES)
    return [person for person in found if person]


PAGES = [(name, URLS[name][1], person) for name in URLS if name not in DOWNLOADS for person in readers(name)]
PAGES += [(name, given, person) for name, given in LATER.items() for person in readers(name)]
IDS = [f"{name}-{person}{'-later' if LATER.get(name) is given else ''}" for name, given, person in PAGES]


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
        findings.drafted(side.entered, people)
        ordered_reply(case)
        AssignmentFactory(case=CaseFactory(batch=case.batch), team=people.team)


def asked(client, address):
    """How many queries the page asks once it is warm, and the page."""
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    assert response.status_code == SHOWN, address
    return len(queries), response


def asked_by_the_head(response):
    """What the head of a case's page asks; nothing where there is none."""
    if "units/case_header.html" not in {template.name for template in response.templates}:
        return 0
    case = Case.objects.select_related("unit", "batch__campaign").get(pk=response.context["case"].pk)
    shown = Context({"case": case, "tab": response.context.get("tab"), "standing": response.context.get("standing")})
    with CaptureQueriesContext(connection) as queries:
        Template("{% load case_header %}{% case_header case %}").render(shown)
    return len(queries)


def measured(side, clients):
    """Queries of every page without its frame, and the frames: of each person, and of the heads."""
    frames = {person: asked(client, reverse("password_change"))[0] for person, client in clients.items()}
    counts, heads = {}, set()
    for given in dict.fromkeys(given for _name, given, _person in PAGES):
        with world.undone():
            arguments = given(side.afresh())
            for page in [page for page in PAGES if page[1] is given]:
                name, _given, person = page
                queries, response = asked(clients[person], address_of(name, arguments))
                head = asked_by_the_head(response)
                heads.add(head)
                counts[page] = queries - head - frames[person]
    return counts, frames, heads


def address_of(name, arguments):
    """The page at a moment, which may tell more than the address needs."""
    needed = next(iter(get_resolver().reverse_dict.getlist(name)))[0][0][1]
    return reverse(name, kwargs={key: arguments[key] for key in needed})


@pytest.fixture(scope="module")
def figures(django_db_setup, django_db_blocker):
    """Measured with little data, then with ten times as much."""
    with django_db_blocker.unblock(), clock.set_to(world.NOON), world.undone():
        built = world.build()
        clients = {}
        for person in {person for _name, _given, person in PAGES}:
            clients[person] = Client()
            clients[person].force_login(built.cast.everybody[person])
        fill(built.own, 1)
        few = measured(built.own, clients)
        fill(built.own, 10)
        yield few, measured(built.own, clients)


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_a_page_asks_no_more_of_ten_times_the_data(figures, page):
    (few, *_), (many, *_) = figures
    assert many[page] <= few[page]


@pytest.mark.parametrize("page", PAGES, ids=IDS)
def test_a_page_keeps_to_its_budget(figures, page):
    _, (many, *_) = figures
    assert many[page] <= BUDGETS.get(page[0], BUDGET)


def test_the_frame_keeps_to_its_own(figures):
    (_, few, few_heads), (_, many, many_heads) = figures
    assert (few, few_heads) == (many, many_heads)
    assert max(many.values()) <= FRAME
    assert max(many_heads) <= HEAD
