"""How a plan is answered."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class PlanAnswer(models.TextChoices):
    CONFORMS = "CONFORMS", _("Conforms")
    REVISE = "REVISE", _("Needs revision")


class PlanVerdict(models.TextChoices):
    PASSED = "PASSED", _("Passed")
    RETURNED = "RETURNED", _("Returned")
