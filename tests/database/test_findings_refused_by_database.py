"""What of a finding the database itself refuses, by direct SQL on both engines."""

import pytest

from tests.database.test_refused_by_database import refused
from tests.stages.building_findings import closed, disputed, drafted, exemplar, issued, outside, recommended


@pytest.mark.requirement(42)
def test_what_lies_outside_the_campaign_sent_to_the_unit(case, cast):
    note, other = outside(case, cast), issued(case, cast)
    refused("UPDATE stages_finding SET shared_at = drafted_at, shared_by_id = drafted_by_id WHERE id = %s", note.pk)
    refused(
        "UPDATE stages_finding SET state = 'ISSUED', issued_at = drafted_at, issued_by_id = drafted_by_id, number = 9"
        " WHERE id = %s",
        note.pk,
    )
    refused("UPDATE stages_finding SET scope = 'OUTSIDE' WHERE id = %s", other.pk)


@pytest.mark.parametrize("state", ["UPHELD", "AMENDED"])
def test_a_dispute_settled_without_an_answer(case, cast, state):
    refused("UPDATE stages_finding SET state = %s WHERE id = %s", state, disputed(case, cast).pk)


def test_a_problem_reopened_without_a_reason(case, cast):
    refused(
        "UPDATE stages_finding SET state = 'REOPENED', closed_at = NULL, closed_by_id = NULL WHERE id = %s",
        closed(case, cast).pk,
    )


@pytest.mark.requirement(30, 96)
def test_an_exemplar_recommended_without_its_origin_or_the_team_s_conclusion(case, cast):
    found = recommended(case, cast)
    for change in ("origin = ''", "effect = ''", "collective_decision_id = NULL", "number = NULL"):
        refused(f"UPDATE stages_finding SET {change} WHERE id = %s", found.pk)
    refused("UPDATE stages_finding SET state = 'RECOMMENDED' WHERE id = %s", exemplar(case, cast).pk)


def test_a_state_of_another_kind(case, cast):
    refused("UPDATE stages_finding SET kind = 'SUGGESTION' WHERE id = %s", disputed(case, cast).pk)
    refused("UPDATE stages_finding SET kind = 'EXEMPLAR' WHERE id = %s", issued(case, cast).pk)


def test_a_remark_that_says_nothing(case, cast):
    draft = drafted(case, cast)
    refused(
        "INSERT INTO stages_findingremark (finding_id, phase, side, text, written_by_id, written_at)"
        " SELECT id, 'EXCHANGE', 'TEAM', '', drafted_by_id, drafted_at FROM stages_finding WHERE id = %s",
        draft.pk,
    )
