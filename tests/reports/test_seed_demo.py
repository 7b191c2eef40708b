"""The demo: seeded once, in the states and figures that its table promises, by acts that are over."""

import io

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
from stages.enums import FindingState, GateVerdict, MakeUpState, Outcome, RectificationState, RequestState
from stages.models import Decision, Finding, GateAssessment, MakeUpTask, StageRun, TransitionRequest
from stages.rules.blockers import Moment
from stages.selectors.blockers import blockers
from stages.selectors.runs import current_run
from teams import clock
from teams.models import AuditEntry, User
from units.enums import DocumentKind, DocumentState, PlanState, Quantity
from units.models import Activity, Assignment, Case, Document, PlanVersion
from units.selectors.quantities import tallies

PASSWORD = "bamboo-slip-river-0412"
TOLD = ("U03", "U07", "U08", "U09", "U10", "U15")
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


def test_it_leaves_the_other_units_to_begin(seeded):
    assert {case.unit.code for case in Case.objects.exclude(entered_on=None).select_related("unit")} == set(TOLD)


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


@pytest.mark.parametrize(
    ("code", "stage", "request_state"),
    [
        ("U03", 2, RequestState.APPROVED),
        ("U07", 1, None),
        ("U08", 1, RequestState.SUBMITTED),
        ("U09", 1, RequestState.RECOMMENDED),
        ("U10", 1, RequestState.RETURNED_BY_TEAM),
        ("U15", 1, None),
    ],
)
def test_it_leaves_each_case_where_the_table_says(seeded, code, stage, request_state):
    case = case_of(code)
    assert current_run(case).stage.number == stage
    request = TransitionRequest.objects.filter(run__case=case).first()
    assert (request.state if request else None) == request_state
    assert PlanVersion.objects.get(plan__case=case).state == PlanState.PASSED


@pytest.mark.parametrize(
    ("code", "states"),
    [
        ("U03", [FindingState.CLOSED, FindingState.ANSWERED]),
        ("U07", [FindingState.ISSUED, FindingState.ACKNOWLEDGED, FindingState.ISSUED, FindingState.ISSUED]),
        ("U08", [FindingState.ACKNOWLEDGED]),
        ("U09", [FindingState.CLOSED]),
        ("U10", [FindingState.ISSUED, FindingState.ISSUED]),
        ("U15", [FindingState.ISSUED]),
    ],
)
def test_it_issues_the_findings_of_the_sample(seeded, code, states):
    found = Finding.objects.filter(case__unit__code=code).order_by("number")
    assert [finding.state for finding in found] == states
    assert not any("{" in finding.text for finding in found)


def test_it_strikes_off_the_measures_of_closed_findings(seeded):
    closed = Finding.objects.filter(state=FindingState.CLOSED)
    assert {r.state for finding in closed for r in finding.rectifications.all()} == {RectificationState.VERIFIED}


def test_it_prints_the_reviews_and_the_reply(seeded):
    found = {(each.case.unit.code, each.kind): each for each in Document.objects.select_related("case__unit", "file")}
    assert set(found) == {
        ("U03", DocumentKind.TRANSITION_REVIEW),
        ("U03", DocumentKind.TRANSITION_REPLY),
        ("U09", DocumentKind.TRANSITION_REVIEW),
    }
    for document in found.values():
        assert document.state == DocumentState.READY
        with default_storage.open(document.file.path) as stored:
            assert stored.read(4) == b"%PDF"


def test_it_opens_the_second_stage_of_what_was_approved(seeded):
    decision = Decision.objects.get(request__run__case=case_of("U03"))
    assert decision.outcome == Outcome.APPROVED
    assert StageRun.objects.filter(case=case_of("U03")).count() == 2


def test_it_asks_the_returned_unit_to_make_up_hours_and_a_day(seeded):
    assessment = GateAssessment.objects.get(case=case_of("U10"))
    assert assessment.verdict == GateVerdict.NOT_PASSED
    tasks = MakeUpTask.objects.filter(case=case_of("U10"))
    assert [task.state for task in tasks] == [MakeUpState.OPEN, MakeUpState.OPEN]


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


@pytest.mark.parametrize("code", TOLD)
def test_the_ledger_tells_each_case_in_the_order_of_its_days(seeded, code):
    case = case_of(code)
    moments = [entry.at for entry in AuditEntry.objects.about(case).order_by("pk")]
    assert len(moments) > 5
    assert moments == sorted(moments)


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
