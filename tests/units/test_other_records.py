"""Records of the later gates: each kind asks for its own figures, and counts for its own quantity (rows 62-71, 79)."""

import pytest
from django.urls import reverse

from teams.exceptions import Invalid
from tests.teams.ledger import sentences
from tests.units.building_activities import PRESENT, drafted, entered_case
from tests.units.building_records import FIGURES, drafted_record, submitted_record, verified_record
from units.enums import Act, ActivityKind, ActivityState, Measure, Organiser, Quantity, SolicitingMethod
from units.models import Activity
from units.rules.counting import Tally
from units.rules.measures import ASKED, OTHERS, PARTS, SESSIONS, asked_of
from units.rules.plausibility import field_of
from units.selectors.quantities import tallies
from units.services.activities import submit_activity, verify_activity


@pytest.fixture
def case(case):
    return entered_case(case)


@pytest.fixture
def unit(client, cast):
    client.force_login(cast.liaison)
    return client


def new(case, kind):
    return f"{reverse('activity_new', args=[case.pk])}?kind={kind}"


def posted(kind, **changes):
    """A record as a browser posts it."""
    figures = {field_of(measure): str(figure) for measure, figure in FIGURES[kind].items()}
    facts = {"title": "登记", "held_on": "2005-01-21", "summary": "如实登记。"}
    method = {"method": "SYMPOSIUM"} if kind is ActivityKind.SOLICITING else {}
    return {name: value for name, value in (facts | method | figures | changes).items() if value is not None}


def test_every_kind_has_its_place_in_the_table():
    assert ASKED.keys() == set(ActivityKind)
    assert set(SESSIONS) | set(OTHERS) == set(ActivityKind)
    for asked in ASKED.values():
        assert set(asked.headline) <= set(asked.measures)
        assert all(PARTS[part] in asked.measures for part in PARTS.keys() & set(asked.measures))


@pytest.mark.requirement(64, 65, 67, 68, 69, 70, 71, 79, 112)
@pytest.mark.parametrize(
    ("kind", "quantity", "sums"),
    [
        (ActivityKind.SOLICITING, Quantity.SOLICITING_METHODS, 1),
        (ActivityKind.SELF_ANALYSIS, Quantity.SELF_ANALYSIS_PERCENT, 99),
        (ActivityKind.HEART_TO_HEART, Quantity.HEART_TO_HEART_TALKS, 412),
        (ActivityKind.ORGANISATIONAL_LIFE, Quantity.BRANCH_MEETINGS_PERCENT, 100),
        (ActivityKind.DEMOCRATIC_LIFE, Quantity.DEMOCRATIC_LIFE_MEETINGS, 1),
        (ActivityKind.INDIVIDUAL_MEASURES, Quantity.INDIVIDUAL_MEASURES_PERCENT, 100),
    ],
)
def test_it_is_handed_in_verified_and_counts(case, cast, kind, quantity, sums):
    submitted_record(case, cast, kind)
    assert tallies(case)[quantity] == Tally(sums, 0, 0)
    Activity.objects.all().delete()
    verified_record(case, cast, kind)
    assert tallies(case)[quantity] == Tally(sums, 0, sums)


@pytest.mark.parametrize("kind", OTHERS)
def test_it_is_recorded_on_its_own_form(case, unit, kind):
    form = unit.get(new(case, kind)).context["form"]
    asked = {field_of(measure) for measure in Measure} & set(form.fields)
    assert asked == {field_of(measure) for measure in asked_of(kind).measures}
    assert unit.post(new(case, kind), posted(kind, hand_in="1")).status_code == 302
    record = Activity.objects.get()
    assert (record.kind, record.state) == (kind, ActivityState.SUBMITTED)
    assert {figure.measure: figure.declared for figure in record.figures.all()} == FIGURES[kind]


@pytest.mark.parametrize("kind", OTHERS)
def test_only_what_has_a_duration_is_asked_for_one(case, unit, kind):
    fields = unit.get(new(case, kind)).context["form"].fields
    assert ("minutes" in fields) == ("starts_at" in fields) == (kind is ActivityKind.DEMOCRATIC_LIFE)


@pytest.mark.parametrize("kind", OTHERS)
def test_its_form_shows_what_was_recorded_and_keeps_its_kind(case, cast, unit, kind):
    record = drafted_record(case, cast, kind)
    address = reverse("activity_edit", args=[case.pk, record.pk])
    form = unit.get(address).context["form"]
    shown = {measure: form.initial[field_of(measure)] for measure in FIGURES[kind]}
    assert shown == FIGURES[kind]
    changed = posted(kind, version="1", title="改过的标题") | {"kind": ActivityKind.STUDY_SESSION}
    assert unit.post(address, changed).status_code == 302
    record.refresh_from_db()
    assert (record.kind, record.title) == (kind, "改过的标题")


@pytest.mark.parametrize("kind", ["FEAST", "", "STUDY_SESSION"])
def test_any_other_kind_leads_to_the_form_of_sessions(case, unit, kind):
    assert "leaders_expected" in unit.get(new(case, kind)).context["form"].fields


