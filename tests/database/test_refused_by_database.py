"""What the database itself refuses, whoever asks and however: direct SQL on both engines, as the application's role."""

import pytest
from django.db import IntegrityError, connection, transaction

from stages.models import Criterion, Decision, TransitionRequest
from teams import triggers
from teams.models import AuditEntry, Job
from tests.stages.building_findings import closed, issued, reported
from tests.stages.building_gates import one_task
from tests.stages.building_plans import submitted_plan
from tests.stages.building_transitions import approved, recommended, ripe, submitted_request
from tests.units.building_activities import verified
from tests.units.factories import AssignmentFactory
from units.models import Document


def refused(sql, *values):
    """The statement fails, and leaves the transaction usable."""
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


def copy_of(row, **changes):
    """INSERT of a second row like `row`, as direct SQL; the id is the database's."""
    table = row._meta.db_table
    columns = [field.column for field in row._meta.concrete_fields if not field.primary_key]
    asked = [f"%s AS {column}" if column in changes else column for column in columns]
    values = [changes[column] for column in columns if column in changes]
    names = ", ".join(columns)
    return f"INSERT INTO {table} ({names}) SELECT {', '.join(asked)} FROM {table} WHERE id = {row.pk}", *values


@pytest.fixture
def decided(case, cast, media):
    request, sha256 = recommended(ripe(case, cast), cast)
    return approved(request, cast, sha256)


@pytest.mark.requirement(75)
def test_a_second_decision(decided):
    refused(*copy_of(decided, reply_id=None, outcome="RETURNED", remark="再退回"))
    assert Decision.objects.count() == 1


@pytest.mark.requirement(75)
def test_a_reviewer_who_decides(decided):
    refused("UPDATE stages_decision SET decider_id = reviewer_id WHERE id = %s", decided.pk)


def test_a_decision_without_its_document(decided):
    refused("UPDATE stages_decision SET document_sha256 = '' WHERE id = %s", decided.pk)


@pytest.mark.requirement(91)
@pytest.mark.parametrize("sql", ["UPDATE teams_auditentry SET actor_name = 'x'", "DELETE FROM teams_auditentry"])
def test_a_change_of_the_ledger(case, cast, sql):
    one_task(case, cast)
    before = AuditEntry.objects.count()
    refused(sql)
    refused(f"{sql} WHERE id = %s", AuditEntry.objects.first().pk)
    assert AuditEntry.objects.count() == before


def test_a_replaced_entry_of_the_ledger(case, cast):
    """REPLACE deletes without asking on SQLite, unless recursive triggers are on; PostgreSQL has no REPLACE."""
    one_task(case, cast)
    entry = AuditEntry.objects.first()
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # or PostgreSQL refuses for what is still to be checked
        refused("TRUNCATE teams_auditentry")
    else:
        refused(f"REPLACE INTO teams_auditentry SELECT * FROM teams_auditentry WHERE id = {entry.pk}")


@pytest.mark.requirement(73)
def test_a_second_open_request(case, cast):
    request = submitted_request(ripe(case, cast, verified=False), cast)
    refused(*copy_of(request, round=2))
    assert TransitionRequest.objects.count() == 1


@pytest.mark.requirement(111)
@pytest.mark.parametrize(
    "change",
    [
        "submitted_at = NULL",
        "submitted_by_id = NULL",
        "state = 'RECOMMENDED'",
        "state = 'APPROVED'",
        "state = 'RETURNED_BY_GROUP'",
        "decided_at = submitted_at",
    ],
)
def test_a_request_whose_state_lacks_its_stamp(case, cast, change):
    request = submitted_request(ripe(case, cast, verified=False), cast)
    refused(f"UPDATE stages_transitionrequest SET {change} WHERE id = %s", request.pk)


@pytest.mark.requirement(111)
def test_a_decision_before_the_review(decided):
    refused("UPDATE stages_transitionrequest SET decided_at = '2000-01-01 00:00:00' WHERE id = %s", decided.request_id)


