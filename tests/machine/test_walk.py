"""One walk that takes every transition of every state table, each act asked of the platform and of the model."""

from tests.machine.recording import TABLES, all_tables, all_transitions, recorded
from tests.machine.walking import walk


def test_no_table_is_forgotten():
    assert {id(table) for table in all_tables()} == {id(table) for table in TABLES.values()}


def test_the_walk_takes_every_transition(scene):
    with recorded() as taken:
        walk(scene)
    assert sorted(all_transitions() - taken) == []
    assert sorted(taken - all_transitions()) == []
