"""Judging a gate."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Adequacy(models.TextChoices):
    """Row 37: the answers to the four adequacy questions (四个够不够)."""

    ADEQUATE = "ADEQUATE", _("Adequate")
    MOSTLY = "MOSTLY", _("Mostly adequate")
    INADEQUATE = "INADEQUATE", _("Not adequate")


class InspectionKind(models.TextChoices):
    """Row 61: the five kinds that a study inspection looks at."""

    NOTES = "NOTES", _("Study notes")
    REFLECTIONS = "REFLECTIONS", _("Reflections")
    LECTURES = "LECTURES", _("Thematic lectures")
    DISCUSSIONS = "DISCUSSIONS", _("Discussions and exchanges")
    SITUATION_REPORTS = "SITUATION_REPORTS", _("Situation reports")


class Grade(models.TextChoices):
    GOOD = "GOOD", _("Good")
    FAIR = "FAIR", _("Fair")
    POOR = "POOR", _("Poor")


class GateVerdict(models.TextChoices):
    PASSED = "PASSED", pgettext_lazy("gate", "Passed")
    NOT_PASSED = "NOT_PASSED", pgettext_lazy("gate", "Not passed")


class MakeUpState(models.TextChoices):
    OPEN = "OPEN", pgettext_lazy("make-up", "To be made up")
    ANSWERED = "ANSWERED", pgettext_lazy("make-up", "To be checked")
    RETURNED = "RETURNED", pgettext_lazy("make-up", "Returned")
    CLEARED = "CLEARED", pgettext_lazy("make-up", "Cleared")
    VOID = "VOID", pgettext_lazy("make-up", "No longer asked for")


# What asks nothing more of anybody.
SETTLED_MAKE_UP = (MakeUpState.CLEARED, MakeUpState.VOID)


class GuidanceState(models.TextChoices):
    """Row 72: a leadership that was selected for guidance at its democratic-life meeting."""

    SELECTED = "SELECTED", pgettext_lazy("guidance", "Selected")
    GIVEN = "GIVEN", pgettext_lazy("guidance", "Given on site")
    RELEASED = "RELEASED", pgettext_lazy("guidance", "No longer selected")
