"""Handing in many drafts at once, and verifying or returning many: each by the act for one."""

from datetime import timedelta

import pytest
from django.urls import reverse

from teams.exceptions import Denied, Invalid
from teams.models import AuditEntry
from tests.units.building_activities import ENTERED_ON, PRESENT, drafted, entered_case, submitted
from units.enums import Act, ActivityState, CheckChoice, Measure, TodoKind
from units.models import Todo
from units.services.activities import return_activity, withdraw_activity
from units.services.activity_piles import Chosen, check_each, submit_each


@pytest.fixture
def case(case):
    return entered_case(case)


@pytest.fixture
def as_(client, cast):
    def login(name):
        client.force_login(getattr(cast, name))
        return client

    return login


def address(name, case):
    return reverse(name, args=[case.pk])


def pile(build, case, cast, count=3):
    return [build(case, cast, title=f"第{n}次", held_on=ENTERED_ON + timedelta(days=n)) for n in range(1, count + 1)]


def posted(activities, choices, **more):
    """The page's form as a browser posts it: every row's version, and the choices that somebody made."""
    versions = {f"version_{each.pk}": each.version for each in activities}
    chosen = {f"choice_{each.pk}": choice for each, choice in zip(activities, choices, strict=True) if choice}
    return versions | chosen | more


def states(activities):
    for each in activities:
        each.refresh_from_db()
    return [each.state for each in activities]


def acts(act):
    return AuditEntry.objects.filter(act=act).count()


# The unit hands in.


def test_those_chosen_are_handed_in_each_with_its_own_entry(case, cast, as_):
    drafts = pile(drafted, case, cast)
    page = as_("liaison").post(address("activities_hand_in", case), posted(drafts, ["on", "", "on"]))
    assert [row["done"] for row in page.context["rows"]] == [True, True]
    assert states(drafts) == [ActivityState.SUBMITTED, ActivityState.DRAFT, ActivityState.SUBMITTED]
    assert acts(Act.ACTIVITY_SUBMITTED) == 2
    assert Todo.objects.get(kind=TodoKind.VERIFY_ACTIVITIES, settled_at=None).count == 2


def test_a_draft_that_changed_meanwhile_is_refused_alone(case, cast, as_):
    drafts = pile(drafted, case, cast)
    data = posted(drafts, ["on", "on", "on"]) | {f"version_{drafts[1].pk}": drafts[1].version + 1}
    page = as_("liaison").post(address("activities_hand_in", case), data)
    assert [row["done"] for row in page.context["rows"]] == [True, False, True]
    assert page.context["rows"][1]["reasons"]
    assert states(drafts) == [ActivityState.SUBMITTED, ActivityState.DRAFT, ActivityState.SUBMITTED]


def test_what_still_lacks_something_says_so_before_and_is_refused_alone(case, cast, as_):
    whole = drafted(case, cast)
    lacking = drafted(case, cast, title="缺数字", declared={Measure.MINUTES: 60})
    url = address("activities_hand_in", case)
    rows = {row["activity"].pk: row["reasons"] for row in as_("liaison").get(url).context["rows"]}
    assert (rows[whole.pk], bool(rows[lacking.pk])) == ([], True)
    page = as_("liaison").post(url, posted([whole, lacking], ["on", "on"]))
    assert {row["activity"].pk: row["done"] for row in page.context["rows"]} == {whole.pk: True, lacking.pk: False}


def test_what_was_returned_stands_among_the_drafts_and_nothing_else(case, cast, as_):
    back = return_activity(activity_id=submitted(case, cast).pk, remark="请更正。", acting_user=cast.member)
    submitted(case, cast, title="已提交")
    rows = as_("secretary").get(address("activities_hand_in", case)).context["rows"]
    assert [row["activity"] for row in rows] == [back]


def test_without_a_choice_nothing_happens(case, cast, as_):
    drafts = pile(drafted, case, cast)
    page = as_("liaison").post(address("activities_hand_in", case), posted(drafts, ["", "", ""]))
    assert page.status_code == 400
    assert states(drafts) == [ActivityState.DRAFT] * 3


def test_a_row_without_its_version_is_refused(case, cast):
    (draft,) = pile(drafted, case, cast, 1)
    (row,) = submit_each(chosen=[Chosen(draft, 0)], acting_user=cast.liaison)
    assert isinstance(row.refusal, Invalid)


