"""The pages of activities: what each side sees and does there, and what a refused form keeps."""

from datetime import timedelta

import pytest
from django.urls import reverse

from teams import clock
from teams.models import StoredFile
from tests import samples
from tests.samples import hostile_others
from tests.units.building_activities import ENTERED_ON, drafted, entered_case, studied, submitted, verified
from units.enums import ActivityState, Measure
from units.models import Activity
from units.services.activities import return_activity
from units.services.evidence import attach_evidence
from units.templatetags.durations import duration


@pytest.fixture
def case(case):
    return entered_case(case)


@pytest.fixture
def as_(client, cast):
    """The client, logged in as somebody of the cast."""

    def login(name):
        client.force_login(getattr(cast, name))
        return client

    return login


def address(name, case, *more):
    return reverse(name, args=[case.pk, *more])


def posted(**changes):
    """A study session as a browser posts it."""
    fields = {
        "kind": "STUDY_SESSION",
        "title": "学习《党章》",
        "held_on": "2005-01-21",
        "starts_at": "09:00",
        "ends_at": "12:00",
        "minutes": "",
        "organiser": "UNIT",
        "expected": "1032",
        "attended": "1010",
        "absence_reason": "外出流动11人，病假11人。",
        "absence_plan": "2月底前由所在支部补课。",
        "summary": "逐章学习。",
    }
    return {name: value for name, value in (fields | changes).items() if value is not None}


def errors(response):
    return set(response.context["form"].errors)


def test_a_draft_is_recorded_with_its_files(case, as_, media):
    response = as_("liaison").post(
        address("activity_new", case), posted(evidence=[samples.uploaded("一.png"), samples.uploaded("二.pdf")])
    )
    activity = Activity.objects.get()
    assert response.url == address("activity", case, activity.pk)
    assert (activity.state, activity.files.count()) == (ActivityState.DRAFT, 2)


def test_the_times_give_the_duration(case, as_):
    as_("liaison").post(address("activity_new", case), posted())
    assert Activity.objects.get().figures.get(measure=Measure.MINUTES).declared == 180


@pytest.mark.parametrize(("typed", "minutes"), [("2:30", 150), ("150", 150), ("２：３０", 150), (" 2:05 ", 125)])
def test_a_duration_is_typed_as_people_write_it(case, as_, typed, minutes):
    as_("liaison").post(address("activity_new", case), posted(minutes=typed))
    assert Activity.objects.get().figures.get(measure=Measure.MINUTES).declared == minutes


def test_it_is_saved_and_handed_in_at_once(case, as_):
    as_("secretary").post(address("activity_new", case), posted(hand_in="1"))
    assert Activity.objects.get().state == ActivityState.SUBMITTED


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"starts_at": None, "ends_at": None, "minutes": "25:00"}, {"minutes"}),
        ({"minutes": "-30"}, {"minutes"}),
        ({"minutes": "三小时"}, {"minutes"}),
        ({"minutes": "3:75"}, {"minutes"}),
        ({"minutes": "200"}, {"minutes"}),
        ({"minutes": "9" * 40}, {"minutes"}),
        ({"held_on": "2005-01-01"}, {"held_on"}),
        ({"held_on": "2005-02-30"}, {"held_on"}),
        ({"held_on": str(clock.today() + timedelta(days=2))}, {"held_on"}),
        ({"expected": "-1", "attended": ""}, {"expected"}),
        ({"expected": "许多"}, {"expected"}),
        ({"expected": "9" * 30, "attended": ""}, {"expected"}),
        ({"attended": "1033"}, {"attended"}),
        ({"ends_at": "08:00"}, {"ends_at"}),
        ({"ends_at": "25:00"}, {"ends_at"}),
        ({"branches_total": "3", "branches_held": "4"}, {"branches_held"}),
        ({"kind": "FEAST"}, {"kind"}),
        ({"title": "a\x00b"}, {"title"}),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_written_is_lost(case, as_, changes, fields):
    response = as_("liaison").post(address("activity_new", case), posted(**changes))
    assert (response.status_code, errors(response)) == (400, fields)
    assert "逐章学习。" in response.text
    assert not Activity.objects.exists()


