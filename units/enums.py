"""The closed vocabularies of what is supervised and what it supplies."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class UnitKind(models.TextChoices):
    """Row 109: localities, departments and organisations are supervised."""

    REGION = "REGION", _("Locality")
    DEPARTMENT = "DEPARTMENT", _("Department")
    ORGANISATION = "ORGANISATION", _("Organisation")


class UnitRole(models.TextChoices):
    LIAISON = "LIAISON", _("Liaison officer")
    SECRETARY = "SECRETARY", _("Party committee secretary")


class Party(models.TextChoices):
    """In whose hands a case is."""

    UNIT = "UNIT", _("Unit")
    TEAM = "TEAM", _("Supervision team")
    GROUP = "GROUP", _("Leading group")


class FileSide(models.TextChoices):
    UNIT = "UNIT", _("Unit's file")
    TEAM = "TEAM", _("Team's file")


class PlanKind(models.TextChoices):
    IMPLEMENTATION = "IMPLEMENTATION", _("Implementation plan")
    RECTIFICATION = "RECTIFICATION", _("Rectification plan")


class PlanState(models.TextChoices):
    DRAFT = "DRAFT", pgettext_lazy("plan", "Draft")
    SUBMITTED = "SUBMITTED", pgettext_lazy("plan", "In review")
    RETURNED = "RETURNED", pgettext_lazy("plan", "Returned")
    PASSED = "PASSED", pgettext_lazy("plan", "Passed")


class ProblemCategory(models.TextChoices):
    """Row 52: the five categories of problems, used by plans and findings alike; 等 allows others."""

    MEMBER_ORG = "MEMBER_ORG", _("Members and Party organisations")
    CONDUCT = "CONDUCT", _("Party, government and trade conduct")
    REFORM_STABILITY = "REFORM_STABILITY", _("Reform, development and stability")
    LIVELIHOOD = "LIVELIHOOD", _("People's work and livelihood")
    INTERNAL_MGMT = "INTERNAL_MGMT", _("Internal management")
    OTHER = "OTHER", _("Other")


THE_FIVE_CATEGORIES = tuple(c for c in ProblemCategory if c is not ProblemCategory.OTHER)


class ActivityKind(models.TextChoices):
    MOBILISATION = "MOBILISATION", _("Mobilisation meeting")
    STUDY_SESSION = "STUDY_SESSION", _("Study session")
    DISCUSSION = "DISCUSSION", _("Discussion and exchange")
    PARTY_LECTURE = "PARTY_LECTURE", _("Party lecture")
    SPECIAL_REPORT = "SPECIAL_REPORT", _("Thematic report")
    BRANCH_STUDY = "BRANCH_STUDY", _("Leaders' study in their branch")
    CENTRAL_GROUP = "CENTRAL_GROUP", _("Central study group")


class Organiser(models.TextChoices):
    """Who held it: only what reaches every member counts as collective study of the unit."""

    UNIT = "UNIT", _("Whole unit")
    BRANCHES = "BRANCHES", _("Series of all branches")
    GROUP = "GROUP", _("Part of the unit")


class ActivityState(models.TextChoices):
    DRAFT = "DRAFT", pgettext_lazy("activity", "Draft")
    SUBMITTED = "SUBMITTED", pgettext_lazy("activity", "To be verified")
    RETURNED = "RETURNED", pgettext_lazy("activity", "Returned")
    VERIFIED = "VERIFIED", pgettext_lazy("activity", "Verified")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("activity", "Withdrawn")


class Measure(models.TextChoices):
    """What one figure of an activity measures; minutes and counts, whole numbers."""

    MINUTES = "MINUTES", _("Duration")
    EXPECTED = "EXPECTED", _("Members expected")
    ATTENDED = "ATTENDED", _("Members present")
    LEADERS_EXPECTED = "LEADERS_EXPECTED", _("Leading cadres expected")
    LEADERS_ATTENDED = "LEADERS_ATTENDED", _("Leading cadres present")
    BRANCHES_TOTAL = "BRANCHES_TOTAL", _("Branches in all")
    BRANCHES_HELD = "BRANCHES_HELD", _("Branches that held it")


class Quantity(models.TextChoices):
    """Sums over the figures of a case's activities; nobody types a total."""

    STUDY_MINUTES = "STUDY_MINUTES", _("Collective study")
    CONCENTRATED_DAYS = "CONCENTRATED_DAYS", _("Concentrated study days")
    DISCUSSIONS = "DISCUSSIONS", _("Discussions and exchanges")
    LEADERS_BRANCH_STUDY = "LEADERS_BRANCH_STUDY", _("Leaders' study in their branch")
    CENTRAL_GROUP_STUDY = "CENTRAL_GROUP_STUDY", _("Study of the central group")
    MOBILISATION = "MOBILISATION", _("Mobilisation meeting")


