"""The closed vocabularies of what the team judges and the leading group decides."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Subject(models.TextChoices):
    """What a criterion is asked of."""

    PLAN = "PLAN", _("Implementation plan")
    GATE = "GATE", _("Gate")
    EXIT = "EXIT", _("Leaving a stage")
    LOOK_BACK = "LOOK_BACK", _("Look-back check")


class CriterionKind(models.TextChoices):
    QUANTITY = "QUANTITY", _("Quantity")
    JUDGEMENT = "JUDGEMENT", _("Judgement")
    CHECKLIST = "CHECKLIST", _("Checklist")
    INSPECTION = "INSPECTION", _("Inspection")
    ADEQUACY = "ADEQUACY", _("Adequacy")


class RunState(models.TextChoices):
    OPEN = "OPEN", _("Open")
    CLOSED = "CLOSED", _("Closed")


class PlanAnswer(models.TextChoices):
    CONFORMS = "CONFORMS", _("Conforms")
    REVISE = "REVISE", _("Needs revision")


class PlanVerdict(models.TextChoices):
    PASSED = "PASSED", _("Passed")
    RETURNED = "RETURNED", _("Returned")


class FindingKind(models.TextChoices):
    PROBLEM = "PROBLEM", _("Problem")
    SUGGESTION = "SUGGESTION", _("Suggestion")


class FindingState(models.TextChoices):
    DRAFT = "DRAFT", pgettext_lazy("finding", "Draft")
    ISSUED = "ISSUED", pgettext_lazy("finding", "Issued")
    ACKNOWLEDGED = "ACKNOWLEDGED", pgettext_lazy("finding", "Acknowledged")
    DISPUTED = "DISPUTED", pgettext_lazy("finding", "Disputed")
    ANSWERED = "ANSWERED", pgettext_lazy("finding", "Answered")
    CLOSED = "CLOSED", pgettext_lazy("finding", "Closed")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("finding", "Withdrawn")


class RedLine(models.TextChoices):
    """Row 10: going through the motions, or deviation."""

    FORMALITY = "FORMALITY", _("Going through the motions")
    DEVIATION = "DEVIATION", _("Deviation")


class Adoption(models.TextChoices):
    """How the unit answers a suggestion."""

    ADOPTED = "ADOPTED", _("Adopted")
    PARTLY = "PARTLY", _("Partly adopted")
    NOT_ADOPTED = "NOT_ADOPTED", _("Not adopted")


class SubjectLevel(models.TextChoices):
    LEADERSHIP = "LEADERSHIP", _("Leadership team")
    BRANCH = "BRANCH", _("Party branch")


class RectificationState(models.TextChoices):
    OPEN = "OPEN", pgettext_lazy("rectification", "Open")
    IN_PROGRESS = "IN_PROGRESS", pgettext_lazy("rectification", "In progress")
    REPORTED = "REPORTED", pgettext_lazy("rectification", "Reported done")
    VERIFIED = "VERIFIED", pgettext_lazy("rectification", "Verified and closed")
    REOPENED = "REOPENED", pgettext_lazy("rectification", "Reopened")


class InspectionKind(models.TextChoices):
    """Row 61: the five kinds that a study inspection looks at."""

    NOTES = "NOTES", _("Study notes")
    REFLECTIONS = "REFLECTIONS", _("Reflections")
    LECTURES = "LECTURES", _("Thematic lectures")
    DISCUSSIONS = "DISCUSSIONS", _("Discussions and exchanges")
    SITUATION_REPORTS = "SITUATION_REPORTS", _("Situation reports")


class Grade(models.TextChoices):
    GOOD = "GOOD", _("Good")
    FAIR = "FAIR", _("Fair")
    POOR = "POOR", _("Poor")


class GateVerdict(models.TextChoices):
    PASSED = "PASSED", pgettext_lazy("gate", "Passed")
    NOT_PASSED = "NOT_PASSED", pgettext_lazy("gate", "Not passed")


class MakeUpState(models.TextChoices):
    OPEN = "OPEN", pgettext_lazy("make-up", "To be made up")
    ANSWERED = "ANSWERED", pgettext_lazy("make-up", "To be checked")
    RETURNED = "RETURNED", pgettext_lazy("make-up", "Returned")
    CLEARED = "CLEARED", pgettext_lazy("make-up", "Cleared")


class RequestState(models.TextChoices):
    DRAFT = "DRAFT", pgettext_lazy("request", "Draft")
    SUBMITTED = "SUBMITTED", pgettext_lazy("request", "In team review")
    RETURNED_BY_TEAM = "RETURNED_BY_TEAM", pgettext_lazy("request", "Returned by the team")
    RECOMMENDED = "RECOMMENDED", pgettext_lazy("request", "With the leading group")
    RETURNED_BY_GROUP = "RETURNED_BY_GROUP", pgettext_lazy("request", "Returned by the leading group")
    APPROVED = "APPROVED", pgettext_lazy("request", "Approved")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("request", "Withdrawn")


OPEN_REQUEST_STATES = (RequestState.DRAFT, RequestState.SUBMITTED, RequestState.RECOMMENDED)


class ReviewVerdict(models.TextChoices):
    RECOMMENDED = "RECOMMENDED", _("Recommended for approval")
    RETURNED = "RETURNED", _("Returned for make-up")


class ExitAnswer(models.TextChoices):
    """How the team answers an exit criterion (row 7)."""

    YES = "YES", _("Yes")
    PARTLY = "PARTLY", _("Partly")
    NO = "NO", _("No")


class Outcome(models.TextChoices):
    APPROVED = "APPROVED", _("Approved")
    RETURNED = "RETURNED", _("Returned")


class Matter(models.TextChoices):
    """What a collective discussion concluded on (row 96)."""

    PLAN = "PLAN", _("Implementation plan")
    GATE = "GATE", _("Gate")
    TRANSITION = "TRANSITION", _("Stage transition")


class Act(models.TextChoices):
    """Acts of this app."""

    CAMPAIGN_LOADED = "stages.campaign_loaded", _("Campaign template loaded")
    CASE_ENTERED = "stages.case_entered", _("Case entered")
    PROFILE_CONFIRMED = "stages.profile_confirmed", _("Profile confirmed")
    PLAN_PASSED = "stages.plan_passed", _("Plan passed")
    PLAN_RETURNED = "stages.plan_returned", _("Plan returned")
    FINDING_DRAFTED = "stages.finding_drafted", _("Finding drafted")
    FINDING_REVISED = "stages.finding_revised", _("Draft of a finding revised")
    FINDING_DISCARDED = "stages.finding_discarded", _("Draft of a finding discarded")
    FINDING_ISSUED = "stages.finding_issued", _("Finding issued")
    FINDING_ACKNOWLEDGED = "stages.finding_acknowledged", _("Finding acknowledged")
    FINDING_DISPUTED = "stages.finding_disputed", _("Finding disputed")
    DISPUTE_UPHELD = "stages.dispute_upheld", _("Finding upheld")
    FINDING_WITHDRAWN = "stages.finding_withdrawn", _("Finding withdrawn")
    SUGGESTION_ANSWERED = "stages.suggestion_answered", _("Suggestion answered")
    FINDING_CLOSED = "stages.finding_closed", _("Finding closed")
    RECTIFICATION_ADDED = "stages.rectification_added", _("Rectification added")
    RECTIFICATION_PLANNED = "stages.rectification_planned", _("Rectification planned")
    RECTIFICATION_REPORTED = "stages.rectification_reported", _("Rectification reported")
    RECTIFICATION_VERIFIED = "stages.rectification_verified", _("Rectification verified")
    RECTIFICATION_REOPENED = "stages.rectification_reopened", _("Rectification reopened")
    STUDY_INSPECTED = "stages.study_inspected", _("Study inspected")
    COLLECTIVE_DECISION = "stages.collective_decision", _("Collective discussion recorded")
    GATE_PASSED = "stages.gate_passed", _("Gate passed")
    GATE_NOT_PASSED = "stages.gate_not_passed", _("Gate not passed")
    MAKE_UP_ANSWERED = "stages.make_up_answered", _("Make-up task answered")
    MAKE_UP_CLEARED = "stages.make_up_cleared", _("Make-up task cleared")
    MAKE_UP_RETURNED = "stages.make_up_returned", _("Make-up task returned")
    LOOK_BACK_DONE = "stages.look_back_done", _("Look-back check done")
    TRANSITION_SUBMITTED = "stages.transition_submitted", _("Transition requested")
    TRANSITION_WITHDRAWN = "stages.transition_withdrawn", _("Transition request withdrawn")
    TRANSITION_RECOMMENDED = "stages.transition_recommended", _("Transition recommended")
    TRANSITION_RETURNED_BY_TEAM = "stages.transition_returned_by_team", _("Transition returned by the team")
    TRANSITION_APPROVED = "stages.transition_approved", _("Transition approved")
    TRANSITION_RETURNED_BY_GROUP = (
        "stages.transition_returned_by_group",
        _("Transition returned by the leading group"),
    )


class TodoKind(models.TextChoices):
    """What this app's acts leave to do; see TODO_RANKS for which of several holds the case."""

    ENTER = "stages.enter", _("Enter the unit")
    ISSUE_FINDING = "stages.issue_finding", _("Issue drafted findings")
    ACKNOWLEDGE = "stages.acknowledge", _("Acknowledge the finding")
    SETTLE_DISPUTE = "stages.settle_dispute", _("Settle the dispute")
    ANSWER_SUGGESTION = "stages.answer_suggestion", _("Answer the suggestion")
    CLOSE_FINDING = "stages.close_finding", _("Close the finding")
    RECTIFY = "stages.rectify", _("Carry out the rectification")
    VERIFY_RECTIFICATION = "stages.verify_rectification", _("Verify the rectification")
    MAKE_UP = "stages.make_up", _("Make up what is missing")
    CHECK_MAKE_UP = "stages.check_make_up", _("Check the make-up work")
    ASSESS_AGAIN = "stages.assess_again", _("Judge the gate again")
    REQUEST = "stages.request", _("Work towards the transition")
    REVIEW_REQUEST = "stages.review_request", _("Review the transition request")
    DECIDE_REQUEST = "stages.decide_request", _("Decide on the transition request")


