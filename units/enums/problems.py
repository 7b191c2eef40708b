"""Problems, by category and level."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ProblemCategory(models.TextChoices):
    """Row 52: the five categories of problems, used by plans and findings alike; 等 allows others."""

    MEMBER_ORG = "MEMBER_ORG", _("Members and Party organisations")
    CONDUCT = "CONDUCT", _("Party, government and trade conduct")
    REFORM_STABILITY = "REFORM_STABILITY", _("Reform, development and stability")
    LIVELIHOOD = "LIVELIHOOD", _("People's work and livelihood")
    INTERNAL_MGMT = "INTERNAL_MGMT", _("Internal management")
    OTHER = "OTHER", _("Other")


THE_FIVE_CATEGORIES = tuple(c for c in ProblemCategory if c is not ProblemCategory.OTHER)


class SubjectLevel(models.TextChoices):
    """Row 79: whose problem is mended; the individual level is counts only and has no rows."""

    LEADERSHIP = "LEADERSHIP", _("Leadership team")
    BRANCH = "BRANCH", _("Party branch")
