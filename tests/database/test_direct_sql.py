"""Invariants against direct SQL, as the role of the platform on both engines: one table of statements, all refused.

Each names the constraint that refuses it, so that no statement fails for another reason.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, connection, transaction

from teams import clock
from teams.models import Delegation
from tests.database.test_refused_by_database import copy_of
from tests.stages import building_appraisal as appraisal
from tests.stages import building_findings as findings
from tests.stages.building_extensions import asked_longer, permitted, supported
from tests.stages.building_gates import answered, one_task, passed_gate, ready
from tests.stages.building_plans import drafted_plan, profiled, submitted_plan
from tests.stages.building_transitions import approved, recommended, ripe, submitted_request
from tests.teams.factories import UserFactory
from tests.units.building_activities import verified
from tests.units.building_records import heard, verified_rule
from units.models import Todo, UnitDelegation

# World → the statements on its row, each with its constraint. `{row}` is the row's id, `{other}` another person's.
STATEMENTS = {
    "plan in review": [
        ("submitted_plan_is_stamped", "state = 'DRAFT'"),
        ("submitted_plan_is_stamped", "submitted_by_id = NULL"),
        ("submitted_plan_is_stamped", "file_id = NULL"),
        ("reviewed_plan_is_stamped", "state = 'PASSED'"),
        ("withdrawn_plan_has_reason", "state = 'WITHDRAWN'"),
        ("planversion_filed_for_another_has_scan", "filed_for_id = {other}"),
    ],
    "plan draft": [("one_current_version_per_plan", {"number": 2}), ("version_number_once_per_plan", {})],
    "activity": [
        ("submitted_activity_is_stamped", "submitted_at = NULL"),
        ("checked_activity_is_stamped", "checked_by_id = NULL"),
        ("returned_activity_has_remark", "state = 'RETURNED', team_remark = ''"),
        ("withdrawn_activity_has_reason", "state = 'WITHDRAWN'"),
        ("only_soliciting_has_method", "method = 'SYMPOSIUM'"),
        ("activity_ends_after_it_starts", "starts_at = '10:00', ends_at = '09:00'"),
        ("activity_ends_after_it_starts", "starts_at = '10:00', ends_at = NULL"),
        ("activity_ends_after_it_starts", "starts_at = NULL, ends_at = '10:00'"),
    ],
    "minutes": [
        ("one_session_is_twelve_hours_at_most", "declared = 721"),
        ("one_session_is_twelve_hours_at_most", "verified = 1441"),
        ("declared", "declared = -1"),
        ("verified", "verified = -1"),
        ("one_figure_per_measure", {}),
    ],
    "finding issued": [
        ("issued_finding_is_stamped", "state = 'DRAFT'"),
        ("issued_finding_is_stamped", "issued_by_id = NULL"),
        ("acknowledged_finding_is_stamped", "state = 'ACKNOWLEDGED'"),
        ("dispute_has_reason", "state = 'DISPUTED'"),
        ("withdrawal_has_reason", "state = 'WITHDRAWN'"),
        ("closed_finding_has_cause_and_advice", "closed_at = issued_at, closed_by_id = issued_by_id"),
        ("finding_state_fits_kind", "kind = 'EXEMPLAR'"),
        ("number", "number = -1"),
    ],
    "suggestion answered": [
        ("red_line_is_a_problem", "red_line = 'FORMALITY'"),
        ("answer_that_does_not_adopt_has_reason", "adoption = 'PARTLY', answer = ''"),
    ],
    "rectification": [
        ("rectification_has_one_origin", "finding_id = NULL"),
        ("rectification_is_planned_before_it_starts", "due_on = NULL"),
        ("rectification_is_planned_before_it_starts", "quality_requirement = ''"),
        ("reported_rectification_is_stamped", "result = ''"),
        ("reported_rectification_is_stamped", "reported_by_id = NULL"),
        ("rectification_verified_by_another", "state = 'VERIFIED'"),
    ],
    "gate": [
        ("gate_verdict_taken_back_with_reason", "taken_back_at = assessed_at, taken_back_by_id = assessed_by_id"),
        ("gate_verdict_taken_back_with_reason", "taken_back_reason = '错判。'"),
        ("gate_round_once", {}),
    ],
    "item of a gate": [
        ("quantity_answer_is_frozen", "threshold = 5, verified = NULL"),
        ("inadequate_is_not_met", "adequacy = 'INADEQUATE', met = {true}"),
        ("doubtful_adequacy_is_followed_up", "adequacy = 'MOSTLY', follow_up_id = NULL"),
        ("gate_criterion_answered_once", {}),
    ],
    "make-up": [
        ("answered_make_up_is_stamped", "answer = ''"),
        ("checked_make_up_is_stamped", "state = 'CLEARED'"),
        ("checked_make_up_is_stamped", "state = 'RETURNED'"),
    ],
    "request in review": [
        ("submitted_request_is_stamped", "submitted_by_id = NULL"),
        ("reviewed_request_is_stamped", "state = 'RETURNED_BY_TEAM'"),
        ("decided_request_is_stamped", "decided_at = submitted_at"),
        ("transitionrequest_filed_for_another_has_scan", "filed_for_id = {other}"),
        ("one_open_request_per_run", {"round": 2}),
        ("request_round_once", {"state": "WITHDRAWN"}),
    ],
    "decision": [
        ("reviewer_does_not_decide", "decider_id = reviewer_id"),
        ("approval_has_reply_and_return_has_remark", "reply_id = NULL"),
        ("approval_has_reply_and_return_has_remark", "outcome = 'RETURNED', reply_id = NULL, remark = ''"),
    ],
    "stage": [
        ("closed_run_is_stamped", "state = 'CLOSED'"),
        ("closed_run_is_stamped", "closed_on = opened_on"),
        ("extension_lies_after_plan", "extended_end = planned_end"),
        ("extension_lies_after_plan", "extended_end = planned_end, planned_end = NULL"),
        ("one_run_per_stage", {"state": "SUSPENDED"}),
    ],
    "extension": [
        ("decided_extension_is_stamped", "decided_at = NULL"),
        ("decided_extension_is_stamped", "state = 'ASKED', permitted_end = NULL"),
        ("permitted_extension_has_end", "permitted_end = NULL"),
        ("permitted_extension_has_end", "permitted_end = end_before"),
        ("extension_decided_by_another", "decided_by_id = opined_by_id"),
        ("extension_opinion_is_stamped", "opinion = ''"),
        ("refused_extension_has_reason", "state = 'REFUSED', permitted_end = NULL"),
        ("extension_has_grounds", "grounds = ''"),
        ("extension_asks_for_longer", "asked_end = end_before"),
    ],
    "extension asked for": [("one_open_extension_per_run", {})],
    "case": [
        ("case_closes_after_entry", "entered_on = NULL, closed_on = '2005-03-01'"),
        ("case_closes_after_entry", "closed_on = '2001-01-01'"),
        ("profile_confirmation_is_stamped", "profile_confirmed_by_id = NULL"),
        ("one_case_per_unit_and_batch", {}),
        ("members_total", "members_total = -1"),
    ],
    "to-do": [("todo_key_unique_while_open", {})],
    "delegation": [
        ("delegation_has_written_basis", "basis = ''"),
        ("delegation_ends_after_start", "ends_on = '2005-01-01'"),
        ("delegation_end_is_stamped", "ended_at = recorded_at"),
        ("one_live_delegation_per_post", {}),
    ],
    "delegation of a unit": [
        ("unitdelegation_has_written_basis", "basis = ''"),
        ("one_live_unit_delegation_per_post", {}),
    ],
    "survey": [
        ("survey_forms_came_back", "issued = 99"),
        ("survey_answers_were_returned", "satisfied = 51"),
        ("withdrawn_survey_has_reason", "withdrawn_at = recorded_at"),
        ("not_satisfied", "not_satisfied = -1"),
    ],
    "sampling": [
        ("sent_back_was_read", "sent_back = 31"),
        ("withdrawn_sampling_has_reason", "withdrawn_at = recorded_at"),
    ],
    "guidance": [
        ("settled_guidance_is_stamped", "settled_by_id = NULL"),
        ("given_guidance_is_recorded", "team_present = NULL"),
        ("given_guidance_is_recorded", "held_on = NULL"),
        ("released_guidance_has_reason", "state = 'RELEASED'"),
    ],
    "regulation": [
        ("verified_regulation_is_stamped", "verified_by_id = NULL"),
        ("withdrawn_regulation_has_reason", "withdrawn_at = verified_at"),
    ],
    "opinions": [("opinion_was_heard", "count = 0")],
    "membership": [("one_live_membership_per_team", {}), ("membership_role_known", "role = 'CHIEF'")],
}


@pytest.fixture
def world(request, case, cast, media):
    with clock.set_to(datetime(2005, 3, 1, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))):
        return WORLDS[request.param](case, cast)


@pytest.mark.parametrize("world", STATEMENTS, indirect=True)
def test_each_statement_is_refused_by_its_constraint(world, request):
    name = request.node.callspec.params["world"]
    people = {"other": UserFactory().pk, "true": "TRUE" if connection.vendor == "postgresql" else 1}
    for constraint, change in STATEMENTS[name]:
        if isinstance(change, dict):
            sql, values = copy_of(world, **change)[0], list(change.values())
        else:
            sql, values = f"UPDATE {world._meta.db_table} SET {change.format(**people)} WHERE id = {world.pk}", []
        with pytest.raises(IntegrityError) as refusal, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql, values)
        assert _names(refusal.value, constraint, world), f"{sql}\n{refusal.value}"


def test_they_are_forty_and_more():
    assert sum(map(len, STATEMENTS.values())) >= 40


def _names(error, constraint, row):
    """SQLite names checks and the columns of what is unique; PostgreSQL names every constraint."""
    if constraint in str(error):
        return True
    return connection.vendor == "sqlite" and f"UNIQUE constraint failed: {row._meta.db_table}." in str(error)


def _delegation(model, membership, delegate):
    return model.objects.create(
        membership=membership,
        delegate=delegate,
        basis="省委督导〔2005〕3号",
        starts_on="2005-02-01",
        ends_on="2005-02-20",
        recorded_by=membership.user,
    )


def _without_file(case, cast):
    """A draft as a copy of which lacks only what is once."""
    version = drafted_plan(case, cast)
    version.file = None
    version.save(update_fields=["file"])
    return version


def _followed_up(case, cast):
    """The answer to a quantity, with a finding that follows it up."""
    item = passed_gate(case, cast).items.filter(threshold__isnull=False).first()
    item.follow_up = findings.issued(case, cast)
    item.save(update_fields=["follow_up"])
    return item


def _extended(case, cast):
    profiled(case, cast)
    return permitted(supported(asked_longer(case, cast), cast), cast)


def _asked(case, cast):
    profiled(case, cast)
    return asked_longer(case, cast)


def _decided(case, cast):
    request, sha256 = recommended(ripe(case, cast), cast)
    return approved(request, cast, sha256)


def _guided(case, cast):
    profiled(case, cast)
    return appraisal.guided(appraisal.selected(case, cast), cast)


def _after_entry(build):
    """The act of the first stage on a case that has been entered."""

    def built(case, cast):
        profiled(case, cast)
        return build(case, cast)

    return built


def _membership(cast, name):
    return getattr(cast, name).memberships.get()


WORLDS = {
    "plan in review": submitted_plan,
    "plan draft": _without_file,
    "activity": _after_entry(verified),
    "minutes": _after_entry(lambda case, cast: verified(case, cast).figures.get(measure="MINUTES")),
    "finding issued": findings.issued,
    "suggestion answered": findings.answered,
    "rectification": findings.reported,
    "gate": passed_gate,
    "item of a gate": _followed_up,
    "make-up": lambda case, cast: answered(one_task(case, cast), cast),
    "request in review": lambda case, cast: submitted_request(ripe(case, cast, verified=False), cast),
    "decision": _decided,
    "stage": lambda case, cast: ready(case, cast) and case.runs.get(),
    "extension": _extended,
    "extension asked for": _asked,
    "case": profiled,
    "to-do": lambda case, cast: profiled(case, cast) and Todo.objects.filter(case=case, settled_at=None).first(),
    "delegation": lambda case, cast: _delegation(Delegation, _membership(cast, "leader"), cast.deputy),
    "delegation of a unit": lambda case, cast: _delegation(
        UnitDelegation, cast.secretary.unit_memberships.get(), cast.liaison
    ),
    "survey": _after_entry(appraisal.surveyed),
    "sampling": _after_entry(appraisal.sampled),
    "guidance": _guided,
    "regulation": _after_entry(verified_rule),
    "opinions": _after_entry(heard),
    "membership": lambda case, cast: _membership(cast, "member"),
}
