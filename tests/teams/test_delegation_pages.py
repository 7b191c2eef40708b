"""Pages on which it is read, recorded and ended who acts in whose place."""

from datetime import timedelta

import pytest
from django.urls import reverse

from stages.enums import TodoKind
from teams import clock
from teams.models import Delegation
from tests.pages import words_of
from tests.teams.building_mandates import BASIS, acts_for, acts_for_secretary, place_of
from units.enums import Party
from units.models import UnitDelegation
from units.services.todos import open_todo


def filled(delegate):
    today = clock.today()
    return {"delegate": delegate.pk, "basis": BASIS, "starts_on": today, "ends_on": today + timedelta(days=6)}


def test_the_leader_lets_the_deputy_act_and_ends_it(client, cast):
    client.force_login(cast.leader)
    address = reverse("team_delegation_new", args=[cast.team.pk, place_of(cast.leader).pk])
    listed = reverse("team_delegations", args=[cast.team.pk])
    assert address in client.get(listed).content.decode()
    named = [pk for pk, _label in client.get(address).context["form"].fields["delegate"].choices]
    assert named == ["", cast.deputy.pk, cast.member.pk]
    assert client.post(address, filled(cast.deputy)).url == listed
    delegation = Delegation.objects.get()
    page = words_of(client.get(listed))
    assert "有效 副组长代组长" in page
    assert BASIS in page
    ends = reverse("team_delegation_end", args=[cast.team.pk, delegation.pk])
    assert client.post(ends, {"reason": "组长已返回。"}).url == listed
    assert "已终止 副组长代组长" in words_of(client.get(listed))


def test_a_form_with_a_wrong_period_keeps_its_text(client, cast):
    client.force_login(cast.leader)
    address = reverse("team_delegation_new", args=[cast.team.pk, place_of(cast.leader).pk])
    response = client.post(address, filled(cast.deputy) | {"ends_on": clock.today() - timedelta(days=1)})
    assert response.status_code == 400
    assert set(response.context["form"].errors) == {"ends_on"}
    assert BASIS in response.content.decode()


def test_a_second_delegation_of_a_post_is_a_conflict(client, cast):
    acts_for(cast.deputy, cast.leader)
    client.force_login(cast.clerk)
    address = reverse("team_delegation_new", args=[cast.team.pk, place_of(cast.leader).pk])
    assert client.post(address, filled(cast.member)).status_code == 409
    assert Delegation.objects.count() == 1


def test_the_office_records_for_the_unit_what_the_paper_says(client, cast):
    client.force_login(cast.clerk)
    post = cast.secretary.unit_memberships.get()
    address = reverse("unit_delegation_new", args=[cast.unit.pk, post.pk])
    listed = reverse("unit_delegations", args=[cast.unit.pk])
    assert client.post(address, filled(cast.liaison)).url == listed
    ends = reverse("unit_delegation_end", args=[cast.unit.pk, UnitDelegation.objects.get().pk])
    assert ends in client.get(listed).content.decode()
    assert client.post(ends, {"reason": "书记已返回。"}).url == listed


@pytest.mark.parametrize("page", ["home", "account"])
def test_whoever_acts_for_another_reads_for_whom_and_until_when(client, cast, page):
    acts_for(cast.deputy, cast.leader)
    acts_for_secretary(cast.liaison, cast.secretary)
    told = [(cast.deputy, "您代组长（第1督导组组长）行使职责"), (cast.liaison, "您代县委书记（石桥县委")]
    for person, sentence in told:
        client.force_login(person)
        assert sentence in words_of(client.get(reverse(page)))
    client.force_login(cast.member)
    assert "行使职责" not in words_of(client.get(reverse(page)))


def test_what_waits_for_the_director_waits_for_the_delegate(client, cast):
    open_todo(cast.case, TodoKind.DECIDE_REQUEST, party=Party.GROUP)
    client.force_login(cast.clerk)
    assert client.get(reverse("home")).context["count"] == 0
    acts_for(cast.clerk, cast.director)
    assert client.get(reverse("home")).context["count"] == 1


def test_the_overview_leads_to_who_acts_for_whom(client, cast):
    address = reverse("case", args=[cast.case.pk])
    of_unit = reverse("unit_delegations", args=[cast.unit.pk])
    of_team = reverse("team_delegations", args=[cast.team.pk])
    for person, shown in [("clerk", True), ("member", True), ("liaison", False)]:
        client.force_login(cast.everybody[person])
        page = client.get(address).content.decode()
        assert of_unit in page
        assert (of_team in page) is shown
