"""A rich world for tests of permission: two supervised cases with a row of every kind, and the people around them.

Both sides are built alike, so that what belongs to the other side differs from the own only in whose it is. What an
address needs beyond that is built by its `given`, a function of a side that answers with the address's arguments.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from stages.models import Extension, MakeUpTask, TransitionRequest
from teams.enums import Role
from teams.services.codes import issue_code
from tests import samples
from tests.cast import Cast, assemble
from tests.reports.building_documents import failed, made, ordered_reply, ordered_review, unprintable
from tests.stages import building_appraisal as appraisal
from tests.stages import building_extensions as extensions
from tests.stages import building_findings as findings
from tests.stages import building_gates as gates
from tests.stages import building_plans as plans
from tests.stages import building_rectification_plans as rectification_plans
from tests.stages import building_transitions as transitions
from tests.stages.factories import load
from tests.teams import building_mandates as mandates
from tests.teams.factories import MembershipFactory
from tests.units import building_activities as activities
from tests.units import building_originals as originals
from tests.units import building_records as records
from tests.units.factories import AssignmentFactory, CaseFactory
from units.enums import DocumentKind
from units.models import Activity, Case, Document, PlanVersion
from units.services.divisions import begin_division
from units.services.evidence import attach_evidence
from units.services.plans import draft_version

NOON = datetime(2005, 3, 10, 4, tzinfo=UTC)


@dataclass(frozen=True)
class Side:
    """One case and the people of its unit and its team, named as in the cast.

    The same unit takes part in two later batches, too: there the team has just `entered`, or is `awaited`.
    """

    case: Case
    people: Cast
    entered: Case
    awaited: Case

    def afresh(self) -> "Side":
        """The same rows as the database has them now, whatever a test that was undone has left in memory."""
        cases = {name: Case.objects.get(pk=getattr(self, name).pk) for name in ("case", "entered", "awaited")}
        return replace(self, **cases)


@dataclass(frozen=True)
class World:
    """The own side, the other side, and a case of another campaign, which is foreign even to the office."""

    cast: Cast
    own: Side
    other: Side
    elsewhere: Case


Arguments = dict[str, Any]
Given = Callable[[Side], Arguments]


@contextmanager
def undone() -> Iterator[None]:
    """Whatever is written inside is rolled back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def build() -> World:
    """Both cases have passed their plan, studied and been inspected; the first gate waits to be judged."""
    campaign = load().campaign
    cast = assemble(campaign, campaign.batches.get(number=1))
    other = replace(
        cast,
        team=cast.other_team,
        leader=cast.other_leader,
        member=cast.other_member,
        unit=cast.other_unit,
        secretary=cast.other_secretary,
        liaison=cast.other_liaison,
        case=cast.other_case,
    )
    return World(cast, _prepared(cast), _prepared(other), CaseFactory())


def _prepared(people: Cast) -> Side:
    plans.passed_plan(people.case, people)
    activities.mobilised(people.case, people)
    activities.studied(people.case, people)
    gates.inspected(people.case, people)
    people.case.refresh_from_db()
    entered, awaited = (_of_batch(people, number) for number in (2, 3))
    plans.entered(entered, people)
    return Side(people.case, people, entered, awaited)


def _of_batch(people: Cast, number: int) -> Case:
    batch = people.campaign.batches.get(number=number)
    return AssignmentFactory(case=CaseFactory(unit=people.unit, batch=batch), team=people.team).case


# What an address needs, by noun.


def nothing(side: Side) -> Arguments:
    return {}


def of_case(side: Side) -> Arguments:
    return {"case_id": side.case.pk}


def of_team(side: Side) -> Arguments:
    return {"team_id": side.people.team.pk}


def leaders_post(side: Side) -> Arguments:
    return {**of_team(side), "membership_id": mandates.place_of(side.people.leader).pk}


def delegation(side: Side) -> Arguments:
    """Another of the team than those who are asked acts in the leader's place."""
    newcomer = MembershipFactory(team=side.people.team, role=Role.DEPUTY).user
    return {**of_team(side), "delegation_id": mandates.acts_for(newcomer, side.people.leader).pk}


def of_unit(side: Side) -> Arguments:
    return {"unit_id": side.people.unit.pk}


def secretarys_post(side: Side) -> Arguments:
    return {**of_unit(side), "membership_id": side.people.secretary.unit_memberships.get().pk}