@pytest.mark.parametrize(
    ("kind", "changes", "fields"),
    [
        (ActivityKind.SOLICITING, {"substantive": "87"}, {"substantive"}),
        (ActivityKind.SOLICITING, {"method": "TELEPATHY"}, {"method"}),
        (ActivityKind.SOLICITING, {"opinions": None}, {"opinions"}),
        (ActivityKind.SELF_ANALYSIS, {"members_done": "1033"}, {"members_done"}),
        (ActivityKind.SELF_ANALYSIS, {"members_total": "-1", "members_done": ""}, {"members_total"}),
        (ActivityKind.ORGANISATIONAL_LIFE, {"branches_held": "80"}, {"branches_held"}),
        (ActivityKind.DEMOCRATIC_LIFE, {"minutes": "13:00"}, {"minutes"}),
        (ActivityKind.DEMOCRATIC_LIFE, {"leaders_attended": "10"}, {"leaders_attended"}),
        (ActivityKind.HEART_TO_HEART, {"held_on": "2004-12-31"}, {"held_on"}),
    ],
)
def test_what_cannot_be_is_refused_at_its_field_and_nothing_written_is_lost(case, unit, kind, changes, fields):
    response = unit.post(new(case, kind), posted(kind, **changes))
    assert (response.status_code, set(response.context["form"].errors)) == (400, fields)
    assert "如实登记。" in response.text
    assert not Activity.objects.exists()


@pytest.mark.parametrize(
    ("kind", "facts", "missing"),
    [
        (ActivityKind.SOLICITING, {"method": ""}, {"method"}),
        (ActivityKind.SOLICITING, {"declared": {}}, {"times", "people", "opinions", "substantive"}),
        (ActivityKind.SOLICITING, {"declared": FIGURES[ActivityKind.SOLICITING] | {Measure.TIMES: 0}}, {"times"}),
        (ActivityKind.SELF_ANALYSIS, {"declared": {}}, {"members_total", "members_done"}),
        (ActivityKind.HEART_TO_HEART, {"declared": {Measure.TALKS: 0}}, {"talks"}),
        (ActivityKind.DEMOCRATIC_LIFE, {"declared": {}}, {"minutes", "leaders_expected", "leaders_attended"}),
    ],
)
def test_it_is_not_handed_in_without_its_figures(case, cast, kind, facts, missing):
    record = drafted_record(case, cast, kind, **facts)
    with pytest.raises(Invalid) as refusal:
        submit_activity(activity_id=record.pk, acting_user=cast.liaison)
    assert set(refusal.value.errors) == missing


@pytest.mark.parametrize(
    ("kind", "facts", "field"),
    [
        (ActivityKind.SELF_ANALYSIS, {"declared": {Measure.MINUTES: 60}}, "minutes"),
        (ActivityKind.HEART_TO_HEART, {"declared": {Measure.OPINIONS: 60}}, "opinions"),
        (ActivityKind.SELF_ANALYSIS, {"method": SolicitingMethod.SYMPOSIUM}, "method"),
        (ActivityKind.DEMOCRATIC_LIFE, {"organiser": Organiser.UNIT}, "organiser"),
    ],
)
def test_what_its_kind_has_no_use_for_is_refused(case, cast, kind, facts, field):
    with pytest.raises(Invalid) as refusal:
        drafted_record(case, cast, kind, **facts)
    assert set(refusal.value.errors) == {field}


def test_a_session_asks_for_nothing_of_theirs(case, cast):
    with pytest.raises(Invalid) as refusal:
        drafted(case, cast, declared={Measure.TALKS: 1} | PRESENT)
    assert set(refusal.value.errors) == {"talks"}


def test_what_was_counted_is_told_in_the_ledger(case, cast):
    record = submitted_record(case, cast, ActivityKind.SELF_ANALYSIS, title="自我剖析")
    own = {Measure.MEMBERS_TOTAL: 1032, Measure.MEMBERS_DONE: 1000}
    verify_activity(activity_id=record.pk, verified=own, remark="抽查所得。", acting_user=cast.member)
    assert sentences(Act.ACTIVITY_COUNTS_VERIFIED) == [
        "组员核实了“自我剖析”（2005年1月21日）：党员总数核实1032（申报1032）；已完成党员数核实1000（申报1030）。"
    ]


def test_the_team_verifies_it_on_the_page(case, cast, client):
    record = submitted_record(case, cast, ActivityKind.SOLICITING)
    client.force_login(cast.member)
    address = reverse("activity_verify", args=[case.pk, record.pk])
    assert "座谈会" in client.get(address).text
    own = {"version": record.version, "times": "3", "people": "120", "opinions": "86", "remark": ""}
    assert client.post(address, own | {"substantive": "87", "remark": "略"}).status_code == 400
    assert client.post(address, own | {"substantive": "71"}).status_code == 302
    record.refresh_from_db()
    assert record.state == ActivityState.VERIFIED


def test_the_list_shows_what_each_kind_is_about_and_is_filtered_by_it(case, cast, unit):
    for kind in OTHERS:
        submitted_record(case, cast, kind)
    address = reverse("activities", args=[case.pk])
    rows = unit.get(address).context["rows"]
    shown = {row["activity"].kind: row["declared"] for row in rows}
    assert shown[ActivityKind.SELF_ANALYSIS] == "1030/1032"
    assert shown[ActivityKind.ORGANISATIONAL_LIFE] == "79/79"
    assert shown[ActivityKind.SOLICITING] == "86"
    filtered = unit.get(address, {"kind": ActivityKind.SOLICITING})
    assert [row["activity"].kind for row in filtered.context["rows"]] == [ActivityKind.SOLICITING]


def test_the_forms_of_every_kind_are_reached_by_links(case, unit):
    page = unit.get(reverse("activity_new", args=[case.pk])).text
    assert all(f"?kind={kind.value}" in page for kind in OTHERS)
