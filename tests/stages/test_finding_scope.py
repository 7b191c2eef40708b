"""What lies outside the campaign is a note of the team (row 42), and what comes again says so."""

import pytest

from stages.enums import FindingScope, TodoKind
from stages.models import Finding
from stages.selectors.findings import earlier_problems, recurrences_of
from stages.services.findings import issue_finding, recommend_exemplar, save_draft
from teams.exceptions import Denied, Invalid
from tests.stages.building_findings import closed, drafted, exemplar, given, issued, outside, suggested
from tests.stages.building_gates import collective
from tests.units.building_todos import open_todos
from units.selectors import standing_of


def codes(refused):
    return [reason.code for reason in refused.value.ruling.reasons]


@pytest.mark.requirement(42)
def test_it_is_never_issued(cast, case):
    note = outside(case, cast)
    with pytest.raises(Denied) as refused:
        issue_finding(finding_id=note.pk, expected_version=note.version, acting_user=cast.leader)
    assert codes(refused) == ["outside_scope"]
    assert refused.value.ruling.reasons[0].row == 42


@pytest.mark.requirement(42)
def test_nor_recommended(cast, case):
    note = exemplar(case, cast, scope=FindingScope.OUTSIDE)
    with pytest.raises(Denied) as refused:
        recommend_exemplar(
            finding_id=note.pk,
            expected_version=note.version,
            collective_decision_id=collective(case, cast, "EXEMPLAR").pk,
            acting_user=cast.leader,
        )
    assert codes(refused) == ["outside_scope"]


@pytest.mark.requirement(42)
def test_a_note_waits_for_nobody_until_it_is_put_within(cast, case):
    note = outside(case, cast)
    assert TodoKind.ISSUE_FINDING not in open_todos(case)
    save_draft(finding_id=note.pk, expected_version=note.version, given=given(), acting_user=cast.member)
    assert TodoKind.ISSUE_FINDING in open_todos(case)


@pytest.mark.requirement(42)
def test_every_draft_says_whether_it_is_a_matter_of_the_campaign(cast, case):
    with pytest.raises(Invalid) as refused:
        drafted(case, cast, scope="")
    assert list(refused.value.errors) == ["scope"]


def test_a_problem_that_comes_again_names_the_earlier_one(cast, case):
    earlier = closed(case, cast)
    again = issued(case, cast, recurrence_of_id=earlier.pk)
    assert again.recurrence_of == earlier
    assert set(recurrences_of(earlier, standing_of(cast.secretary, case))) == {again}


def test_the_unit_does_not_read_of_a_draft_that_it_comes_again(cast, case):
    earlier = issued(case, cast)
    draft = drafted(case, cast, recurrence_of_id=earlier.pk)
    assert set(recurrences_of(earlier, standing_of(cast.secretary, case))) == set()
    assert set(recurrences_of(earlier, standing_of(cast.member, case))) == {draft}


@pytest.mark.parametrize("earlier", [drafted, suggested])
def test_only_an_issued_problem_of_the_case_comes_again(cast, case, earlier):
    named = earlier(case, cast)
    with pytest.raises(Invalid) as refused:
        drafted(case, cast, recurrence_of_id=named.pk)
    assert list(refused.value.errors) == ["recurrence_of"]
    assert not earlier_problems(case).exists()


def test_a_suggestion_does_not_come_again(cast, case):
    earlier = issued(case, cast)
    with pytest.raises(Invalid) as refused:
        suggested(case, cast, recurrence_of_id=earlier.pk)
    assert list(refused.value.errors) == ["recurrence_of"]
    assert Finding.objects.count() == 1
