"""Kinds of notices of this app."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class NoticeKind(models.TextChoices):
    """Kinds of notices of this app."""

    TEAM_ASSIGNED = "units.team_assigned", _("Team assigned")
    UNIT_MEMBER_APPOINTED = "units.member_appointed", _("Appointed to act for a unit")
    PROFILE_FILLED = "units.profile_filled", _("Profile filled in")
    PLAN_SUBMITTED = "units.plan_submitted", _("Plan submitted")
    PLAN_WITHDRAWN = "units.plan_withdrawn", _("Plan withdrawn")
    DOCUMENT_FAILED = "units.document_failed", _("Document could not be prepared")
    ACTIVITY_SUBMITTED = "units.activity_submitted", _("Activity submitted")
    ACTIVITY_VERIFIED = "units.activity_verified", _("Activity verified")
    ACTIVITY_RETURNED = "units.activity_returned", _("Activity returned")
    ACTIVITY_WITHDRAWN = "units.activity_withdrawn", _("Activity withdrawn")
    VERIFICATION_TAKEN_BACK = "units.verification_taken_back", _("Verification taken back")
    FIGURE_CORRECTED = "units.figure_corrected", _("Verified figure corrected")
    REGULATION_RECORDED = "units.regulation_recorded", _("Regulation recorded")
    REGULATION_VERIFIED = "units.regulation_verified", _("Regulation verified")
    REGULATION_TAKEN_BACK = "units.regulation_taken_back", _("Verification of a regulation taken back")
    REGULATION_WITHDRAWN = "units.regulation_withdrawn", _("Regulation withdrawn")
    UNIT_DELEGATION_RECORDED = "units.delegation_recorded", _("Delegation of a secretary recorded")
    UNIT_DELEGATION_ENDED = "units.delegation_ended", _("Delegation of a secretary ended")
    PLAN_FILED = "units.plan_filed", _("Plan filed in your name")
    ORIGINAL_ATTACHED = "units.original_attached", _("Original attached")
    ORIGINAL_WITHDRAWN = "units.original_withdrawn", _("Original withdrawn")
    DIVISION_BEGUN = "units.division_begun", _("Case entrusted to a member")
    DIVISION_ENDED = "units.division_ended", _("Case no longer entrusted to a member")