@pytest.mark.parametrize("state", ["PASSED", "RETURNED", "DRAFT"])
def test_a_plan_whose_state_lacks_its_stamp(case, cast, state):
    version = submitted_plan(case, cast)
    refused("UPDATE units_planversion SET state = %s WHERE id = %s", state, version.pk)


def test_an_activity_whose_state_lacks_its_stamp(case, cast):
    ripe(case, cast, verified=False)
    for change in ("state = 'VERIFIED'", "state = 'RETURNED'", "submitted_at = NULL"):
        refused(f"UPDATE units_activity SET {change} WHERE case_id = %s", case.pk)


@pytest.mark.requirement(57)
def test_a_session_of_more_than_twelve_hours(case, cast):
    one_task(case, cast)
    refused("UPDATE units_activityfigure SET declared = 721 WHERE measure = 'MINUTES'")


@pytest.mark.parametrize(
    "lacking",
    [
        pytest.param("cause", marks=pytest.mark.requirement(5)),
        pytest.param("advice", marks=pytest.mark.requirement(5, 28)),
    ],
)
def test_a_finding_closed_without_cause_or_advice(case, cast, lacking):
    one_task(case, cast)
    finding = closed(case, cast)
    refused(f"UPDATE stages_finding SET {lacking} = '' WHERE id = %s", finding.pk)


def test_an_issued_finding_without_its_number(case, cast):
    one_task(case, cast)
    finding = issued(case, cast)
    refused("UPDATE stages_finding SET number = NULL WHERE id = %s", finding.pk)


@pytest.mark.requirement(33)
def test_a_measure_struck_off_by_who_reported_it(case, cast):
    one_task(case, cast)
    rectification = reported(case, cast)
    refused(
        "UPDATE stages_rectification SET state = 'VERIFIED', checked_by_id = reported_by_id, checked_at = reported_at"
        " WHERE id = %s",
        rectification.pk,
    )


@pytest.mark.requirement(77)
def test_a_make_up_task_cleared_without_answer(case, cast):
    task = one_task(case, cast)
    refused("UPDATE stages_makeuptask SET state = 'CLEARED' WHERE id = %s", task.pk)


def test_a_document_ready_without_its_file(decided):
    document = Document.objects.get(pk=decided.reply_id)
    refused("UPDATE units_document SET state = 'READY' WHERE id = %s", document.pk)


def test_a_job_that_runs_without_a_lease(decided):
    job = Job.objects.order_by("-pk").first()
    refused("UPDATE teams_job SET state = 'RUNNING' WHERE id = %s", job.pk)


def test_a_second_open_stage(decided):
    refused("UPDATE stages_stagerun SET state = 'OPEN', closed_on = NULL WHERE state = 'CLOSED'")


def test_a_second_live_assignment(case, cast):
    ended = AssignmentFactory(case=case, team=cast.other_team, ended_at="2005-03-01T00:00Z")
    refused("UPDATE units_assignment SET ended_at = NULL WHERE id = %s", ended.pk)


def test_a_second_live_leader(cast):
    refused("UPDATE teams_membership SET role = 'LEADER' WHERE user_id = %s", cast.member.pk)


@pytest.mark.requirement(57, 58, 59)
def test_a_locked_number_made_soft(template):
    for criterion in Criterion.objects.filter(template=template, locked=True):
        refused("UPDATE stages_criterion SET hard = %s WHERE id = %s", False, criterion.pk)


def test_the_triggers_stand_after_migrating(db):
    triggers.drop()
    triggers.create()
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'ledger_no_%%'")
        else:
            cursor.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'ledger_no_%%'")
        assert cursor.fetchone()[0] == 2


def test_an_activity_verified_twice_keeps_one_figure_per_measure(case, cast):
    ripe(case, cast)
    activity = verified(case, cast)
    figure = activity.figures.first()
    refused(*copy_of(figure))
