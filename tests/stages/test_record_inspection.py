"""Recording an inspection of study on the spot (row 61)."""

from datetime import date, timedelta

import pytest

from stages.enums import Act, Grade, InspectionKind
from stages.models import StudyInspection
from stages.services.inspections import InspectionGiven
from teams import clock
from teams.enums import Audience
from teams.exceptions import Denied, Invalid
from teams.registry import act_spec
from tests.stages.building_gates import inspected
from tests.stages.building_plans import entered
from tests.teams.ledger import sentences


def given(kind=InspectionKind.NOTES, sampled=20, grade=Grade.FAIR, effect="联系实际。"):
    return InspectionGiven(kind, sampled, grade, effect)


@pytest.mark.requirement(61)
@pytest.mark.parametrize("who", ["leader", "deputy", "member"])
def test_any_member_records_number_grade_and_effect(case, cast, who):
    inspection = inspected(entered(case, cast), cast, acting_user=getattr(cast, who), conclusion=" 总体扎实。 ")
    assert [item.kind for item in inspection.items.all()] == list(InspectionKind)
    assert {(item.sampled, item.grade) for item in inspection.items.all()} == {(20, Grade.GOOD)}
    assert (inspection.inspected_by, inspection.conclusion) == (getattr(cast, who), "总体扎实。")


@pytest.mark.requirement(4)
@pytest.mark.parametrize("who", ["other_leader", "director", "clerk", "secretary", "liaison", "stranger"])
def test_nobody_else_does(case, cast, who):
    entered(case, cast)
    with pytest.raises(Denied):
        inspected(case, cast, acting_user=getattr(cast, who))
    assert not StudyInspection.objects.exists()


@pytest.mark.requirement(110)
def test_there_is_none_before_entry(case, cast):
    with pytest.raises(Denied) as refused:
        inspected(case, cast)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["not_entered"]


def test_there_is_none_after_the_close(case, cast):
    entered(case, cast)
    case.closed_on = date(2005, 7, 1)
    case.save(update_fields=["closed_on"])
    with pytest.raises(Denied):
        inspected(case, cast)


@pytest.mark.parametrize(
    ("items", "field"),
    [
        ([], ""),
        ([given(), given()], ""),
        ([given(sampled=0)], "sampled_NOTES"),
        ([given(sampled=-1)], "sampled_NOTES"),
        ([given(sampled=100_001)], "sampled_NOTES"),
        ([given(effect=" \x00")], "effect_NOTES"),
    ],
)
def test_it_says_at_the_field_what_is_wrong(case, cast, items, field):
    entered(case, cast)
    with pytest.raises(Invalid) as refused:
        inspected(case, cast, items=items)
    assert list(refused.value.errors) == [field]
    assert not StudyInspection.objects.exists()


@pytest.mark.parametrize("day", [date(2005, 1, 19), clock.today() + timedelta(days=2)], ids=["before entry", "to come"])
def test_it_was_made_after_entry_and_not_in_the_future(case, cast, day):
    entered(case, cast)
    with pytest.raises(Invalid) as refused:
        inspected(case, cast, inspected_on=day)
    assert list(refused.value.errors) == ["inspected_on"]


@pytest.mark.requirement(91)
def test_it_stands_in_the_team_s_ledger(case, cast):
    inspected(entered(case, cast), cast, inspected_on=date(2005, 3, 1))
    assert sentences(Act.STUDY_INSPECTED) == ["组员记录了2005年3月1日的学习检查（五类中的5类）。"]
    assert act_spec(Act.STUDY_INSPECTED).audience is Audience.TEAM
