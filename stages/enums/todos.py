"""What this app's acts leave to do, and which of it holds the case."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TodoKind(models.TextChoices):
    """What this app's acts leave to do; see TODO_RANKS for which of several holds the case."""

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
    REVIEW_REQUEST = "stages.review_request", _("Review the request")
    DECIDE_REQUEST = "stages.decide_request", _("Decide on the request")
    OPINE_EXTENSION = "stages.opine_extension", _("Give an opinion on longer time")
    DECIDE_EXTENSION = "stages.decide_extension", _("Decide on longer time")
    GIVE_GUIDANCE = "stages.give_guidance", _("Give guidance at the democratic-life meeting")
    MEND_DRAFT = "stages.mend_draft", _("Mend drafts that the leader sent back")
    GIVE_VIEWS = "stages.give_views", _("Give views on a draft")


TODO_RANKS = {
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
    # While longer time is asked for, the work goes on: the case stays in the unit's hands.
    TodoKind.OPINE_EXTENSION: 91,
    TodoKind.DECIDE_EXTENSION: 92,
    TodoKind.GIVE_GUIDANCE: 93,
    # What is not issued yet holds nothing up.
    TodoKind.GIVE_VIEWS: 94,
    TodoKind.MEND_DRAFT: 95,
}
