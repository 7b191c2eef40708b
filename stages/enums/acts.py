"""Acts of this app."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
    TRANSITION_REVOKED = "stages.transition_revoked", _("Approval revoked")
    EXTENSION_ASKED = "stages.extension_asked", _("Longer time asked for")
    EXTENSION_SUPPORTED = "stages.extension_supported", _("Longer time supported by the team")
    EXTENSION_NOT_SUPPORTED = "stages.extension_not_supported", _("Longer time not supported by the team")
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
    RECTIFICATION_REBOUNDED = "stages.rectification_rebounded", _("Rectification rebounded")
    EXEMPLAR_RECOMMENDED = "stages.exemplar_recommended", _("Exemplar recommended")