TODO_RANKS = {
    TodoKind.ENTER: 5,
    TodoKind.DECIDE_REQUEST: 10,
    TodoKind.REVIEW_REQUEST: 11,
    TodoKind.MAKE_UP: 40,
    TodoKind.CHECK_MAKE_UP: 42,
    TodoKind.ASSESS_AGAIN: 44,
    TodoKind.SETTLE_DISPUTE: 50,
    TodoKind.ACKNOWLEDGE: 52,
    TodoKind.ANSWER_SUGGESTION: 54,
    TodoKind.VERIFY_RECTIFICATION: 60,
    TodoKind.CLOSE_FINDING: 61,
    TodoKind.RECTIFY: 62,
    TodoKind.REQUEST: 80,
    TodoKind.ISSUE_FINDING: 90,
}


class NoticeKind(models.TextChoices):
    """Kinds of notices of this app."""

    CASE_ENTERED = "stages.case_entered", _("Case entered")
    PROFILE_CONFIRMED = "stages.profile_confirmed", _("Profile confirmed")
    PLAN_PASSED = "stages.plan_passed", _("Plan passed")
    PLAN_RETURNED = "stages.plan_returned", _("Plan returned")
    FINDING_ISSUED = "stages.finding_issued", _("Finding issued")
    FINDING_ACKNOWLEDGED = "stages.finding_acknowledged", _("Finding acknowledged")
    FINDING_DISPUTED = "stages.finding_disputed", _("Finding disputed")
    DISPUTE_UPHELD = "stages.dispute_upheld", _("Finding upheld")
    FINDING_WITHDRAWN = "stages.finding_withdrawn", _("Finding withdrawn")
    SUGGESTION_ANSWERED = "stages.suggestion_answered", _("Suggestion answered")
    FINDING_CLOSED = "stages.finding_closed", _("Finding closed")
    RECTIFICATION_REPORTED = "stages.rectification_reported", _("Rectification reported")
    RECTIFICATION_VERIFIED = "stages.rectification_verified", _("Rectification verified")
    RECTIFICATION_REOPENED = "stages.rectification_reopened", _("Rectification reopened")
    GATE_PASSED = "stages.gate_passed", _("Gate passed")
    GATE_NOT_PASSED = "stages.gate_not_passed", _("Gate not passed")
    MAKE_UP_ANSWERED = "stages.make_up_answered", _("Make-up task answered")
    MAKE_UP_CLEARED = "stages.make_up_cleared", _("Make-up task cleared")
    MAKE_UP_RETURNED = "stages.make_up_returned", _("Make-up task returned")
    REQUEST_SUBMITTED = "stages.request_submitted", _("Transition requested")
    REQUEST_WITHDRAWN = "stages.request_withdrawn", _("Transition request withdrawn")
    REQUEST_RECOMMENDED = "stages.request_recommended", _("Transition recommended")
    REQUEST_RETURNED = "stages.request_returned", _("Transition request returned")
    REQUEST_APPROVED = "stages.request_approved", _("Transition approved")
