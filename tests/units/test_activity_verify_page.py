"""Verifying on the page: declared figures beside the team's own, one activity after the other."""

import pytest
from django.urls import reverse

from tests.units.building_activities import entered_case, submitted
from units.enums import ActivityState, Measure


@pytest.fixture
def case(case):
    return entered_case(case)


@pytest.fixture
def activity(case, cast):
    return submitted(case, cast)


@pytest.fixture
def team(client, cast):
    client.force_login(cast.member)
    return client


def verify(activity):
    return reverse("activity_verify", args=[activity.case_id, activity.pk])


def back(activity):
    return reverse("activity_return", args=[activity.case_id, activity.pk])


def posted(**changes):
    return {"version": "2", "minutes": "3:00", "expected": "1032", "attended": "1010", "remark": ""} | changes


def test_the_declared_figures_stand_beside_the_fields(activity, team):
    response = team.get(verify(activity))
    rows = [(row["measure"], row["shown"], row["field"].value()) for row in response.context["rows"]]
    assert rows == [
        (Measure.MINUTES, "3\u00a0小时", "3:00"),
        (Measure.EXPECTED, "1032", 1032),
        (Measure.ATTENDED, "1010", 1010),
    ]


def test_it_is_verified_with_the_team_s_figures(activity, team):
    response = team.post(verify(activity), posted(minutes="2:30", remark="中间休息半小时。"))
    assert response.url == reverse("activities", args=[activity.case_id])
    assert activity.figures.get(measure=Measure.MINUTES).verified == 150


def test_the_next_on_the_pile_follows(case, cast, activity, team):
    following = submitted(case, cast, title="第二次")
    assert team.post(verify(activity), posted()).url == verify(following)
    assert team.post(back(following), posted(remark="请附签到统计。")).url.endswith("/activities/")


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"minutes": "12:01", "remark": "略"}, {"minutes"}),
        ({"minutes": "-1", "remark": "略"}, {"minutes"}),
        ({"minutes": "三小时", "remark": "略"}, {"minutes"}),
        ({"attended": "1033", "remark": "略"}, {"attended"}),
        ({"attended": "", "remark": "略"}, {"attended"}),
        ({"attended": "900"}, {"remark"}),
        ({"attended": "900", "remark": " "}, {"remark"}),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(activity, team, changes, fields):
    response = team.post(verify(activity), posted(**changes))
    assert (response.status_code, set(response.context["form"].errors)) == (400, fields)
    activity.refresh_from_db()
    assert activity.state == ActivityState.SUBMITTED


def test_a_stale_form_keeps_the_remark(activity, team):
    response = team.post(verify(activity), posted(version="1", attended="900", remark="按签到表。"))
    assert response.status_code == 409
    assert "按签到表。" in response.text


def test_a_form_that_was_refused_is_still_as_old_as_it_was(activity, team):
    """What the unit has added since is looked at before the activity is verified."""
    refused = team.post(verify(activity), posted(version="1", minutes="三小时"))
    assert (refused.status_code, refused.context["version"]) == (400, 1)
    assert team.post(verify(activity), posted(version=refused.context["version"])).status_code == 409


def test_a_second_word_on_the_same_activity_is_refused_and_kept(activity, team):
    team.post(verify(activity), posted())
    for url in (verify(activity), back(activity)):
        response = team.post(url, posted(remark="再看。"))
        assert response.status_code == 409
        assert "再看。" in response.text
    assert team.get(verify(activity)).status_code == 409


def test_nothing_is_returned_without_a_remark(activity, team):
    response = team.post(back(activity), posted())
    assert (response.status_code, set(response.context["form"].errors)) == (400, {"remark"})


def test_a_return_does_not_look_at_the_figures(activity, team):
    assert team.post(back(activity), posted(minutes="许多", remark="请核对时长。")).status_code == 302
    activity.refresh_from_db()
    assert (activity.state, activity.team_remark) == (ActivityState.RETURNED, "请核对时长。")
