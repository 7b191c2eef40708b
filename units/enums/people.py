"""Units and who acts."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class UnitKind(models.TextChoices):
    """Row 109: localities, departments and organisations are supervised."""

    REGION = "REGION", _("Locality")
    DEPARTMENT = "DEPARTMENT", _("Department")
    ORGANISATION = "ORGANISATION", _("Organisation")


class UnitRole(models.TextChoices):
    """Only the secretary hands in for the Party committee; a deputy does with a delegation (`UnitDelegation`)."""

    LIAISON = "LIAISON", _("Liaison officer")
    SECRETARY = "SECRETARY", _("Party committee secretary")
    DEPUTY_SECRETARY = "DEPUTY_SECRETARY", _("Deputy secretary")


class Party(models.TextChoices):
    """In whose hands a case is."""

    UNIT = "UNIT", _("Unit")
    TEAM = "TEAM", _("Supervision team")
    GROUP = "GROUP", _("Leading group")