def test_a_refused_file_is_named_and_leaves_nothing(case, as_, media):
    disguised = samples.uploaded("签到表.pdf", hostile_others.windows_program())
    response = as_("liaison").post(
        address("activity_new", case), posted(evidence=[samples.uploaded("一.png"), disguised])
    )
    assert (response.status_code, errors(response)) == (400, {"evidence"})
    assert "逐章学习。" in response.text
    assert not Activity.objects.exists()
    assert not StoredFile.objects.exists()
    assert not [path for path in media.rglob("*") if path.is_file()]


def test_an_empty_file_is_refused(case, as_, media):
    response = as_("liaison").post(address("activity_new", case), posted(evidence=[samples.uploaded("空.pdf", b"")]))
    assert (response.status_code, errors(response)) == (400, {"evidence"})


def test_a_stale_form_keeps_what_was_written(case, cast, as_):
    draft = drafted(case, cast)
    edit = address("activity_edit", case, draft.pk)
    as_("secretary").post(edit, posted(version="1", summary="书记改的。"))
    response = as_("liaison").post(edit, posted(version="1", summary="联络员改的。"))
    assert response.status_code == 409
    assert "联络员改的。" in response.text
    draft.refresh_from_db()
    assert draft.summary == "书记改的。"


def test_a_form_that_was_refused_is_still_as_old_as_it_was(case, cast, as_):
    """Mending a field does not bring an old form up to date: what somebody else saved since would be lost."""
    draft = drafted(case, cast)
    edit = address("activity_edit", case, draft.pk)
    as_("secretary").post(edit, posted(version="1", summary="书记改的。"))
    refused = as_("liaison").post(edit, posted(version="1", title=""))
    assert refused.status_code == 400
    assert refused.context["version"] == 1
    again = as_("liaison").post(edit, posted(version=refused.context["version"], summary="联络员改的。"))
    assert again.status_code == 409
    assert Activity.objects.get().summary == "书记改的。"


def test_the_form_shows_what_was_recorded(case, cast, as_):
    draft = drafted(case, cast)
    form = as_("liaison").get(address("activity_edit", case, draft.pk)).context["form"]
    assert (form["minutes"].value(), form["expected"].value()) == ("3:00", 1032)


def test_handing_in_asks_on_the_form_for_what_is_missing(case, cast, as_):
    draft = drafted(case, cast, declared={Measure.MINUTES: 60})
    response = as_("liaison").post(address("activity_submit", case, draft.pk), {"version": "1"})
    assert (response.status_code, errors(response)) == (400, {"expected", "attended"})
    response = as_("liaison").post(
        address("activity_edit", case, draft.pk), posted(version="1", minutes="1:00", hand_in="1")
    )
    assert response.status_code == 302
    draft.refresh_from_db()
    assert draft.state == ActivityState.SUBMITTED


def test_evidence_follows_on_the_activity_s_page(case, cast, as_, media):
    activity = submitted(case, cast)
    attach = address("activity_attach", case, activity.pk)
    assert as_("liaison").post(attach, {"evidence": samples.uploaded("一.png")}).status_code == 302
    refused = as_("liaison").post(attach, {"evidence": samples.uploaded("签到表.pdf", b"MZ")})
    assert (refused.status_code, set(refused.context["evidence_form"].errors)) == (400, {"evidence"})
    assert as_("liaison").post(attach).status_code == 400
    assert activity.files.count() == 1


def test_evidence_is_fetched_as_a_download_by_both_sides_of_the_case_alone(case, cast, as_, media):
    activity = submitted(case, cast)
    attach_evidence(activity_id=activity.pk, uploads=[samples.uploaded("一.png")], acting_user=cast.liaison)
    url = address("case_file", case, activity.files.get().file.uuid)
    for who in ("liaison", "member", "clerk"):
        response = as_(who).get(url)
        assert (response.status_code, response["Content-Type"]) == (200, "image/png")
        assert response["Content-Disposition"].startswith("attachment")
        assert response.getvalue().startswith(b"\x89PNG")
    for who in ("other_liaison", "other_member", "parent_liaison", "stranger"):
        assert as_(who).get(url).status_code == 404


