"""Every kind of to-do has a word, a verb, and a page that exists."""

from itertools import chain

import pytest

from stages.enums import TodoKind as StagesTodo
from stages.views import duties
from tests.units.factories import CaseFactory
from units.enums import TodoKind as UnitsTodo
from units.models import Todo

KINDS = [str(kind) for kind in chain(UnitsTodo, StagesTodo)]


@pytest.mark.parametrize("kind", KINDS)
def test_it_leads_to_a_page(db, client, kind):
    todo = Todo(case=CaseFactory(), kind=kind)
    for target in (None, 7):
        todo.target_id = target
        assert duties.url_of(todo).startswith(f"/cases/{todo.case_id}/")


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_said_in_words(kind):
    for words in (duties.label_of(kind), duties.subject_of(kind), duties.verb_of(kind)):
        assert str(words)


def test_nothing_else_is_listed():
    assert set(map(str, duties.DUTIES)) == set(KINDS)
