"""Acts of this app."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
    PLAN_WITHDRAWN = "units.plan_withdrawn", _("Plan withdrawn")
    PLAN_SUBMITTED = "units.plan_submitted", _("Plan submitted")
    ACTIVITY_MENDED = "units.activity_mended", _("Returned activity changed")
    ACTIVITY_SUBMITTED = "units.activity_submitted", _("Activity submitted")
    ACTIVITY_VERIFIED = "units.activity_verified", _("Activity verified")
    ACTIVITY_RETURNED = "units.activity_returned", _("Activity returned")
    ACTIVITY_WITHDRAWN = "units.activity_withdrawn", _("Activity withdrawn")
    ACTIVITY_EVIDENCE_ADDED = "units.activity_evidence_added", _("Evidence added to an activity")
    DOCUMENT_READY = "units.document_ready", _("Document ready")
    DOCUMENT_FAILED = "units.document_failed", _("Document could not be prepared")
    DOCUMENT_RETRIED = "units.document_retried", _("Document prepared again")
    ACTIVITY_COUNTS_VERIFIED = "units.activity_counts_verified", _("Counts of an activity verified")
    VERIFICATION_TAKEN_BACK = "units.verification_taken_back", _("Verification taken back")
    FIGURE_CORRECTED = "units.figure_corrected", _("Verified figure corrected")
    OPINION_RECORDED = "units.opinion_recorded", _("Opinions recorded")
    OPINION_WITHDRAWN = "units.opinion_withdrawn", _("Opinions withdrawn")
    REGULATION_RECORDED = "units.regulation_recorded", _("Regulation recorded")
    REGULATION_VERIFIED = "units.regulation_verified", _("Regulation verified")
    REGULATION_TAKEN_BACK = "units.regulation_taken_back", _("Verification of a regulation taken back")
    REGULATION_WITHDRAWN = "units.regulation_withdrawn", _("Regulation withdrawn")
    UNIT_DELEGATION_RECORDED = "units.delegation_recorded", _("Delegation of a secretary recorded")
    UNIT_DELEGATION_ENDED = "units.delegation_ended", _("Delegation of a secretary ended")
    PLAN_FILED = "units.plan_filed", _("Plan submitted in the secretary's name")
    ORIGINAL_ATTACHED = "units.original_attached", _("Original attached")
    ORIGINAL_WITHDRAWN = "units.original_withdrawn", _("Original withdrawn")
    DIVISION_BEGUN = "units.division_begun", _("Case entrusted to a member")
    DIVISION_ENDED = "units.division_ended", _("Case no longer entrusted to a member")
