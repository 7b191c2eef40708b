"""The clerk's pages of accounts and printed codes."""

import re

import pytest

from teams.models import ActivationCode
from tests.teams.factories import MembershipFactory, TeamFactory, UserFactory
from tests.units.factories import UnitMembershipFactory

LOOKED_AFTER = {
    "leader", "deputy", "member", "other_leader", "other_member",
    "secretary", "liaison", "other_secretary", "other_liaison",
}  # fmt: skip


def names(answer) -> set[str]:
    return {row["account"].username for row in answer.context["rows"]}


@pytest.mark.parametrize("who", ["clerk", "director"])
def test_the_office_sees_accounts_of_units_and_teams_and_not_its_own(cast, client, who):
    MembershipFactory(team=TeamFactory())
    client.force_login(getattr(cast, who))
    assert names(client.get("/accounts/")) == LOOKED_AFTER


@pytest.mark.parametrize("who", ["leader", "member", "secretary", "liaison", "stranger"])
def test_nobody_else_sees_them(cast, client, who):
    client.force_login(getattr(cast, who))
    assert client.get("/accounts/").status_code == 403
    assert client.get(f"/accounts/{cast.other_liaison.pk}/").status_code == 404
    assert client.post(f"/accounts/{cast.other_liaison.pk}/issue/").status_code == 404


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("石桥", {"secretary", "liaison"}),
        ("U16", {"other_secretary", "other_liaison"}),
        ("other_lead", {"other_leader"}),
        ("副组长", {"deputy"}),
        ("no such", set()),
    ],
)
def test_they_are_found_by_name_unit_or_team(cast, client, words, found):
    client.force_login(cast.clerk)
    assert names(client.get("/accounts/", {"q": words})) == found


def test_the_list_costs_the_same_however_long_it_is(cast, client, django_assert_max_num_queries):
    for _person in range(30):
        UnitMembershipFactory(unit=cast.unit)
        MembershipFactory(team=cast.team)
    client.force_login(cast.clerk)
    with django_assert_max_num_queries(12):
        client.get("/accounts/")


def test_an_account_out_of_reach_is_not_found(cast, client):
    client.force_login(cast.clerk)
    for user_id in (cast.director.pk, cast.clerk.pk, cast.stranger.pk, UserFactory().pk, 10**6, 10**30):
        assert client.get(f"/accounts/{user_id}/").status_code == 404
        assert client.post(f"/accounts/{user_id}/issue/").status_code == 404


def test_the_code_is_printed_once_and_opens_the_account(cast, client):
    client.force_login(cast.clerk)
    page = client.post(f"/accounts/{cast.member.pk}/issue/")
    code = re.search(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){3}", page.text)[0]
    assert code not in client.get(f"/accounts/{cast.member.pk}/").text
    answer = client.post(
        "/activate/",
        {"username": "member", "code": code, "new_password": "another long password", "again": "another long password"},
    )
    assert answer.status_code == 302


def test_the_director_reads_why_only_the_clerk_issues(cast, client):
    client.force_login(cast.director)
    page = client.get(f"/accounts/{cast.member.pk}/")
    assert "一次性码只由办公室工作人员签发。" in page.text
    assert "/issue/" not in page.text
    refused = client.post(f"/accounts/{cast.member.pk}/issue/")
    assert refused.status_code == 403
    assert "一次性码只由办公室工作人员签发。" in refused.text
    assert not ActivationCode.objects.exists()


def test_a_code_is_withdrawn(cast, client):
    client.force_login(cast.clerk)
    client.post(f"/accounts/{cast.member.pk}/issue/")
    assert client.post(f"/accounts/{cast.member.pk}/withdraw/").status_code == 302
    assert client.post(f"/accounts/{cast.member.pk}/withdraw/").status_code == 409
    assert client.get(f"/accounts/{cast.member.pk}/").context["live_code"] is None


def test_nothing_is_issued_by_a_link(cast, client):
    client.force_login(cast.clerk)
    assert client.get(f"/accounts/{cast.member.pk}/issue/").status_code == 405
    assert client.get(f"/accounts/{cast.member.pk}/withdraw/").status_code == 405
