"""The overview of a case: rail, holder, what is missing, what is known, what happened last."""

import re
from datetime import UTC, date, datetime

import pytest
from django.urls import reverse

from stages.enums import TodoKind
from stages.services.findings import withdraw_finding
from teams import clock
from tests.pages import words_of
from tests.stages.building_findings import planned
from tests.stages.building_plans import entered, passed_plan, returned_plan
from tests.stages.building_transitions import approved, recommended, ripe
from units.enums import Party
from units.enums import TodoKind as UnitsTodo
from units.services.todos import open_todo

NOON = datetime(2005, 3, 10, 4, tzinfo=UTC)
PEOPLE_OF_THE_CASE = ["secretary", "liaison", "leader", "deputy", "member", "director", "clerk"]
OUTSIDERS = ["other_secretary", "other_leader", "other_member", "parent_liaison", "stranger"]


@pytest.fixture(autouse=True)
def _tenth_of_march():
    with clock.set_to(NOON):
        yield


def overview(client, case, user):
    client.force_login(user)
    return words_of(client.get(reverse("case", args=[case.pk])))


@pytest.mark.parametrize("person", PEOPLE_OF_THE_CASE)
def test_everybody_of_the_case_sees_the_same_page(client, case, cast, person):
    words = overview(client, case, cast.everybody[person])
    for part in ("石桥县委", "在谁手里", "本案卷", "最近", "尚未进驻"):
        assert part in words


@pytest.mark.parametrize("person", OUTSIDERS)
def test_outsiders_find_nothing_like_at_a_case_that_is_not_there(client, case, cast, person):
    client.force_login(cast.everybody[person])
    foreign = client.get(reverse("case", args=[case.pk]))
    missing = client.get(reverse("case", args=[999_999]))
    assert foreign.status_code == missing.status_code == 404
    assert "石桥县委" not in foreign.content.decode()


@pytest.mark.requirement(76)
def test_it_lists_from_the_first_day_what_is_missing(client, case, cast):
    entered(case, cast)
    words = overview(client, case, cast.liaison)
    assert "实施方案尚未通过" in words
    for quantity in ("40", "5", "3"):
        assert f"要求 {quantity}" in words


@pytest.mark.parametrize(("person", "offered"), [("liaison", True), ("leader", False), ("director", False)])
def test_only_the_unit_is_offered_to_record(client, case, cast, person, offered):
    entered(case, cast)
    assert ("去填报" in overview(client, case, cast.everybody[person])) is offered


@pytest.mark.parametrize(
    ("person", "offered"),
    [("member", True), ("leader", True), ("liaison", False), ("secretary", False), ("clerk", False)],
)
def test_only_the_team_is_offered_to_read_on_the_spot(client, case, cast, media, person, offered):
    request, sha256 = recommended(ripe(case, cast), cast)
    approved(request, cast, sha256)
    words = overview(client, case, cast.everybody[person])
    assert "督导组现场抽查自我剖析材料" in words
    assert ("登记现场抽查" in words) is offered


def test_what_is_missing_leads_to_its_form_with_the_kind_chosen(client, case, liaison, cast):
    entered(case, cast)
    client.force_login(liaison)
    page = client.get(reverse("case", args=[case.pk])).content.decode()
    link = f"{reverse('activity_new', args=[case.pk])}?kind=MOBILISATION"
    assert link in page
    assert client.get(link).context["form"]["kind"].value() == "MOBILISATION"


def test_before_entry_that_is_what_is_missing(client, case, liaison):
    assert "督导组尚未进驻" in overview(client, case, liaison)


@pytest.mark.parametrize(
    ("person", "button"), [("leader", "进驻 本案卷"), ("deputy", "今天起 本案卷"), ("member", "今天起 本案卷")]
)
def test_before_entry_it_is_in_the_teams_hands_and_the_leader_enters(client, case, cast, person, button):
    open_todo(case, UnitsTodo.ENTER, party=Party.TEAM)
    words = overview(client, case, cast.everybody[person])
    assert "在谁手里 第1督导组 进驻单位" in words
    assert button in words


@pytest.mark.parametrize("person", ["secretary", "leader", "clerk"])
@pytest.mark.parametrize("arrives", [False, True])
def test_every_link_on_it_leads_somewhere(client, case, cast, person, arrives):
    if arrives:
        passed_plan(case, cast)
    client.force_login(cast.everybody[person])
    page = client.get(reverse("case", args=[case.pk])).content.decode()
    main = page[page.index("<main") : page.index("</main>")]
    links = set(re.findall(r'href="(/[^"]*)"', main))
    assert len(links) > 9
    assert {link: client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


def test_it_says_what_the_holder_is_to_do_and_leads_there(client, case, cast):
    entered(case, cast)
    open_todo(case, TodoKind.REVIEW_REQUEST, party=Party.TEAM, due_on=date(2005, 3, 8))
    words = overview(client, case, cast.leader)
    assert "在谁手里 第1督导组 审查请示 今天起 · 期限3月8日 审查" in words
    assert "今天起 · 期限3月8日 本案卷" in overview(client, case, cast.secretary)


def test_the_unit_reads_who_holds_it_but_not_that_a_finding_is_drafted(client, case, cast):
    open_todo(case, TodoKind.ISSUE_FINDING, party=Party.TEAM)
    label = str(TodoKind.ISSUE_FINDING.label)
    assert label in overview(client, case, cast.leader)
    for tab in ("case", "timeline", "documents"):
        client.force_login(cast.secretary)
        words = words_of(client.get(reverse(tab, args=[case.pk])))
        assert "督导组" in words
        assert label not in words


def test_it_says_what_became_of_the_plan(client, case, cast):
    assert "实施方案 尚未报送" in overview(client, case, cast.leader)
    returned_plan(case, cast)
    assert "第1稿已退回" in overview(client, case, cast.leader)


def test_a_measure_against_a_withdrawn_finding_is_no_longer_open(client, case, cast):
    finding = planned(case, cast).finding
    finding.refresh_from_db()
    assert "整改 在办1" in overview(client, case, cast.leader)
    withdraw_finding(
        finding_id=finding.pk, expected_version=finding.version, reason="查无此事。", acting_user=cast.leader
    )
    assert "整改 在办1" not in overview(client, case, cast.leader)


def test_its_last_entries_are_sentences(client, case, cast):
    entered(case, cast)
    words = overview(client, case, cast.secretary)
    assert "进驻" in words[words.index("最近") :]


def test_a_closed_case_has_nothing_missing(client, case, cast):
    entered(case, cast)
    case.closed_on = date(2005, 3, 10)
    case.save(update_fields=["closed_on"])
    case.runs.all().delete()
    words = overview(client, case, cast.leader)
    assert "已结束" in words
    assert "尚未通过" not in words


def test_it_is_complete_in_english(client, case, cast):
    entered(case, cast)
    client.cookies["django_language"] = "en"
    words = overview(client, case, cast.leader)
    assert "Shiqiao county committee" in words
    assert "In whose hands" in words


@pytest.mark.parametrize("person", ["secretary", "leader", "director"])
def test_its_queries_stay_within_the_budget(client, case, cast, person, django_assert_max_num_queries):
    passed_plan(case, cast)
    client.force_login(cast.everybody[person])
    client.get(reverse("case", args=[case.pk]))
    with django_assert_max_num_queries(20 + 3) as context:  # the mast's three are counted apart
        client.get(reverse("case", args=[case.pk]))
    assert len(context) <= 23