class DocumentKind(models.TextChoices):
    TRANSITION_REVIEW = "TRANSITION_REVIEW", _("Transition review")
    TRANSITION_REPLY = "TRANSITION_REPLY", _("Reply to the transition request")


class DocumentState(models.TextChoices):
    PREPARING = "PREPARING", _("Being prepared")
    READY = "READY", _("Ready")
    FAILED = "FAILED", _("Could not be prepared")
    VOID = "VOID", _("Void")


class Act(models.TextChoices):
    """Acts of this app."""

    UNIT_CREATED = "units.unit_created", _("Unit created")
    CASE_OPENED = "units.case_opened", _("Case opened")
    TEAM_ASSIGNED = "units.team_assigned", _("Team assigned")
    UNIT_MEMBER_APPOINTED = "units.member_appointed", _("Unit member appointed")
    UNIT_MEMBER_ENDED = "units.member_ended", _("Unit membership ended")
    HOME_UNIT_RECORDED = "units.home_unit_recorded", _("Home unit recorded")
    PROFILE_FILLED = "units.profile_filled", _("Profile filled in")
    PLAN_DRAFTED = "units.plan_drafted", _("Plan version drafted")
    PLAN_SUBMITTED = "units.plan_submitted", _("Plan submitted")
    ACTIVITY_SUBMITTED = "units.activity_submitted", _("Activity submitted")
    ACTIVITY_VERIFIED = "units.activity_verified", _("Activity verified")
    ACTIVITY_RETURNED = "units.activity_returned", _("Activity returned")
    ACTIVITY_WITHDRAWN = "units.activity_withdrawn", _("Activity withdrawn")
    ACTIVITY_EVIDENCE_ADDED = "units.activity_evidence_added", _("Evidence added to an activity")
    DOCUMENT_READY = "units.document_ready", _("Document ready")
    DOCUMENT_FAILED = "units.document_failed", _("Document could not be prepared")
    DOCUMENT_RETRIED = "units.document_retried", _("Document prepared again")


class TodoKind(models.TextChoices):
    """What this app's acts leave to do; the rank says which of several open rows holds the case."""

    PROFILE = "units.profile", _("Fill in the unit's profile")
    CONFIRM_PROFILE = "units.confirm_profile", _("Confirm the unit's profile")
    PLAN = "units.plan", _("Submit the implementation plan")
    REVIEW_PLAN = "units.review_plan", _("Review the implementation plan")
    VERIFY_ACTIVITIES = "units.verify_activities", _("Verify activities")
    MEND_ACTIVITIES = "units.mend_activities", _("Mend returned activities")


TODO_RANKS = {
    TodoKind.CONFIRM_PROFILE: 20,
    TodoKind.PROFILE: 21,
    TodoKind.PLAN: 22,
    TodoKind.REVIEW_PLAN: 25,
    TodoKind.MEND_ACTIVITIES: 70,
    TodoKind.VERIFY_ACTIVITIES: 75,
}


class NoticeKind(models.TextChoices):
    """Kinds of notices of this app."""

    TEAM_ASSIGNED = "units.team_assigned", _("Team assigned")
    UNIT_MEMBER_APPOINTED = "units.member_appointed", _("Appointed to act for a unit")
    PROFILE_FILLED = "units.profile_filled", _("Profile filled in")
    PLAN_SUBMITTED = "units.plan_submitted", _("Plan submitted")
    DOCUMENT_FAILED = "units.document_failed", _("Document could not be prepared")
    ACTIVITY_SUBMITTED = "units.activity_submitted", _("Activity submitted")
    ACTIVITY_VERIFIED = "units.activity_verified", _("Activity verified")
    ACTIVITY_RETURNED = "units.activity_returned", _("Activity returned")
    ACTIVITY_WITHDRAWN = "units.activity_withdrawn", _("Activity withdrawn")
