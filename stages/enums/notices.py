"""Kinds of notices of this app."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
    APPROVAL_REVOKED = "stages.approval_revoked", _("Approval revoked")
    EXTENSION_ASKED = "stages.extension_asked", _("Longer time asked for")
    EXTENSION_OPINED = "stages.extension_opined", _("The team's opinion on longer time")
    EXTENSION_PERMITTED = "stages.extension_permitted", _("Longer time permitted")
    EXTENSION_REFUSED = "stages.extension_refused", _("Longer time refused")
    EXTENSION_WITHDRAWN = "stages.extension_withdrawn", _("Longer time no longer asked for")
    GATE_TAKEN_BACK = "stages.gate_taken_back", _("Verdict on a gate taken back")
    FINDING_SHARED = "stages.finding_shared", _("Draft of a finding shared with the unit")
    FINDING_SHARED_REVISED = "stages.finding_shared_revised", _("Shared draft of a finding revised")
    FINDING_SHARING_TAKEN_BACK = "stages.finding_sharing_taken_back", _("Sharing of a draft taken back")
    FINDING_VIEWS_GIVEN = "stages.finding_views_given", _("Views on a draft exchanged")
    FINDING_FOLLOWED_UP = "stages.finding_followed_up", _("Finding followed up")
    FINDING_SENT_BACK = "stages.finding_sent_back", _("Draft of a finding sent back")
    FINDING_AMENDED = "stages.finding_amended", _("Finding amended")
    FINDING_REOPENED = "stages.finding_reopened", _("Finding reopened")
    EXEMPLAR_RECOMMENDED = "stages.exemplar_recommended", _("Exemplar recommended")
