"""Entering a unit and its profile, as pages; and who may fetch the plan's file."""

from datetime import timedelta

import pytest
from django.urls import reverse

from teams import clock
from tests.pages import words_of
from tests.stages.building_plans import COUNTS, drafted_plan, entered, profiled
from units.services.plans import submit_plan
from units.services.profiles import fill_profile


def url(name, case, *args):
    return reverse(name, args=[case.pk, *args])


@pytest.fixture
def post(client):
    def posted(user, address, data, status=302):
        client.force_login(user)
        response = client.post(address, data)
        assert response.status_code == status, words_of(response, response.status_code)
        return response

    return posted


@pytest.fixture
def look(client):
    def looked(user, address, status=200):
        client.force_login(user)
        return words_of(client.get(address), status)

    return looked


def test_the_leader_enters_with_today_already_written(case, cast, client, post):
    client.force_login(cast.leader)
    form = client.get(url("enter", case)).context["form"]
    assert form["entered_on"].value() == clock.today()
    post(cast.leader, url("enter", case), {"entered_on": clock.today()})
    case.refresh_from_db()
    assert case.entered_on == clock.today()


@pytest.mark.parametrize("typed", ["", "昨天", "2005-13-40"])
def test_what_is_no_date_is_said_at_its_field(case, cast, post, typed):
    response = post(cast.leader, url("enter", case), {"entered_on": typed}, status=400)
    assert list(response.context["form"].errors) == ["entered_on"]


def test_a_date_to_come_is_refused_and_kept(case, cast, post):
    tomorrow = (clock.today() + timedelta(days=1)).isoformat()
    response = post(cast.leader, url("enter", case), {"entered_on": tomorrow}, status=400)
    assert response.context["form"]["entered_on"].value() == tomorrow
    assert list(response.context["form"].errors) == ["entered_on"]


@pytest.mark.usefixtures("deputy_leads")
def test_an_entry_that_stands_already_is_a_conflict(case, cast, look, post):
    entered(case, cast)
    look(cast.leader, url("enter", case), status=409)
    post(cast.deputy, url("enter", case), {"entered_on": clock.today()}, status=409)


@pytest.mark.requirement(24)
def test_the_unit_fills_in_and_the_team_confirms_what_it_reads(case, cast, look, post):
    entered(case, cast)
    address = url("profile", case)
    assert "尚未填写" in look(cast.member, address)
    case.refresh_from_db()
    post(cast.liaison, address, COUNTS | {"situation": "县域分散。", "version": case.version})
    case.refresh_from_db()
    words = look(cast.member, address)
    assert "1032" in words
    assert "县域分散。" in words
    post(cast.member, url("profile_confirm", case), {"version": case.version})
    assert "督导组已确认" in look(cast.director, address)


@pytest.mark.parametrize(
    ("typed", "field"),
    [({"leaders": "九"}, "leaders"), ({"branches": "1033"}, "branches"), ({"members_away": "-1"}, "members_away")],
)
def test_a_count_that_cannot_be_is_said_at_its_field_and_nothing_is_lost(case, cast, post, typed, field):
    entered(case, cast)
    data = COUNTS | {"situation": "县域分散。", "version": case.version} | typed
    response = post(cast.liaison, url("profile", case), data, status=400)
    form = response.context["form"]
    assert list(form.errors) == [field]
    assert form[field].value() == typed[field]
    assert "县域分散。" in response.content.decode()


def test_a_stale_profile_comes_back_with_its_text_and_can_be_sent_again(case, cast, post):
    entered(case, cast)
    data = COUNTS | {"situation": "后写的。", "version": case.version}
    fill_profile(
        case_id=case.pk, expected_version=case.version, **COUNTS, situation="先写的。", acting_user=cast.secretary
    )
    response = post(cast.liaison, url("profile", case), data, status=409)
    assert "后写的。" in response.content.decode()
    post(cast.liaison, url("profile", case), data | {"version": response.context["version"]})
    case.refresh_from_db()
    assert case.situation == "后写的。"


def test_whoever_changes_a_confirmed_profile_is_told_what_follows(case, cast, look):
    profiled(case, cast)
    assert "由督导组重新确认" in look(cast.liaison, url("profile", case))


def test_a_confirmation_of_what_changed_meanwhile_is_refused(case, cast, post):
    profiled(case, cast, confirmed=False)
    post(cast.member, url("profile_confirm", case), {"version": case.version - 1}, status=409)
    case.refresh_from_db()
    assert case.profile_confirmed_at is None


def test_the_plan_s_file_is_the_unit_s_until_it_is_handed_in(case, cast, client):
    version = drafted_plan(case, cast)
    address = url("case_file", case, version.file.file.uuid)

    def fetched(user):
        client.force_login(user)
        response = client.get(address)
        b"".join(response)  # read to its end, or the file stays open
        return response

    assert fetched(cast.liaison).status_code == 200
    assert [fetched(who).status_code for who in (cast.leader, cast.clerk, cast.other_liaison)] == [404, 404, 404]
    submit_plan(version_id=version.pk, expected_version=version.version, acting_user=cast.secretary)
    response = fetched(cast.leader)
    assert response.status_code == 200
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert [fetched(who).status_code for who in (cast.other_liaison, cast.other_leader, cast.stranger)] == [
        404,
        404,
        404,
    ]
