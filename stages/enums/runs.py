"""A stage on its way: its states, its survey, its extension."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class RunState(models.TextChoices):
    OPEN = "OPEN", _("Open")
    CLOSED = "CLOSED", _("Closed")
    SUSPENDED = "SUSPENDED", _("Put back: the approval that opened it was revoked")


class SurveyMethod(models.TextChoices):
    MEETING = "MEETING", _("Vote at a meeting")
    SAMPLE = "SAMPLE", _("Random sample")
    INTERVIEW = "INTERVIEW", _("Interviews")
    BOX = "BOX", _("Ballot box")


class ExtensionState(models.TextChoices):
    ASKED = "ASKED", pgettext_lazy("extension", "Asked for")
    PERMITTED = "PERMITTED", pgettext_lazy("extension", "Permitted")
    REFUSED = "REFUSED", pgettext_lazy("extension", "Refused")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("extension", "Withdrawn")


class ExtensionReason(models.TextChoices):
    """Row 78: time yields to quality."""

    MAKE_UP = "MAKE_UP", _("Quality not reached, to be made up")
    URGENT_WORK = "URGENT_WORK", _("Flood relief or another urgent task")
    MEMBERS_AWAY = "MEMBERS_AWAY", _("Many members away")
    OTHER = "OTHER", _("Other")
