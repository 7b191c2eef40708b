"""Rules that the unit made or revised (row 81)."""

from django.db import models
from django.db.models import Q

from teams import clock
from teams.models import User
from teams.models.versioned import Versioned
from units.enums import RegulationChange
from units.models.case import Case
from units.models.files import CaseFile


class RegulationOutput(Versioned):
    """One rule, with the paper if the unit lays it in."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="regulations")
    title = models.CharField(max_length=200)
    change = models.CharField(max_length=10, choices=RegulationChange)
    adopted_on = models.DateField()
    file = models.OneToOneField(CaseFile, on_delete=models.PROTECT, null=True, related_name="regulation")
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)
    verified_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    verified_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-adopted_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason=""),
                name="withdrawn_regulation_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(verified_at=None, verified_by=None)
                | Q(verified_at__isnull=False, verified_by__isnull=False),
                name="verified_regulation_is_stamped",
            ),
        ]

    def __str__(self) -> str:
        return self.title