def unit_delegation(side: Side) -> Arguments:
    """The liaison acts in the secretary's place, and may lay it down."""
    acting = mandates.acts_for_secretary(side.people.liaison, side.people.secretary)
    return {**of_unit(side), "delegation_id": acting.pk}


def member(side: Side) -> Arguments:
    return {**of_case(side), "user_id": side.people.member.pk}


def division(side: Side) -> Arguments:
    begun = begin_division(case_id=side.case.pk, user_id=side.people.member.pk, acting_user=side.people.leader)
    return {**of_case(side), "division_id": begun.pk}


def account(side: Side) -> Arguments:
    return {"user_id": side.people.liaison.pk}


def account_with_code(side: Side) -> Arguments:
    """An account of the unit with a code that nobody has used yet."""
    issue_code(user_id=side.people.liaison.pk, acting_user=side.people.clerk)
    return account(side)


def discussion(side: Side) -> Arguments:
    return {**of_case(side), "matter": "gate"}


def before_entry(side: Side) -> Arguments:
    return {"case_id": side.awaited.pk}


def profile_to_confirm(side: Side) -> Arguments:
    plans.profiled(side.entered, side.people, confirmed=False)
    return {"case_id": side.entered.pk}


def plan(built: Callable[..., PlanVersion]) -> Given:
    return lambda side: {"case_id": side.entered.pk, "version_id": built(side.entered, side.people).pk}


def plan_returned(side: Side) -> Arguments:
    return {"case_id": plan(plans.returned_plan)(side)["case_id"]}


def plan_to_answer(side: Side) -> Arguments:
    """The draft that follows a return: what was remarked is yet to be answered."""
    plans.returned_plan(side.entered, side.people)
    version = draft_version(
        case_id=side.entered.pk, upload=samples.uploaded("实施方案.docx"), note="", acting_user=side.people.liaison
    )
    return {"case_id": side.entered.pk, "version_id": version.pk}


def plan_to_review(side: Side) -> Arguments:
    plans.profiled(side.entered, side.people)
    return plan(plans.submitted_plan)(side)


def in_last_stage(side: Side) -> Arguments:
    """The stage that asks for a rectification plan is open."""
    rectification_plans.in_last_stage(side.case, side.people)
    return of_case(side)


def rectification_plan_drafted(side: Side) -> Arguments:
    in_last_stage(side)
    return {**of_case(side), "version_id": rectification_plans.drafted_rectification_plan(side.case, side.people).pk}


def gate(side: Side) -> Arguments:
    return {**of_case(side), "gate_id": gates.gate_of(side.case).pk}


def gate_to_judge_again(side: Side) -> Arguments:
    """The gate was not passed, and all of what was missing is made up."""
    gates.failed_gate(side.case, side.people)
    gates.made_up(side.case, side.people)
    return gate(side)


def activity(built: Callable[..., Activity]) -> Given:
    return lambda side: {**of_case(side), "activity_id": built(side.case, side.people).pk}


def pile(built: Callable[..., Activity]) -> Given:
    """A case with several of them."""

    def given(side: Side) -> Arguments:
        for _ in range(2):
            built(side.case, side.people)
        return of_case(side)

    return given


def _with_photo(side: Side, built: Callable[..., Activity]) -> Activity:
    photo = samples.uploaded("会场.png")
    return attach_evidence(
        activity_id=built(side.case, side.people).pk, uploads=[photo], acting_user=side.people.liaison
    )


def photo(side: Side) -> Arguments:
    """The evidence of an activity that the team has."""
    file = _with_photo(side, activities.submitted).files.get().file
    return {**of_case(side), "file_uuid": file.uuid}


def photo_of_draft(side: Side) -> Arguments:
    drafted = _with_photo(side, activities.drafted)
    return {**of_case(side), "activity_id": drafted.pk, "file_uuid": drafted.files.get().file.uuid}


def opinion(side: Side) -> Arguments:
    return {**of_case(side), "opinion_id": records.heard(side.case, side.people).pk}


def regulation(built: Callable[..., Any]) -> Given:
    return lambda side: {**of_case(side), "regulation_id": built(side.case, side.people).pk}


def finding(built: Callable[..., Any]) -> Given:
    return lambda side: {**of_case(side), "finding_id": built(side.case, side.people).pk}


