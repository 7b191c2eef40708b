"""Leaving a stage."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RequestState(models.TextChoices):
    DRAFT = "DRAFT", pgettext_lazy("request", "Draft")
    SUBMITTED = "SUBMITTED", pgettext_lazy("request", "In team review")
    RETURNED_BY_TEAM = "RETURNED_BY_TEAM", pgettext_lazy("request", "Returned by the team")
    RECOMMENDED = "RECOMMENDED", pgettext_lazy("request", "With the leading group")
    RETURNED_BY_GROUP = "RETURNED_BY_GROUP", pgettext_lazy("request", "Returned by the leading group")
    APPROVED = "APPROVED", pgettext_lazy("request", "Approved")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("request", "Withdrawn")
    REVOKED = "REVOKED", pgettext_lazy("request", "Approval revoked")


OPEN_REQUEST_STATES = (RequestState.DRAFT, RequestState.SUBMITTED, RequestState.RECOMMENDED)


class ReviewVerdict(models.TextChoices):
    RECOMMENDED = "RECOMMENDED", _("Recommended for approval")
    RETURNED = "RETURNED", _("Returned for make-up")


class ExitAnswer(models.TextChoices):
    """How the team answers an exit criterion (row 7)."""

    YES = "YES", _("Yes")
    PARTLY = "PARTLY", _("Partly")
    NO = "NO", _("No")


class Outcome(models.TextChoices):
    APPROVED = "APPROVED", _("Approved")
    RETURNED = "RETURNED", _("Returned")


class Matter(models.TextChoices):
    """What a collective discussion concluded on (row 96)."""

    PLAN = "PLAN", _("Implementation plan")
    RECTIFICATION_PLAN = "RECTIFICATION_PLAN", _("Rectification plan")
    GATE = "GATE", _("Gate")
    TRANSITION = "TRANSITION", _("Stage transition")
    EXEMPLAR = "EXEMPLAR", _("Exemplar")
