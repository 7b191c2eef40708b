"""Files, plans and documents."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from teams.exceptions import Text


class FileSide(models.TextChoices):
    UNIT = "UNIT", _("Unit's file")
    TEAM = "TEAM", _("Team's file")


class PlanKind(models.TextChoices):
    IMPLEMENTATION = "IMPLEMENTATION", _("Implementation plan")
    RECTIFICATION = "RECTIFICATION", _("Rectification plan")

    @property
    def noun(self) -> Text:
        """The plan as it is called within a sentence."""
        return _NOUNS[self]

    @property
    def page(self) -> str:
        """The URL name of its page, which takes the case."""
        return _PAGES[self]


_NOUNS: dict[PlanKind, Text] = {
    PlanKind.IMPLEMENTATION: _("implementation plan"),
    PlanKind.RECTIFICATION: _("rectification plan"),
}
_PAGES: dict[PlanKind, str] = {PlanKind.IMPLEMENTATION: "plan", PlanKind.RECTIFICATION: "plan_rectification"}


class PlanState(models.TextChoices):
    DRAFT = "DRAFT", pgettext_lazy("plan", "Draft")
    SUBMITTED = "SUBMITTED", pgettext_lazy("plan", "In review")
    RETURNED = "RETURNED", pgettext_lazy("plan", "Returned")
    PASSED = "PASSED", pgettext_lazy("plan", "Passed")
    WITHDRAWN = "WITHDRAWN", pgettext_lazy("plan", "Withdrawn")


class RegulationChange(models.TextChoices):
    """Row 81: what became of a rule."""

    NEW = "NEW", pgettext_lazy("regulation", "New")
    REVISED = "REVISED", pgettext_lazy("regulation", "Revised")
    ABOLISHED = "ABOLISHED", pgettext_lazy("regulation", "Abolished")


class DocumentKind(models.TextChoices):
    TRANSITION_REVIEW = "TRANSITION_REVIEW", _("Transition review")
    TRANSITION_REPLY = "TRANSITION_REPLY", _("Reply to the transition request")


class DocumentState(models.TextChoices):
    PREPARING = "PREPARING", _("Being prepared")
    READY = "READY", _("Ready")
    SUPERSEDED = "SUPERSEDED", _("Superseded")
    FAILED = "FAILED", _("Could not be prepared")
    VOID = "VOID", _("Void")