def finding_to_close(side: Side) -> Arguments:
    return {**of_case(side), "finding_id": findings.verified(side.case, side.people).finding_id}


def measure(built: Callable[..., Any]) -> Given:
    return lambda side: {**of_case(side), "rectification_id": built(side.case, side.people).pk}


def measure_to_plan(side: Side) -> Arguments:
    """A measure of which nothing but itself is settled."""
    open_measure = findings.measure(responsible="", due_on=None, quality_requirement="")
    acknowledged = findings.acknowledged(side.case, side.people, measures=[open_measure])
    return {**of_case(side), "rectification_id": acknowledged.rectifications.get().pk}


def task(side: Side) -> Arguments:
    """A make-up task that the unit has yet to answer."""
    gates.failed_gate(side.case, side.people)
    return {**of_case(side), "task_id": MakeUpTask.objects.get(case=side.case).pk}


def task_answered(side: Side) -> Arguments:
    arguments = task(side)
    gates.answered(MakeUpTask.objects.get(pk=arguments["task_id"]), side.people)
    return arguments


def look_back(side: Side) -> Arguments:
    gates.passed_gate(side.case, side.people)
    return of_case(side)


def ready_to_request(side: Side) -> Arguments:
    gates.passed_gate(side.case, side.people)
    transitions.looked_back(side.case, side.people)
    return of_case(side)


def request_drafted(side: Side) -> Arguments:
    return _request(side, transitions.drafted_request)


def request_submitted(side: Side) -> Arguments:
    return _request(side, transitions.submitted_request)


def request_reviewed(side: Side) -> Arguments:
    arguments = request_submitted(side)
    transitions.reviewed(TransitionRequest.objects.get(pk=arguments["request_id"]), side.people)
    return arguments


def request_printed(side: Side) -> Arguments:
    arguments = request_submitted(side)
    transitions.printed(transitions.reviewed(TransitionRequest.objects.get(pk=arguments["request_id"]), side.people))
    return arguments


def request_approved(side: Side) -> Arguments:
    ready_to_request(side)
    request, sha256 = transitions.recommended(side.case, side.people)
    transitions.approved(request, side.people, sha256)
    return {**of_case(side), "request_id": request.pk}


def gate_judged(side: Side) -> Arguments:
    return {**of_case(side), "assessment_id": gates.passed_gate(side.case, side.people).pk}


def sampling(side: Side) -> Arguments:
    return {**of_case(side), "sampling_id": appraisal.sampled(side.case, side.people).pk}


def guidance(side: Side) -> Arguments:
    return {**of_case(side), "guidance_id": appraisal.selected(side.case, side.people).pk}


def survey(side: Side) -> Arguments:
    return {**of_case(side), "survey_id": appraisal.surveyed(side.case, side.people).pk}


def extension_asked(side: Side) -> Arguments:
    return {**of_case(side), "extension_id": extensions.asked_longer(side.case, side.people).pk}


def extension_supported(side: Side) -> Arguments:
    arguments = extension_asked(side)
    extensions.supported(Extension.objects.get(pk=arguments["extension_id"]), side.people)
    return arguments


def _request(side: Side, built: Callable[..., TransitionRequest]) -> Arguments:
    ready_to_request(side)
    return {**of_case(side), "request_id": built(side.case, side.people).pk}


def document(built: Callable[[Case], Document]) -> Given:
    return lambda side: {**of_case(side), "document_id": built(side.case).pk}


reply = document(ordered_reply)
review = document(ordered_review)


def printed_reply(side: Side) -> Arguments:
    return {**of_case(side), "document_id": made(ordered_reply(side.case)).pk}


def original(side: Side) -> Arguments:
    arguments = printed_reply(side)
    document = Document.objects.get(pk=arguments["document_id"])
    return {**arguments, "original_id": originals.attached(document, side.people.clerk).pk}


def page_of_reply(side: Side) -> Arguments:
    return {**printed_reply(side), "number": 1}


def failed_reply(side: Side) -> Arguments:
    """A document that its worker gave up; of a kind that everybody of the case may read."""
    given_up = failed(unprintable(side.case), settings.JOB_MAX_TRIES)
    Document.objects.filter(pk=given_up.pk).update(kind=DocumentKind.TRANSITION_REPLY)
    return {**of_case(side), "document_id": given_up.pk}
