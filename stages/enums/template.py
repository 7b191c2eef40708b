"""What a campaign's template asks, and how it is answered."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Subject(models.TextChoices):
    """What a criterion is asked of."""

    PLAN = "PLAN", _("Implementation plan")
    GATE = "GATE", _("Gate")
    EXIT = "EXIT", _("Leaving a stage")
    LOOK_BACK = "LOOK_BACK", _("Look-back check")
    RECTIFICATION_PLAN = "RECTIFICATION_PLAN", _("Rectification plan")


class CriterionKind(models.TextChoices):
    QUANTITY = "QUANTITY", _("Quantity")
    JUDGEMENT = "JUDGEMENT", _("Judgement")
    CHECKLIST = "CHECKLIST", _("Checklist")
    INSPECTION = "INSPECTION", _("Inspection")
    ADEQUACY = "ADEQUACY", _("Adequacy")


class Counted(models.TextChoices):
    """Quantities over other records than activities, whose own are `units.enums.Quantity`."""

    REGULATION_OUTPUTS = "REGULATION_OUTPUTS", _("Regulations made or revised")
    SELF_ANALYSES_SAMPLED = "SELF_ANALYSES_SAMPLED", _("Self-analyses read on the spot")
    COMPLETE_RECTIFICATIONS_PERCENT = "COMPLETE_RECTIFICATIONS_PERCENT", _("Complete rectifications")
    SATISFACTION_PERCENT = "SATISFACTION_PERCENT", _("Satisfaction of the public")
    RECTIFICATION_PLAN_PASSED = "RECTIFICATION_PLAN_PASSED", _("Rectification plan passed")
