"""Taking a verification back: the activity waits again, and counts as declared only."""

import pytest
from django.urls import reverse

from teams import clock
from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification
from tests.teams.ledger import sentences
from tests.units.building_activities import entered_case, submitted, verified
from units.enums import Act, ActivityState, NoticeKind, Party, Quantity, TodoKind
from units.models import Case, Todo
from units.rules.counting import Tally
from units.selectors.quantities import tallies
from units.services.activities import verify_activity
from units.services.activity_corrections import take_back_verification


@pytest.fixture
def case(case):
    return entered_case(case)


@pytest.fixture
def activity(case, cast):
    """Verified by the member."""
    return verified(case, cast)


def take_back(activity, who, reason="核错了场次。", version=None):
    return take_back_verification(activity_id=activity.pk, reason=reason, acting_user=who, expected_version=version)


@pytest.mark.usefixtures("deputy_leads")
@pytest.mark.parametrize("who", ["leader", "deputy", "member"])
def test_it_waits_for_the_team_again(activity, case, cast, who):
    back = take_back(activity, getattr(cast, who))
    assert (back.state, back.checked_by, back.team_remark) == (ActivityState.SUBMITTED, None, "")
    assert {figure.verified for figure in back.figures.all()} == {None}
    assert tallies(case)[Quantity.STUDY_MINUTES] == Tally(180, 0, 0)
    todo = Todo.objects.get(settled_at=None)
    assert (todo.kind, todo.party, todo.count) == (TodoKind.VERIFY_ACTIVITIES, Party.TEAM, 1)


@pytest.mark.requirement(4)
@pytest.mark.parametrize("who", ["liaison", "secretary", "other_leader", "director", "clerk"])
def test_nobody_else_takes_it_back(activity, cast, who):
    with pytest.raises(Denied):
        take_back(activity, getattr(cast, who))
    activity.refresh_from_db()
    assert activity.state == ActivityState.VERIFIED


def test_a_member_takes_back_only_their_own(case, cast):
    activity = submitted(case, cast)
    figures = {figure.measure: figure.declared for figure in activity.figures.all()}
    verify_activity(activity_id=activity.pk, verified=figures, remark="", acting_user=cast.leader)
    with pytest.raises(Denied) as refusal:
        take_back(activity, cast.member)
    assert [reason.code for reason in refusal.value.ruling.reasons] == ["not_own"]


def test_what_is_not_verified_or_older_is_not_taken_back(activity, case, cast):
    with pytest.raises(Conflict):
        take_back(activity, cast.leader, version=activity.version - 1)
    take_back(activity, cast.leader)
    with pytest.raises(Conflict):
        take_back(activity, cast.leader)


def test_a_closed_case_stays_as_it_is(activity, case, cast):
    Case.objects.filter(pk=case.pk).update(closed_on=clock.today())
    with pytest.raises(Denied):
        take_back(activity, cast.leader)


def test_it_needs_a_reason_and_leaves_nothing_without(activity, cast):
    with pytest.raises(Invalid) as refusal:
        take_back(activity, cast.leader, reason=" ")
    assert set(refusal.value.errors) == {"reason"}
    activity.refresh_from_db()
    assert activity.state == ActivityState.VERIFIED


def test_it_is_told_and_recorded(activity, cast):
    take_back(activity, cast.leader)
    told = Notification.objects.filter(kind=NoticeKind.VERIFICATION_TAKEN_BACK)
    assert {row.recipient for row in told} == {cast.secretary, cast.liaison}
    assert sentences(Act.VERIFICATION_TAKEN_BACK) == ["组长撤回了对“学习《党章》”（2005年1月21日）的核实：核错了场次。"]


def test_the_page_offers_it_to_whom_the_rule_allows(activity, case, cast, client):
    address = reverse("activity_take_back", args=[case.pk, activity.pk])
    for who, offered in (("leader", True), ("member", True), ("liaison", False), ("clerk", False)):
        client.force_login(getattr(cast, who))
        assert (address in client.get(reverse("activity", args=[case.pk, activity.pk])).text) is offered
    client.force_login(cast.leader)
    assert "核实" in client.get(address).text
    assert client.post(address, {"version": activity.version, "reason": ""}).status_code == 400
    stale = client.post(address, {"version": "1", "reason": "写好的理由"})
    assert (stale.status_code, "写好的理由" in stale.text) == (409, True)
    assert client.post(address, {"version": activity.version, "reason": "核错了。"}).status_code == 302
    activity.refresh_from_db()
    assert activity.state == ActivityState.SUBMITTED