def test_drafts_of_another_case_are_not_touched(case, other_case, cast, as_):
    foreign = drafted(entered_case(other_case), cast.__class__(**(vars(cast) | {"liaison": cast.other_liaison})))
    page = as_("liaison").post(address("activities_hand_in", case), posted([foreign], ["on"]))
    assert page.status_code == 400
    assert states([foreign]) == [ActivityState.DRAFT]


# The team verifies and returns.


@pytest.mark.requirement(4)
def test_each_is_verified_as_declared_only_where_somebody_chose_so(case, cast, as_):
    waiting = pile(submitted, case, cast)
    page = as_("member").post(
        address("activities_check", case), posted(waiting, [CheckChoice.AS_DECLARED, "", CheckChoice.AS_DECLARED])
    )
    assert [row["done"] for row in page.context["rows"]] == [True, True]
    assert states(waiting) == [ActivityState.VERIFIED, ActivityState.SUBMITTED, ActivityState.VERIFIED]
    assert {each.measure: each.verified for each in waiting[0].figures.all()} == {Measure.MINUTES: 180} | PRESENT
    assert acts(Act.ACTIVITY_VERIFIED) == 2


def test_those_that_go_back_share_one_remark(case, cast, as_):
    waiting = pile(submitted, case, cast)
    choices = [CheckChoice.RETURN, CheckChoice.RETURN, CheckChoice.AS_DECLARED]
    as_("leader").post(address("activities_check", case), posted(waiting, choices, remark="请附签到统计。"))
    assert states(waiting) == [ActivityState.RETURNED, ActivityState.RETURNED, ActivityState.VERIFIED]
    assert [each.team_remark for each in waiting] == ["请附签到统计。", "请附签到统计。", ""]
    assert acts(Act.ACTIVITY_RETURNED) == 2


def test_nothing_happens_while_the_remark_is_missing(case, cast, as_):
    waiting = pile(submitted, case, cast)
    data = posted(waiting, [CheckChoice.RETURN, CheckChoice.AS_DECLARED, ""], remark=" ")
    page = as_("member").post(address("activities_check", case), data)
    assert (page.status_code, set(page.context["form"].errors)) == (400, {"remark"})
    assert page.context["form"][f"choice_{waiting[1].pk}"].value() == CheckChoice.AS_DECLARED
    assert states(waiting) == [ActivityState.SUBMITTED] * 3


def test_what_the_unit_took_back_meanwhile_is_refused_alone(case, cast, as_):
    waiting = pile(submitted, case, cast)
    withdraw_activity(activity_id=waiting[0].pk, reason="重复。", acting_user=cast.liaison)
    page = as_("member").post(address("activities_check", case), posted(waiting, [CheckChoice.AS_DECLARED] * 3))
    assert [row["done"] for row in page.context["rows"]] == [False, True, True]
    assert states(waiting) == [ActivityState.WITHDRAWN, ActivityState.VERIFIED, ActivityState.VERIFIED]


@pytest.mark.requirement(4)
def test_no_side_works_off_the_pile_of_the_other(case, cast):
    (waiting,) = pile(submitted, case, cast, 1)
    for who in (cast.liaison, cast.other_member, cast.director):
        (row,) = check_each(
            chosen=[Chosen(waiting, waiting.version, CheckChoice.AS_DECLARED)], remark="", acting_user=who
        )
        assert isinstance(row.refusal, Denied)
    (draft,) = pile(drafted, case, cast, 1)
    (row,) = submit_each(chosen=[Chosen(draft, draft.version)], acting_user=cast.member)
    assert isinstance(row.refusal, Denied)


def test_the_list_leads_to_the_piles(case, cast, as_):
    hand_in, check = address("activities_hand_in", case), address("activities_check", case)
    assert hand_in not in as_("liaison").get(address("activities", case)).text
    drafted(case, cast)
    assert hand_in in as_("liaison").get(address("activities", case)).text
    assert check in as_("member").get(address("activities", case)).text
    assert check not in as_("director").get(address("activities", case)).text


@pytest.mark.parametrize(("who", "name"), [("liaison", "activities_hand_in"), ("member", "activities_check")])
def test_an_empty_pile_says_what_comes_here(case, as_, who, name):
    page = as_(who).get(address(name, case))
    assert (page.status_code, page.context["rows"]) == (200, [])
