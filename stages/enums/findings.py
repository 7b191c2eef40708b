"""Findings and the measures against them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class FindingKind(models.TextChoices):
    PROBLEM = "PROBLEM", _("Problem")
    SUGGESTION = "SUGGESTION", _("Suggestion")
    EXEMPLAR = "EXEMPLAR", _("Exemplar")


class FindingScope(models.TextChoices):
    """Row 42: what lies outside the campaign is noted, and never sent to the unit."""

    CAMPAIGN = "CAMPAIGN", _("Within the campaign")
    OUTSIDE = "OUTSIDE", _("Outside the campaign: the unit's own affairs")


class RemarkPhase(models.TextChoices):
    """Rows 38, 45: views exchanged before a finding is issued, and the tracking after it."""

    EXCHANGE = "EXCHANGE", _("Exchange of views")
    FOLLOW_UP = "FOLLOW_UP", _("Follow-up")


class FindingState(models.TextChoices):
    DRAFT = "DRAFT", pgettext_lazy("finding", "Draft")
    ISSUED = "ISSUED", pgettext_lazy("finding", "Issued")
    ACKNOWLEDGED = "ACKNOWLEDGED", pgettext_lazy("finding", "Acknowledged")
    DISPUTED = "DISPUTED", pgettext_lazy("finding", "Disputed")
    UPHELD = "UPHELD", pgettext_lazy("finding", "Upheld")
    AMENDED = "AMENDED", pgettext_lazy("finding", "Amended")
    ANSWERED = "ANSWERED", pgettext_lazy("finding", "Answered")
    CLOSED = "CLOSED", pgettext_lazy("finding", "Closed")
    REOPENED = "REOPENED", pgettext_lazy("finding", "Reopened")
    RECOMMENDED = "RECOMMENDED", pgettext_lazy("finding", "Recommended")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("finding", "Withdrawn")


class RedLine(models.TextChoices):
    """Row 10: going through the motions, or deviation."""

    FORMALITY = "FORMALITY", _("Going through the motions")
    DEVIATION = "DEVIATION", _("Deviation")


class Adoption(models.TextChoices):
    """How the unit answers a suggestion."""

    ADOPTED = "ADOPTED", _("Adopted")
    PARTLY = "PARTLY", _("Partly adopted")
    NOT_ADOPTED = "NOT_ADOPTED", _("Not adopted")


class RectificationState(models.TextChoices):
    OPEN = "OPEN", pgettext_lazy("rectification", "Open")
    IN_PROGRESS = "IN_PROGRESS", pgettext_lazy("rectification", "In progress")
    REPORTED = "REPORTED", pgettext_lazy("rectification", "Reported done")
    VERIFIED = "VERIFIED", pgettext_lazy("rectification", "Verified and closed")
    REOPENED = "REOPENED", pgettext_lazy("rectification", "Reopened")
