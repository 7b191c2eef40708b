"""Everything that acts let people write in a case, written once by the acts themselves, on either side.

What goes into the ledger and into notices speaks of canaries from the first (`says`); the rest is planted afterwards.
"""

from stages.enums import Adoption, ReviewVerdict
from stages.models import MakeUpTask
from stages.selectors.runs import current_run
from stages.selectors.template import look_back_criteria
from stages.services.extensions import permit_extension, refuse_extension, withdraw_extension
from stages.services.findings import answer_suggestion, uphold_finding, withdraw_finding
from stages.services.guidance import release_from_guidance
from stages.services.look_backs import LookedAt
from stages.services.make_up import return_make_up
from stages.services.plan_taken_back import take_back_plan_verdict
from stages.services.rectifications import reopen
from stages.services.revocations import revoke_approval
from stages.services.samplings import withdraw_sampling
from stages.services.surveys import withdraw_survey
from stages.services.taken_back import take_back_verdict
from stages.services.transitions import withdraw_transition
from tests import samples
from tests.permissions.building_world import Side
from tests.stages import building_appraisal as appraisal
from tests.stages import building_extensions as extensions
from tests.stages import building_findings as findings
from tests.stages import building_gates as gates
from tests.stages import building_plans as plans
from tests.stages import building_rectification_plans as rectification_plans
from tests.stages import building_transitions as transitions
from tests.teams import building_mandates as mandates
from tests.teams.factories import MembershipFactory
from tests.units import building_activities as activities
from tests.units import building_originals as originals
from tests.units import building_records as records
from units.services.activities import return_activity, withdraw_activity
from units.services.evidence import attach_evidence
from units.services.opinions import withdraw_opinion
from units.services.originals import withdraw_original
from units.services.plans import replace_file, withdraw_plan
from units.services.regulations import withdraw_regulation


def told(side: Side, says: str) -> None:
    """The whole story of a unit's cases; what is left at its end are the drafts of both sides."""
    _plan(side, says)
    _activities(side, says)
    _findings(side, says)
    _exchanges(side, says)
    _records(side, says)
    _appraisal(side, says)
    _gate(side, says)
    _longer_time(side, says)
    _transition(side, says)
    _delegations(side, says)


def _plan(side: Side, says: str) -> None:
    """Returned, withdrawn, passed, taken back, and a further version in the unit's hands; the other plan as well."""
    case, people = side.entered, side.people
    plans.returned_plan(case, people)
    handed_in = plans.submitted_plan(case, people)
    withdraw_plan(
        version_id=handed_in.pk, expected_version=handed_in.version, reason=says, acting_user=people.secretary
    )
    passed = plans.passed_plan(case, people)
    rectification_plans.passed_rectification_plan(rectification_plans.in_last_stage(case, people), people)
    take_back_plan_verdict(
        version_id=passed.pk, expected_version=passed.version, reason=says, acting_user=people.leader
    )
    draft = plans.drafted_plan(case, people)
    replace_file(
        version_id=draft.pk,
        expected_version=draft.version,
        upload=samples.uploaded("实施方案.docx"),
        note=says,
        acting_user=people.liaison,
    )


def _activities(side: Side, says: str) -> None:
    case, people = side.case, side.people
    for built in (activities.drafted, activities.submitted):
        titled = built(case, people, title=says, summary=says)
        photo = samples.uploaded("会场.png")
        photo.name = f"{says}.png"
        attach_evidence(activity_id=titled.pk, uploads=[photo], acting_user=people.liaison)
    returned = activities.submitted(case, people, title=says)
    return_activity(activity_id=returned.pk, remark=says, acting_user=people.member)
    withdrawn = activities.submitted(case, people, title=says)
    withdraw_activity(activity_id=withdrawn.pk, reason=says, acting_user=people.liaison)


def _findings(side: Side, says: str) -> None:
    case, people = side.case, side.people
    findings.drafted(case, people, cause=says, photos=[samples.uploaded("会场.png")])
    findings.disputed(case, people)
    upheld = findings.disputed(case, people)
    uphold_finding(finding_id=upheld.pk, expected_version=upheld.version, answer=says, acting_user=people.leader)
    suggestion = findings.suggested(case, people)
    answer_suggestion(
        finding_id=suggestion.pk,
        expected_version=suggestion.version,
        adoption=Adoption.NOT_ADOPTED,
        answer=says,
        acting_user=people.secretary,
    )
    issued = findings.issued(case, people, photos=[samples.uploaded("会场.png")])
    withdraw_finding(finding_id=issued.pk, expected_version=issued.version, reason=says, acting_user=people.leader)
    findings.closed(case, people)
    verified = findings.verified(case, people)
    reopen(rectification_id=verified.pk, expected_version=verified.version, note=says, acting_user=people.leader)


