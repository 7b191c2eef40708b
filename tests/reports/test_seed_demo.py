"""The demo: seeded once, in the states and figures that its table promises, by acts that are over."""

import io
import re
from datetime import timedelta

import docx
import pdfplumber
import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import models, transaction
from django.test import Client, override_settings
from django.urls import reverse

from reports.demo import data, people
from reports.demo.accounts import account_groups
from reports.demo.seed import agree_on_password
from stages.enums import (
    Act,
    Adequacy,
    Adoption,
    ExtensionState,
    FindingState,
    GuidanceState,
    RectificationState,
    RedLine,
    RequestState,
)
from stages.models import (
    Decision,
    Extension,
    Finding,
    GateAssessmentItem,
    OnSiteGuidance,
    Rectification,
    Survey,
    TransitionRequest,
)
from stages.rules.blockers import Moment
from stages.rules.rectifications import is_overdue
from stages.selectors.blockers import blockers
from stages.selectors.runs import current_run
from teams import clock
from teams.enums import Role
from teams.models import AuditEntry, Delegation, Notification, User
from tests.stages.deriving_todos import check_findings, check_road
from units.enums import DocumentKind, DocumentState, PlanKind, PlanState, Quantity
from units.models import Activity, Assignment, Case, Document, PlanVersion
from units.selectors import standing_of
from units.selectors.quantities import tallies

pytestmark = [pytest.mark.django_db, pytest.mark.once]

PASSWORD = "bamboo-slip-river-0412"
CODES = [f"U{number:02}" for number in range(1, 25)]
# Where the sample's table sees each unit: its stage (None: the case is closed), its plan, its last request.
STATES = {
    "U01": (2, PlanState.PASSED, None),
    "U02": (2, PlanState.PASSED, None),
    "U03": (2, PlanState.PASSED, None),
    "U04": (1, PlanState.DRAFT, None),
    "U05": (3, PlanState.PASSED, None),
    "U06": (2, PlanState.PASSED, RequestState.SUBMITTED),
    "U07": (1, PlanState.PASSED, None),
    "U08": (1, PlanState.PASSED, RequestState.SUBMITTED),
    "U09": (1, PlanState.PASSED, RequestState.RECOMMENDED),
    "U10": (1, PlanState.PASSED, RequestState.RETURNED_BY_TEAM),
    "U11": (2, PlanState.PASSED, None),
    "U12": (1, PlanState.PASSED, None),
    "U13": (2, PlanState.PASSED, None),
    "U14": (2, PlanState.PASSED, None),
    "U15": (1, PlanState.PASSED, None),
    "U16": (3, PlanState.PASSED, None),
    "U17": (2, PlanState.PASSED, RequestState.RECOMMENDED),
    "U18": (1, PlanState.PASSED, None),
    "U19": (2, PlanState.PASSED, None),
    "U20": (3, PlanState.PASSED, RequestState.SUBMITTED),
    "U21": (2, PlanState.PASSED, None),
    "U22": (1, PlanState.SUBMITTED, None),
    "U23": (1, PlanState.PASSED, None),
    "U24": (None, PlanState.PASSED, None),
}
# The sample's findings in the order in which their unit got them: number, kind, gate (0: the plan), category, state.
FINDINGS = """
U01 29 PROBLEM 4 - ACKNOWLEDGED
U01 31 PROBLEM 4 - CLOSED
U01 32 SUGGESTION 4 - ANSWERED
U02 16 PROBLEM 2 - CLOSED
U02 18 PROBLEM 2 - UPHELD
U02 19 PROBLEM 2 - ACKNOWLEDGED
U04 1 PROBLEM 0 MEMBER_ORG ACKNOWLEDGED
U04 2 PROBLEM 0 CONDUCT ISSUED
U05 14 EXEMPLAR 1 - RECOMMENDED
U05 38 PROBLEM 6 CONDUCT REOPENED
U05 36 PROBLEM 6 INTERNAL_MGMT ACKNOWLEDGED
U05 39 PROBLEM 6 - ACKNOWLEDGED
U05 40 SUGGESTION 6 - ANSWERED
U06 24 PROBLEM 3 MEMBER_ORG CLOSED
U06 26 PROBLEM 3 - CLOSED
U07 7 PROBLEM 1 INTERNAL_MGMT ISSUED
U07 10 PROBLEM 1 - ACKNOWLEDGED
U07 12 SUGGESTION 1 - ISSUED
U07 43 PROBLEM 5 - ISSUED
U08 11 PROBLEM 1 - ACKNOWLEDGED
U09 15 EXEMPLAR 1 - RECOMMENDED
U09 45 EXEMPLAR 5 - RECOMMENDED
U10 9 PROBLEM 1 - ISSUED
U10 44 SUGGESTION 5 - ISSUED
U11 23 EXEMPLAR 2 - RECOMMENDED
U13 22 SUGGESTION 2 - ANSWERED
U13 28 EXEMPLAR 3 - RECOMMENDED
U14 34 EXEMPLAR 4 - RECOMMENDED
U15 5 SUGGESTION 0 - ISSUED
U16 35 PROBLEM 6 LIVELIHOOD ACKNOWLEDGED
U16 41 SUGGESTION 6 - ANSWERED
U17 25 PROBLEM 3 - CLOSED
U17 27 SUGGESTION 3 - ANSWERED
U17 33 SUGGESTION 4 - ANSWERED
U18 8 PROBLEM 1 - ACKNOWLEDGED
U18 13 SUGGESTION 1 - ANSWERED
U19 17 PROBLEM 2 - WITHDRAWN
U19 20 PROBLEM 2 LIVELIHOOD AMENDED
U20 37 PROBLEM 6 REFORM_STABILITY CLOSED
U21 21 SUGGESTION 2 - ANSWERED
U21 30 PROBLEM 4 MEMBER_ORG ACKNOWLEDGED
U22 3 PROBLEM 0 - ACKNOWLEDGED
U22 4 PROBLEM 0 LIVELIHOOD ACKNOWLEDGED
U24 6 EXEMPLAR 0 - RECOMMENDED
U24 42 EXEMPLAR 6 - RECOMMENDED
"""
# A moment that may lie ahead: what runs out or is planned, never what was done.
AHEAD = {"expires_at", "lease_until", "planned_end"}


