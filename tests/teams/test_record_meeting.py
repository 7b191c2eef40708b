"""Recording a team's meeting."""

from datetime import timedelta

import pytest

from teams import clock
from teams.enums import Act, Audience, MeetingKind
from teams.exceptions import Denied, Invalid
from teams.models import Meeting, Membership
from teams.registry import act_spec
from teams.services.meetings import record_meeting
from teams.services.memberships import end_membership
from tests.teams.ledger import sentences


def record(cast, *people, acting_user=None, days=0):
    memberships = Membership.objects.filter(user__in=people)
    return record_meeting(
        team=cast.team,
        kind=MeetingKind.COLLECTIVE,
        held_on=clock.today() + timedelta(days=days),
        present=list(memberships),
        minutes=" 一致认为…… ",
        acting_user=acting_user or cast.member,
    )


@pytest.mark.requirement(96)
@pytest.mark.parametrize("who", ["leader", "deputy", "member"])
def test_any_member_records_who_was_there(cast, who):
    meeting = record(cast, cast.leader, cast.member, acting_user=getattr(cast, who))
    assert {membership.user for membership in meeting.present.all()} == {cast.leader, cast.member}
    assert meeting.minutes == "一致认为……"
    assert meeting.recorded_by == getattr(cast, who)


@pytest.mark.parametrize("who", ["other_leader", "director", "clerk", "secretary", "stranger"])
def test_nobody_else_does(cast, who):
    with pytest.raises(Denied):
        record(cast, cast.leader, acting_user=getattr(cast, who))
    assert not Meeting.objects.exists()


@pytest.mark.requirement(96)
def test_only_live_members_of_the_team_can_have_been_present(cast):
    with pytest.raises(Invalid) as refused:
        record(cast, cast.leader, cast.other_member)
    assert list(refused.value.errors) == ["present"]
    end_membership(membership_id=cast.deputy.memberships.get().pk, acting_user=cast.clerk)
    with pytest.raises(Invalid):
        record(cast, cast.leader, cast.deputy)
    assert not Meeting.objects.exists()


def test_somebody_was_present(cast):
    with pytest.raises(Invalid) as refused:
        record(cast)
    assert list(refused.value.errors) == ["present"]


def test_it_is_not_recorded_before_it_is_held(cast):
    with pytest.raises(Invalid) as refused:
        record(cast, cast.leader, days=1)
    assert list(refused.value.errors) == ["held_on"]
    record(cast, cast.leader, days=-3)


def test_it_stands_in_the_ledger_for_the_team_only(cast):
    meeting = record(cast, cast.leader, cast.member)
    held_on = f"{meeting.held_on.year}年{meeting.held_on.month}月{meeting.held_on.day}日"
    assert sentences(Act.MEETING_RECORDED) == [f"组员记录了{cast.team.name_zh}{held_on}的会议：集体研究，到会2人。"]
    assert act_spec(Act.MEETING_RECORDED).audience == Audience.TEAM
