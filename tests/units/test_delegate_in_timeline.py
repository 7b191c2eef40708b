"""The timeline says on whose behalf, without a query for each entry."""

from teams import audit
from teams.standing import Capacity
from tests.teams.building_mandates import acts_for
from units.enums import Act
from units.selectors import standing_of
from units.selectors.timeline import timeline_of


def test_the_ledger_is_read_in_one_query_however_many_delegates_acted(cast, case, django_assert_num_queries):
    acts_for(cast.deputy, cast.leader)
    standing = standing_of(cast.deputy, case)
    for _time in range(5):
        audit.record(
            cast.deputy,
            Act.PROFILE_FILLED,
            case,
            scope=case,
            acting_as=standing.title,
            members=1,
            branches=1,
            leaders=1,
        )
    with django_assert_num_queries(1):
        entries = timeline_of(case, standing, size=10).entries
    assert [entry.sentence[:9] for entry in entries[:5]] == ["副组长（代组长组长"] * 5
    assert entries[0].actor == "代行组长职责"


def test_a_capacity_is_its_role():
    assert Capacity("LEADER", 7) == "LEADER"
    assert (Capacity("LEADER", 7).on_behalf_of, Capacity("LEADER").on_behalf_of) == (7, None)
