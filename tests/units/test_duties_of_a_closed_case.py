"""In a closed case nothing is to be done; opened again, it has what would have been to do."""

import pytest

from stages.enums import TodoKind
from stages.services.findings import discard_draft
from teams import clock
from teams.transitions import touch
from tests.stages import building_findings as findings
from tests.units.building_todos import open_todos
from units.enums import Party
from units.services import todos


@pytest.fixture
def closed(case, cast):
    """A case closed over two drafts, and the moment at which it was closed."""
    drafts = [findings.drafted(case, cast) for _ in range(2)]
    case.refresh_from_db()
    moment = clock.now()
    touch(case, closed_on=clock.today())
    todos.settle_all(case, at=moment)
    return case, drafts, moment


def test_discarding_one_of_several_drafts_opens_no_duty(cast, closed):
    case, (draft, _other), _moment = closed
    discard_draft(finding_id=draft.pk, acting_user=cast.member)
    case.refresh_from_db()
    assert (open_todos(case), case.holder) == ({}, "")


def test_opened_again_the_pile_is_as_large_as_it_is_now(cast, closed):
    case, (draft, other), moment = closed
    discard_draft(finding_id=draft.pk, acting_user=cast.member)
    touch(case, closed_on=None)
    todos.take_up_again(case, since=moment)
    assert open_todos(case)[TodoKind.ISSUE_FINDING].count == 1


def test_opened_again_an_empty_pile_stays_settled(cast, closed):
    case, drafts, moment = closed
    for draft in drafts:
        discard_draft(finding_id=draft.pk, acting_user=cast.member)
    touch(case, closed_on=None)
    todos.take_up_again(case, since=moment)
    assert TodoKind.ISSUE_FINDING not in open_todos(case)


def test_no_duty_opens_there_at_all(closed):
    case, _drafts, _moment = closed
    todos.open_todo(case, "units.anything", party=Party.TEAM)
    assert open_todos(case) == {}
