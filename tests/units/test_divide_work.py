"""Division of work: who of the team looks after a case; it adds and takes no right (row 97)."""

import pytest
from django.urls import reverse

from teams.exceptions import Conflict, Denied, Invalid
from teams.models import Notification, User
from teams.services.memberships import end_membership
from tests.pages import words_of
from tests.teams.building_mandates import acts_for, place_of
from tests.teams.ledger import sentences
from units.enums import Act, NoticeKind
from units.selectors import standing_of
from units.selectors.divisions import divisions_of, looked_after_by
from units.services.divisions import begin_division, end_division


def begun(case, member, leader):
    return begin_division(case_id=case.pk, user_id=member.pk, acting_user=leader)


@pytest.mark.requirement(97)
def test_the_leader_says_who_looks_after_the_case(cast, case):
    before = standing_of(cast.member, case)
    begun(case, cast.member, cast.leader)
    assert [each.user for each in divisions_of(case)] == [cast.member]
    assert [each.assignment.case for each in looked_after_by(cast.member)] == [case]
    assert sentences(Act.DIVISION_BEGUN) == ["组长明确本案卷由组员负责联系。"]
    assert Notification.objects.get(kind=NoticeKind.DIVISION_BEGUN).recipient == cast.member
    assert standing_of(cast.member, case) == before


def test_so_does_who_acts_for_the_leader(cast, case):
    acts_for(cast.deputy, cast.leader)
    begun(case, cast.member, cast.deputy)
    assert sentences(Act.DIVISION_BEGUN)


@pytest.mark.parametrize("who", ["deputy", "member", "other_leader", "clerk", "secretary", "stranger"])
def test_nobody_else_divides_the_work(cast, case, who):
    with pytest.raises(Denied):
        begun(case, cast.member, getattr(cast, who))
    division = begun(case, cast.member, cast.leader)
    with pytest.raises(Denied):
        end_division(division_id=division.pk, acting_user=getattr(cast, who))


@pytest.mark.parametrize("who", ["other_member", "liaison", "clerk"])
def test_it_goes_to_a_member_of_the_team(cast, case, who):
    with pytest.raises(Invalid):
        begun(case, getattr(cast, who), cast.leader)


def test_it_begins_and_ends_once(cast, case):
    division = begun(case, cast.member, cast.leader)
    with pytest.raises(Conflict):
        begun(case, cast.member, cast.leader)
    begun(case, cast.deputy, cast.leader)
    end_division(division_id=division.pk, acting_user=cast.leader)
    assert [each.user for each in divisions_of(case)] == [cast.deputy]
    with pytest.raises(Conflict):
        end_division(division_id=division.pk, acting_user=cast.leader)
    assert len(sentences(Act.DIVISION_ENDED)) == 1


def test_it_is_over_when_the_member_leaves(cast, case):
    begun(case, cast.member, cast.leader)
    end_membership(membership_id=place_of(cast.member).pk, acting_user=cast.clerk)
    assert not divisions_of(case).exists()
    assert not looked_after_by(User.objects.get(pk=cast.member.pk)).exists()


def test_the_page_has_a_button_for_each_member(client, cast, case):
    client.force_login(cast.leader)
    page = reverse("division", args=[case.pk])
    begin = reverse("division_begin", args=[case.pk, cast.member.pk])
    assert begin in client.get(page).content.decode()
    assert client.post(begin).url == page
    assert client.post(begin).status_code == 409
    end = reverse("division_end", args=[case.pk, divisions_of(case).get().pk])
    assert end in client.get(page).content.decode()
    client.force_login(cast.member)
    assert end not in client.get(page).content.decode()


def test_the_overview_names_who_looks_after_the_case_but_not_to_the_unit(client, cast, case):
    begun(case, cast.member, cast.leader)
    for person, shown in [("leader", True), ("clerk", True), ("secretary", False)]:
        client.force_login(cast.everybody[person])
        words = words_of(client.get(reverse("case", args=[case.pk])))
        assert ("联系人 ： 组员" in words) is shown


def test_the_list_of_cases_shows_ones_own(client, cast, case):
    client.force_login(cast.member)
    assert "mine" not in client.get(reverse("cases")).context["filter_form"].fields
    begun(case, cast.member, cast.leader)
    response = client.get(reverse("cases"), {"mine": "me"})
    assert [row["case"] for row in response.context["rows"]] == [case]
    end_division(division_id=divisions_of(case).get().pk, acting_user=cast.leader)
    assert "mine" not in client.get(reverse("cases")).context["filter_form"].fields