def _exchanges(side: Side, says: str) -> None:
    """What is settled in other words, rebounds, is spoken about, is sent back, and is recommended."""
    case, people = side.case, side.people
    findings.amended(case, people, text=says)
    findings.remarked(findings.shared(case, people), people.secretary, says)
    findings.remarked(findings.reopened(case, people), people.member, says)
    findings.recommended(case, people)
    findings.sent_back(case, people)


def _records(side: Side, says: str) -> None:
    """Gists and rules, and what was taken back of them."""
    case, people = side.case, side.people
    records.heard(case, people, gist=says)
    withdraw_opinion(opinion_id=records.heard(case, people).pk, reason=says, acting_user=people.liaison)
    records.made_rule(case, people, title=says)
    withdrawn = records.made_rule(case, people)
    withdraw_regulation(regulation_id=withdrawn.pk, reason=says, acting_user=people.liaison)


def _appraisal(side: Side, says: str) -> None:
    """What the team read, guided and asked on the spot, and what it took back."""
    case, people = side.case, side.people
    by = {"reason": says, "acting_user": people.leader}
    sampling = appraisal.sampled(case, people, remark=says)
    withdraw_sampling(sampling_id=sampling.pk, expected_version=sampling.version, **by)
    survey = appraisal.surveyed(case, people, remark=says)
    withdraw_survey(survey_id=survey.pk, expected_version=survey.version, **by)
    released = appraisal.selected(case, people)
    release_from_guidance(guidance_id=released.pk, expected_version=released.version, **by)
    appraisal.guided(appraisal.selected(case, people), people, evaluation=says)


def _gate(side: Side, says: str) -> None:
    """Not passed, taken back, not passed, made up, passed."""
    case, people = side.case, side.people
    failed = gates.failed_gate(case, people)
    task = gates.answered(MakeUpTask.objects.get(item__assessment=failed), people)
    return_make_up(task_id=task.pk, expected_version=task.version, note=says, acting_user=people.member)
    take_back_verdict(assessment_id=failed.pk, reason=says, acting_user=people.leader)
    gates.inspected(case, people, conclusion=says)
    gates.failed_gate(case, people)
    gates.made_up(case, people)
    gates.assessed(case, people, gates.gate_of(case), opinion=says)


def _longer_time(side: Side, says: str) -> None:
    case, people = side.case, side.people
    refused = extensions.supported(extensions.asked_longer(case, people), people)
    version = {"extension_id": refused.pk, "expected_version": refused.version}
    refuse_extension(**version, remark=says, acting_user=people.director)
    asked = extensions.asked_longer(case, people)
    version = {"extension_id": asked.pk, "expected_version": asked.version}
    withdraw_extension(**version, reason=says, acting_user=people.secretary)
    permitted = extensions.supported(extensions.asked_longer(case, people), people)
    version = {"extension_id": permitted.pk, "expected_version": permitted.version}
    permit_extension(**version, permitted_end=permitted.asked_end, remark=says, acting_user=people.director)


def _transition(side: Side, says: str) -> None:
    """Withdrawn, returned by the team and by the group, approved, revoked, returned again and answered in a draft."""
    case, people = side.case, side.people
    criteria = list(look_back_criteria(current_run(case).stage))
    found = [LookedAt(criteria[0].pk, in_order=False, found=says, made_up=says)]
    transitions.looked_back(case, people, answers=found + [LookedAt(each.pk, in_order=True) for each in criteria[1:]])
    request = transitions.submitted_request(case, people)
    withdraw_transition(
        request_id=request.pk, expected_version=request.version, reason=says, acting_user=people.secretary
    )
    transitions.reviewed(transitions.submitted_request(case, people), people, ReviewVerdict.RETURNED)
    request, sha256 = transitions.recommended(case, people)
    transitions.returned_by_group(request, people, sha256)
    request = transitions.submitted_request(case, people)
    doubtful = transitions.judged(request)[0].code
    answers = transitions.exit_answers(request, **{doubtful: {"note": says}})
    sha256 = transitions.printed(transitions.reviewed(request, people, answers=answers))
    transitions.approve_transition(
        request_id=request.pk, expected_sha256=sha256, remark=says, acting_user=people.director
    )
    request.refresh_from_db()
    transitions.made(request.decision.reply)
    wrong = originals.attached(request.decision.reply, people.clerk, paper_number=says)
    withdraw_original(original_id=wrong.pk, reason=says, acting_user=people.clerk)
    originals.attached(request.decision.reply, people.clerk, paper_number=says)
    originals.attached(request.review.document, people.leader, paper_number=says)
    revoke_approval(request_id=request.pk, expected_version=request.version, reason=says, acting_user=people.director)
    transitions.reviewed(transitions.submitted_request(case, people), people, ReviewVerdict.RETURNED)
    transitions.drafted_request(case, people)


def _delegations(side: Side, says: str) -> None:
    """Another acts for the leader, and for the secretary."""
    people = side.people
    mandates.acts_for(MembershipFactory(team=people.team).user, people.leader, basis=says)
    mandates.acts_for_secretary(people.liaison, people.secretary, basis=says)