@pytest.fixture(scope="module")
def seeded(django_db_setup, django_db_blocker):
    """Seeded once for all tests of this file; rolled back after the last."""
    demo = override_settings(DEMO_MODE=True, DEMO_PASSWORD=PASSWORD)
    with django_db_blocker.unblock(), demo, transaction.atomic():
        out = io.StringIO()
        call_command("seed_demo", stdout=out)
        yield out.getvalue()
        transaction.set_rollback(True)


def case_of(code):
    return Case.objects.select_related("unit", "batch").get(unit__code=code)


def figures_of(code):
    """Hours, days and discussions: as declared, and as verified."""
    found = tallies(case_of(code), day_minutes=240)
    asked = [found[q] for q in (Quantity.STUDY_MINUTES, Quantity.CONCENTRATED_DAYS, Quantity.DISCUSSIONS)]
    declared = [each.declared for each in asked]
    verified = [each.verified for each in asked]
    return (declared[0] / 60, *declared[1:]), (verified[0] / 60, *verified[1:])


def test_it_prints_the_accounts_and_the_password(seeded):
    assert f"Every account has the password  {PASSWORD}" in seeded
    for group in account_groups():
        for account in group["accounts"]:
            assert account["username"] in seeded


def test_it_sends_each_team_to_its_four_units(seeded):
    sent = {each.case.unit.code: each.team.number for each in Assignment.live.select_related("case__unit", "team")}
    assert sent == {f"U{number:02}": (number + 3) // 4 for number in range(1, 25)}
    assert set(Case.objects.values_list("batch__number", flat=True)) == {1}


@pytest.mark.parametrize(
    ("code", "declared", "verified"),
    [
        ("U03", (43, 6, 4), (43, 6, 4)),
        ("U07", (31, 4, 2), (31, 4, 2)),
        ("U08", (42, 5, 3), (0, 0, 0)),
        ("U09", (44, 6, 4), (44, 6, 4)),
        ("U10", (41, 5, 3), (34, 4, 3)),
        ("U15", (0, 0, 0), (0, 0, 0)),
    ],
)
def test_it_counts_what_the_table_says(seeded, code, declared, verified):
    assert figures_of(code) == (declared, verified)


@pytest.mark.parametrize(("code", "expected"), STATES.items())
def test_it_leaves_each_case_where_the_table_says(seeded, code, expected):
    case = case_of(code)
    run = current_run(case)
    plan = PlanVersion.objects.filter(plan__case=case, plan__kind=PlanKind.IMPLEMENTATION).order_by("number").last()
    request = TransitionRequest.objects.filter(run=run).order_by("round").last()
    assert (run and run.stage.number, plan.state, request and request.state) == expected


def test_it_issues_the_findings_of_the_sample(seeded):
    rows = []
    for found in Finding.objects.select_related("case__unit", "gate").order_by("case__unit__code", "number"):
        number = next(each.number for each in data.findings() if first_words(found).startswith(each.text.split("{")[0]))
        gate = found.gate.order if found.gate else 0
        rows.append(f"{found.case.unit.code} {number} {found.kind} {gate} {found.category or '-'} {found.state}")
        assert "{" not in found.text
    assert rows == FINDINGS.split("\n")[1:-1]


def first_words(finding):
    """As it was issued, whatever a dispute has made of it."""
    amendment = finding.amendments.order_by("pk").first()
    return amendment.text_before if amendment else finding.text


def test_where_problems_are_mended_the_plan_for_it_stands(seeded):
    versions = PlanVersion.objects.filter(plan__kind=PlanKind.RECTIFICATION)
    found = dict(versions.values_list("plan__case__unit__code", "state"))
    assert found == {
        "U05": PlanState.PASSED,
        "U16": PlanState.DRAFT,
        "U20": PlanState.PASSED,
        "U24": PlanState.PASSED,
    }
    measures = Rectification.objects.filter(plan_problem__isnull=False)
    assert set(measures.values_list("case__unit__code", "state")) == {
        ("U05", RectificationState.IN_PROGRESS),
        ("U20", RectificationState.VERIFIED),
        ("U24", RectificationState.VERIFIED),
    }


def test_the_answers_to_suggestions_are_of_all_three_kinds(seeded):
    answered = Finding.objects.filter(state=FindingState.ANSWERED)
    assert set(answered.values_list("adoption", flat=True)) == set(Adoption.values)


def test_the_public_was_asked_before_the_case_was_closed(seeded):
    case = case_of("U24")
    survey = Survey.objects.get(run__case=case)
    assert case.closed_on and survey.held_on < case.closed_on


def test_a_deputy_leads_in_the_leaders_place(seeded):
    delegation = Delegation.objects.select_related("delegate").get()
    assert delegation.delegate.username == "team4.deputy"
    assert standing_of(delegation.delegate, case_of("U14")).may_lead
    given = AuditEntry.objects.about(case_of("U14")).filter(act=Act.GATE_PASSED).order_by("pk").last()
    assert (given.actor, given.acting_as) == (delegation.delegate, Role.LEADER)


def test_one_measure_is_overdue(seeded):
    overdue = [r for r in Rectification.objects.select_related("case__unit") if is_overdue(r, clock.today())]
    assert [(r.case.unit.code, r.finding.red_line) for r in overdue] == [("U05", RedLine.FORMALITY)]


def test_the_leadership_that_needs_guidance_waits_for_it_and_the_other_was_given_it(seeded):
    found = {each.case.unit.code: each.state for each in OnSiteGuidance.objects.select_related("case__unit")}
    assert found == {"U01": GuidanceState.SELECTED, "U14": GuidanceState.GIVEN}


def test_what_is_not_adequate_is_followed_up(seeded):
    doubted = GateAssessmentItem.objects.filter(adequacy__in=[Adequacy.INADEQUATE, Adequacy.MOSTLY])
    rows = doubted.values_list("assessment__case__unit__code", "adequacy", "follow_up__state")
    assert sorted(rows) == [
        ("U02", Adequacy.INADEQUATE, FindingState.UPHELD),
        ("U06", Adequacy.INADEQUATE, FindingState.CLOSED),
        ("U17", Adequacy.MOSTLY, FindingState.CLOSED),
    ]


def test_flood_relief_is_given_longer_time(seeded):
    extension = Extension.objects.select_related("run").get()
    assert (extension.run.case_id, extension.state) == (case_of("U12").pk, ExtensionState.PERMITTED)
    assert extension.run.due_on > extension.run.planned_end


@pytest.mark.parametrize("code", CODES)
def test_what_is_left_to_do_follows_from_the_state(seeded, code):
    case = case_of(code)
    check_road(case)
    check_findings(case)


def test_it_strikes_off_the_measures_of_closed_findings(seeded):
    closed = Finding.objects.filter(state=FindingState.CLOSED)
    assert {r.state for finding in closed for r in finding.rectifications.all()} == {RectificationState.VERIFIED}


def test_it_prints_the_reviews_and_the_replies(seeded):
    documents = Document.objects.select_related("file")
    assert {document.kind for document in documents} == set(DocumentKind)
    for document in documents:
        assert document.state == DocumentState.READY
        with default_storage.open(document.file.path) as stored:
            assert stored.read(4) == b"%PDF"


def test_it_numbers_the_replies_in_the_order_of_their_days(seeded):
    decided = Decision.objects.order_by("decided_at").values_list("decided_at__year", "reply__number")
    numbers = [int(re.search(r"〕(\d+)号", number)[1]) for _year, number in decided]
    years = [year for year, _number in decided]
    assert numbers == [years[:place].count(year) + 1 for place, year in enumerate(years)]


def test_it_leaves_nothing_to_do_but_by_hand_where_one_may_try_it(seeded):
    case = case_of("U15")
    assert not Activity.objects.filter(case=case).exists()
    assert not any(blocker.code.startswith("plan") for blocker in blockers(case, Moment.SUBMIT))


@pytest.mark.parametrize("extension", ["docx", "pdf"])
def test_it_hands_in_real_plan_files(seeded, extension):
    versions = PlanVersion.objects.select_related("file__file", "plan__case__unit")
    plans = [version for version in versions if version.file.file.extension == extension]
    assert plans
    for version in plans:
        with default_storage.open(version.file.file.path) as stored:
            assert version.plan.case.unit.name_zh in read(stored, extension)


def read(stored, extension):
    if extension == "docx":
        return "".join(paragraph.text for paragraph in docx.Document(stored).paragraphs)
    with pdfplumber.open(stored) as pdf:
        return "".join(page.extract_text() for page in pdf.pages).replace("\n", "")


def test_every_account_logs_in(seeded):
    users = User.objects.filter(username__in=people.usernames())
    assert users.count() == len(people.usernames()) == 80
    for user in users:
        response = Client().post(reverse("login"), {"username": user.username, "password": PASSWORD})
        assert (response.status_code, response.headers.get("Location")) == (302, reverse("home"))


@pytest.mark.parametrize("app", ["teams", "units", "stages"])
def test_nothing_that_was_done_lies_in_the_future(seeded, app):
    for model in apps.get_app_config(app).get_models():
        for field in model._meta.get_fields():
            if isinstance(field, models.DateTimeField) and field.name not in AHEAD:
                latest = model.objects.aggregate(latest=models.Max(field.name))["latest"]
                assert latest is None or latest <= clock.now(), (model, field.name)
    assert not Activity.objects.filter(held_on__gt=clock.today()).exists()
    assert not Finding.objects.filter(observed_on__gt=clock.today()).exists()


@pytest.mark.parametrize("code", CODES)
def test_the_ledger_tells_each_case_in_the_order_of_its_days(seeded, code):
    case = case_of(code)
    moments = [entry.at for entry in AuditEntry.objects.about(case).order_by("pk")]
    assert len(moments) > 5
    assert moments == sorted(moments)


def test_news_is_news_of_the_last_days(seeded):
    """Nobody finds months of notices that he would have read on their days."""
    news = Notification.objects.filter(read_at=None)
    assert news.exists()
    assert clock.now() - news.earliest("created_at").created_at < timedelta(days=3)
    assert not Notification.objects.filter(read_at__lt=models.F("created_at")).exists()


def test_a_second_run_changes_nothing(seeded):
    before = {model: model.objects.count() for model in apps.get_models()}
    out = io.StringIO()
    call_command("seed_demo", "--if-empty", stdout=out)
    assert out.getvalue() == "There is a campaign already: nothing to seed.\n"
    assert {model: model.objects.count() for model in apps.get_models()} == before
    with pytest.raises(CommandError):
        call_command("seed_demo")


def test_a_later_run_gives_the_accounts_another_password(seeded):
    with transaction.atomic():
        with override_settings(DEMO_PASSWORD="another river 0412"):
            call_command("seed_demo", "--if-empty", stdout=io.StringIO())
        assert User.objects.get(username="u15.secretary").check_password("another river 0412")
        assert not agree_on_password("another river 0412")
        transaction.set_rollback(True)


def test_the_login_page_says_who_is_who_in_the_demo_only(seeded):
    page = Client().get(reverse("login")).content.decode()
    assert "office.director" in page
    assert data.unit("U15").zh in page
    assert PASSWORD not in page
    with override_settings(DEMO_MODE=False):
        assert "office.director" not in Client().get(reverse("login")).content.decode()
