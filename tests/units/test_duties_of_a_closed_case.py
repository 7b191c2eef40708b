"""In a closed case nothing is to be done; opened again, it has what would have been to do."""

import pytest

from stages.enums import TodoKind
from teams import clock
from teams.transitions import touch
from tests.units.building_activities import entered_case
from tests.units.building_todos import open_todos
from units.enums import Party
from units.services import todos


@pytest.fixture
def closed(case):
    """A case closed over a pile of two drafts, and the moment at which it was closed."""
    entered_case(case)
    pile(case, 2)
    moment = clock.now()
    touch(case, closed_on=clock.today())
    todos.settle_all(case, at=moment)
    return case, moment


def pile(case, count):
    todos.set_pile(case, TodoKind.ISSUE_FINDING, party=Party.TEAM, count=count)


def opened_again(case, moment):
    touch(case, closed_on=None)
    todos.take_up_again(case, since=moment)
    return open_todos(case)


def test_a_pile_that_gets_smaller_opens_no_duty(closed):
    case, _moment = closed
    pile(case, 1)
    case.refresh_from_db()
    assert (open_todos(case), case.holder) == ({}, "")


def test_opened_again_the_pile_is_as_large_as_it_is_now(closed):
    case, moment = closed
    pile(case, 1)
    assert opened_again(case, moment)[TodoKind.ISSUE_FINDING].count == 1


def test_opened_again_an_empty_pile_stays_settled(closed):
    case, moment = closed
    pile(case, 0)
    assert opened_again(case, moment) == {}


def test_no_duty_opens_there_at_all(closed):
    case, _moment = closed
    todos.open_todo(case, "units.anything", party=Party.TEAM)
    assert open_todos(case) == {}
