"""What this app's acts leave to do, and which of it holds the case."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TodoKind(models.TextChoices):
    """What this app's acts leave to do; the rank says which of several open rows holds the case."""

    ENTER = "units.enter", _("Enter the unit")
    PROFILE = "units.profile", _("Fill in the unit's profile")
    CONFIRM_PROFILE = "units.confirm_profile", _("Confirm the unit's profile")
    PLAN = "units.plan", _("Submit the implementation plan")
    REVIEW_PLAN = "units.review_plan", _("Review the implementation plan")
    RECTIFICATION_PLAN = "units.rectification_plan", _("Submit the rectification plan")
    REVIEW_RECTIFICATION_PLAN = "units.review_rectification_plan", _("Review the rectification plan")
    VERIFY_ACTIVITIES = "units.verify_activities", _("Verify activities")
    MEND_ACTIVITIES = "units.mend_activities", _("Mend returned activities")
    VERIFY_REGULATIONS = "units.verify_regulations", _("Verify regulations")


TODO_RANKS = {
    TodoKind.ENTER: 5,
    TodoKind.CONFIRM_PROFILE: 20,
    TodoKind.PROFILE: 21,
    TodoKind.PLAN: 22,
    TodoKind.REVIEW_PLAN: 25,
    TodoKind.RECTIFICATION_PLAN: 26,
    TodoKind.REVIEW_RECTIFICATION_PLAN: 27,
    TodoKind.MEND_ACTIVITIES: 70,
    TodoKind.VERIFY_ACTIVITIES: 75,
    TodoKind.VERIFY_REGULATIONS: 76,
}