def test_a_reason_is_asked_for_before_anything_is_withdrawn(case, cast, as_):
    activity = submitted(case, cast)
    withdraw = address("activity_withdraw", case, activity.pk)
    assert as_("liaison").post(withdraw, {"version": "2", "reason": " "}).status_code == 400
    assert as_("liaison").post(withdraw, {"version": "1", "reason": "重复。"}).status_code == 409
    assert as_("liaison").post(withdraw, {"version": "2", "reason": "重复。"}).status_code == 302
    activity.refresh_from_db()
    assert activity.state == ActivityState.WITHDRAWN


def test_a_draft_is_discarded(case, cast, as_):
    draft = drafted(case, cast)
    assert as_("liaison").post(address("activity_discard", case, draft.pk), {"version": "9"}).status_code == 409
    assert as_("liaison").post(address("activity_discard", case, draft.pk), {"version": "1"}).status_code == 302
    assert not Activity.objects.exists()


def test_the_unit_reads_why_it_came_back(case, cast, as_):
    activity = submitted(case, cast)
    return_activity(activity_id=activity.pk, remark="请附签到统计。", acting_user=cast.member)
    for name in ("activity", "activity_edit"):
        assert "请附签到统计。" in as_("liaison").get(address(name, case, activity.pk)).text


@pytest.mark.requirement(4)
def test_the_unit_s_acts_are_closed_to_the_team_and_the_team_s_to_the_unit(case, cast, as_):
    activity = submitted(case, cast)
    for name in ("activity_edit", "activity_submit", "activity_withdraw", "activity_discard", "activity_attach"):
        assert as_("member").post(address(name, case, activity.pk), {"version": "2"}).status_code == 403, name
    assert as_("member").get(address("activity_new", case)).status_code == 403
    for name in ("activity_verify", "activity_return"):
        assert as_("liaison").post(address(name, case, activity.pk), {"version": "2"}).status_code == 403, name


def test_the_team_does_not_know_of_drafts(case, cast, as_):
    draft = drafted(case, cast, title="还没写完")
    assert "还没写完" in as_("liaison").get(address("activities", case)).text
    for who in ("leader", "clerk"):
        assert "还没写完" not in as_(who).get(address("activities", case)).text
        assert as_(who).get(address("activity", case, draft.pk)).status_code == 404
        assert as_(who).post(address("activity_verify", case, draft.pk)).status_code == 404


def test_the_list_is_filtered_and_says_so_when_nothing_is_left(case, cast, as_):
    verified(case, cast, title="甲")
    submitted(case, cast, title="乙", kind="DISCUSSION")
    shown = as_("member").get(address("activities", case), {"state": "SUBMITTED", "kind": "DISCUSSION"})
    assert [row["activity"].title for row in shown.context["rows"]] == ["乙"]
    assert as_("member").get(address("activities", case), {"words": "丙"}).context["rows"] == []
    odd = as_("member").get(address("activities", case), {"state": "NONSENSE", "page": "x"})
    assert (odd.status_code, len(odd.context["rows"])) == (200, 2)


def test_the_list_shows_the_three_sums(case, cast, as_):
    studied(case, cast, minutes=1860, days=4, discussions=2)
    sums = as_("liaison").get(address("activities", case)).context["sums"]
    assert [(row["declared"], row["verified"]) for row in sums[:3]] == [(duration(1860),) * 2, ("4", "4"), ("2", "2")]


@pytest.mark.parametrize("who", ["liaison", "member"])
def test_its_queries_do_not_grow_with_the_record(case, cast, as_, who, django_assert_max_num_queries):
    studied(case, cast, days=1, minutes=240, discussions=0, leaders=False)
    client = as_(who)
    client.get(address("activities", case))
    with django_assert_max_num_queries(40) as few:
        client.get(address("activities", case))
    for day in range(12):
        submitted(case, cast, held_on=ENTERED_ON + timedelta(days=day))
    with django_assert_max_num_queries(len(few)):
        client.get(address("activities", case))
