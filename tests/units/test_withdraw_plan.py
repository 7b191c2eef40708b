"""A plan that was handed in is withdrawn by the secretary with a reason, before the team has reviewed it."""

import pytest

from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification
from tests.pages import words_of
from tests.stages.building_plans import (
    drafted_plan,
    passed_plan,
    profiled,
    returned_plan,
    reviewed_plan,
    submitted_plan,
)
from tests.teams.ledger import sentences
from tests.units.building_todos import open_todos
from units.enums import Act, Party, PlanState, TodoKind
from units.services.plans import submit_plan, withdraw_plan

REASON = "常委会要求补充一条措施。"


@pytest.fixture
def version(case, cast):
    return submitted_plan(profiled(case, cast), cast)


def withdraw(version, who, reason=REASON):
    return withdraw_plan(version_id=version.pk, expected_version=version.version, reason=reason, acting_user=who)


@pytest.mark.requirement(49)
def test_the_secretary_withdraws_it_and_the_next_version_takes_it_over(version, case, cast):
    withdrawn = withdraw(version, cast.secretary)
    assert (withdrawn.state, withdrawn.withdrawn_reason, withdrawn.reviewed_at) == (PlanState.WITHDRAWN, REASON, None)
    todos = open_todos(case)
    assert todos[TodoKind.PLAN].party == Party.UNIT
    assert TodoKind.REVIEW_PLAN not in todos
    again = drafted_plan(case, cast)
    assert (again.number, again.problems.count()) == (2, 1)
    again = submit_plan(version_id=again.pk, expected_version=again.version, acting_user=cast.secretary)
    reviewed_plan(again, cast)
    again.refresh_from_db()
    assert again.state == PlanState.PASSED


@pytest.mark.requirement(49)
def test_what_the_last_return_pinned_is_still_answered_after_a_withdrawal(case, cast):
    returned_plan(case, cast)
    withdraw(submitted_plan(case, cast), cast.secretary)
    version = drafted_plan(case, cast)
    case.plans.get().versions.get(number=1).remarks.update(answer="")
    with pytest.raises(Denied) as refused:
        submit_plan(version_id=version.pk, expected_version=version.version, acting_user=cast.secretary)
    assert [reason.code for reason in refused.value.ruling.reasons] == ["unanswered"]


@pytest.mark.parametrize("who", ["liaison", "leader", "member", "director", "clerk", "other_secretary", "stranger"])
def test_nobody_else_does(version, cast, who):
    with pytest.raises(Denied) as refused:
        withdraw(version, getattr(cast, who))
    assert [reason.code for reason in refused.value.ruling.reasons] == ["not_secretary"]


@pytest.mark.parametrize("build", [drafted_plan, returned_plan, passed_plan])
def test_only_what_is_in_the_teams_hands_and_not_reviewed(case, cast, build):
    version = build(case, cast)
    with pytest.raises(Conflict):
        withdraw(version, cast.secretary)


def test_it_asks_for_a_reason_and_happens_once(version, cast):
    with pytest.raises(Invalid):
        withdraw(version, cast.secretary, " ")
    withdraw(version, cast.secretary)
    with pytest.raises(Conflict):
        withdraw(version, cast.secretary)


def test_the_team_is_told_and_the_ledger_says_why(version, cast):
    withdraw(version, cast.secretary)
    assert sentences(Act.PLAN_WITHDRAWN) == [f"县委书记撤回了实施方案第1稿，理由：{REASON}"]
    told = Notification.objects.filter(kind="units.plan_withdrawn")
    assert {notice.recipient for notice in told} == {cast.leader, cast.deputy, cast.member}


def test_the_page_offers_it_to_the_secretary_and_shows_everybody_why(version, case, cast, client):
    address, page = f"/cases/{case.pk}/plan/{version.pk}/withdraw/", f"/cases/{case.pk}/plan/"
    client.force_login(cast.liaison)
    assert address not in client.get(page).content.decode()
    client.force_login(cast.secretary)
    assert address in client.get(page).content.decode()
    assert client.post(address, {"version": version.version, "reason": ""}).status_code == 400
    assert client.post(address, {"version": version.version, "reason": REASON}).status_code == 302
    for who in (cast.secretary, cast.member):
        client.force_login(who)
        assert REASON in words_of(client.get(page))
        assert "已撤回" in words_of(client.get(f"/cases/{case.pk}/"))
