"""Study that members missed is handed in with the reason and with how they make up for it (row 12)."""

import pytest
from django.urls import reverse

from teams.exceptions import Invalid
from tests.units.building_activities import LEADERS_PRESENT, drafted, entered_case, submitted, verified
from units.enums import ActivityKind, ActivityState, Measure, Organiser
from units.services.activities import submit_activity

NOTHING = {"absence_reason": "", "absence_plan": ""}
BRANCHES = {Measure.BRANCHES_TOTAL: 79, Measure.BRANCHES_HELD: 79}
MISSED = {Measure.MINUTES: 60, Measure.EXPECTED: 1032, Measure.ATTENDED: 1031}
ALL_THERE = MISSED | {Measure.ATTENDED: 1032}

pytestmark = pytest.mark.requirement(12)


@pytest.fixture
def case(case):
    return entered_case(case)


def lacking(case, cast, **facts):
    """The fields at which handing in asks for more; nothing when it is handed in."""
    draft = drafted(case, cast, **facts)
    try:
        assert submit_activity(activity_id=draft.pk, acting_user=cast.liaison).state == ActivityState.SUBMITTED
    except Invalid as refusal:
        return set(refusal.errors)
    return set()


@pytest.mark.parametrize("kind", [ActivityKind.STUDY_SESSION, ActivityKind.PARTY_LECTURE, ActivityKind.DISCUSSION])
def test_study_that_somebody_missed_says_why_and_how_they_make_up(case, cast, kind):
    assert lacking(case, cast, kind=kind, declared=MISSED, **NOTHING) == {"absence_reason", "absence_plan"}
    assert lacking(case, cast, kind=kind, declared=MISSED) == set()


def test_a_series_of_all_branches_says_so_too(case, cast):
    facts = {"organiser": Organiser.BRANCHES, "declared": MISSED | BRANCHES}
    assert lacking(case, cast, **facts, **NOTHING) == {"absence_reason", "absence_plan"}


@pytest.mark.parametrize("empty", ["absence_reason", "absence_plan"])
def test_neither_stands_without_the_other(case, cast, empty):
    assert lacking(case, cast, declared=MISSED, **{empty: " \n"}) == {empty}


@pytest.mark.parametrize(
    "facts",
    [
        {"declared": ALL_THERE},
        {"declared": MISSED, "organiser": Organiser.GROUP},
        {"declared": MISSED, "kind": ActivityKind.MOBILISATION},
        {"declared": {Measure.MINUTES: 60} | LEADERS_PRESENT, "kind": ActivityKind.CENTRAL_GROUP},
    ],
)
def test_nothing_is_asked_where_nobody_is_missing_or_not_all_were_meant(case, cast, facts):
    assert lacking(case, cast, **facts, **NOTHING) == set()


@pytest.mark.parametrize("field", ["absence_reason", "absence_plan"])
def test_no_person_is_named_by_number(case, cast, field):
    with pytest.raises(Invalid) as refusal:
        drafted(case, cast, declared=MISSED, **{field: "见13800001111。"})
    assert set(refusal.value.errors) == {field}


def test_the_team_reads_it_where_it_verifies_and_on_the_page(case, cast, client):
    activity = submitted(case, cast, absence_reason="外出务工。", absence_plan="三月补课。")
    client.force_login(cast.member)
    for name in ("activity", "activity_verify"):
        page = client.get(reverse(name, args=[case.pk, activity.pk])).text
        assert "外出务工。" in page
        assert "三月补课。" in page


def test_participation_stands_with_the_sums(case, cast, client):
    verified(case, cast, declared=ALL_THERE)
    submitted(case, cast, declared=MISSED | {Measure.ATTENDED: 1000})
    client.force_login(cast.liaison)
    row = client.get(reverse("activities", args=[case.pk])).context["sums"][-1]
    assert row == {"label": "参学率", "declared": "98%", "evidenced": "0%", "verified": "100%"}
