"""Recording what the team concluded together (row 96)."""

from datetime import date, timedelta

import pytest

from stages.enums import Act, Matter
from stages.models import CollectiveDecision, Template
from stages.rules.quorum import needed, quorum_reached
from stages.services.collective import decision_to_name
from teams import clock
from teams.enums import Audience
from teams.exceptions import Denied, Invalid
from teams.models import AuditEntry, Meeting
from teams.registry import act_spec
from tests.stages.building_gates import collective
from tests.teams.ledger import sentences


@pytest.fixture
def entered(case):
    case.entered_on = date(2005, 1, 20)
    case.save(update_fields=["entered_on"])
    return case


@pytest.mark.requirement(96)
@pytest.mark.parametrize("who", ["leader", "deputy", "member"])
def test_any_member_of_the_team_records_who_was_there(entered, cast, who):
    decision = collective(entered, cast, acting_user=getattr(cast, who))
    assert (decision.members_present, decision.members_total) == (2, 3)
    assert {membership.user for membership in decision.meeting.present.all()} == {cast.leader, cast.member}
    assert (decision.conclusion, decision.recorded_by) == ("同意。", getattr(cast, who))


@pytest.mark.parametrize("who", ["other_leader", "director", "clerk", "secretary", "liaison", "stranger"])
def test_nobody_else_does(entered, cast, who):
    with pytest.raises(Denied):
        collective(entered, cast, acting_user=getattr(cast, who))
    assert not Meeting.objects.exists()


@pytest.mark.requirement(110)
def test_there_is_none_before_entry(case, cast):
    with pytest.raises(Denied) as refused:
        collective(case, cast)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["not_entered"]


def test_there_is_none_after_the_close(entered, cast):
    entered.closed_on = date(2005, 7, 1)
    entered.save(update_fields=["closed_on"])
    with pytest.raises(Denied):
        collective(entered, cast)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"conclusion": " \n "}, "conclusion"),
        ({"minutes": "\x00 "}, "minutes"),
        ({"held_on": date(2005, 1, 19)}, "held_on"),
        ({"present": ()}, "present"),
        ({"present": ("leader", "other_member")}, "present"),
    ],
)
def test_it_says_at_the_field_what_is_wrong(entered, cast, given, field):
    with pytest.raises(Invalid) as refused:
        collective(entered, cast, **given)
    assert list(refused.value.errors) == [field]
    assert not CollectiveDecision.objects.exists()


def test_it_is_not_recorded_before_it_was_held(entered, cast):
    with pytest.raises(Invalid):
        collective(entered, cast, held_on=clock.today() + timedelta(days=1))


@pytest.mark.requirement(91)
def test_it_stands_in_the_ledger_of_the_team_and_not_of_the_unit(entered, cast):
    collective(entered, cast, held_on=date(2005, 3, 1))
    assert sentences(Act.COLLECTIVE_DECISION) == ["组长记录了2005年3月1日的集体研究（关口）：3名成员中有2名参加。"]
    assert AuditEntry.objects.about(entered).filter(act=Act.COLLECTIVE_DECISION).exists()
    assert act_spec(Act.COLLECTIVE_DECISION).audience is Audience.TEAM


@pytest.mark.requirement(96)
@pytest.mark.parametrize(("total", "least"), [(1, 2), (2, 2), (3, 2), (4, 2), (5, 3), (7, 4)])
def test_a_quorum_is_half_of_the_team_and_at_least_two(total, least):
    asked = Template(quorum_percent=50, quorum_minimum=2)
    assert needed(asked, total) == least
    assert quorum_reached(asked, least, total).allowed
    assert not quorum_reached(asked, least - 1, total).allowed


@pytest.mark.requirement(96)
def test_what_one_person_concluded_alone_cannot_be_named(entered, cast, template):
    alone = collective(entered, cast, present=("leader",))
    with pytest.raises(Denied) as refused:
        decision_to_name(case=entered, matter=Matter.GATE, decision_id=alone.pk, template=template, needed=True)
    assert str(refused.value) == "3名成员中有1名参加；作出结论须有2名成员参加。"


@pytest.mark.requirement(96)
def test_a_verdict_that_needs_one_names_one(entered, cast, template):
    together = collective(entered, cast)
    given = {"case": entered, "matter": Matter.GATE, "template": template}
    assert decision_to_name(**given, decision_id=together.pk, needed=True) == together
    assert decision_to_name(**given, decision_id=None, needed=False) is None
    with pytest.raises(Invalid):
        decision_to_name(**given, decision_id=None, needed=True)


def test_a_discussion_of_another_matter_or_case_cannot_be_named(entered, cast, template):
    of_the_plan = collective(entered, cast, Matter.PLAN)
    for case, matter in [(entered, Matter.GATE), (cast.other_case, Matter.PLAN)]:
        with pytest.raises(Invalid):
            decision_to_name(case=case, matter=matter, decision_id=of_the_plan.pk, template=template, needed=True)
