"""Self-analyses that the team read on the spot (row 68): counts and a grade, never a text."""

from django.db import models
from django.db.models import F, Q

from stages.enums import Grade
from teams import clock
from teams.models import User
from teams.models.versioned import Versioned
from units.models import Case


class SelfAnalysisSampling(Versioned):
    """How many were read, how many sent back to be written again, and how deep they went."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="samplings")
    sampled_on = models.DateField()
    sampled = models.PositiveIntegerField()
    sent_back = models.PositiveIntegerField()
    depth = models.CharField(max_length=5, choices=Grade)
    remark = models.TextField(blank=True)
    sampled_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-sampled_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(sampled__gte=1, sent_back__lte=F("sampled")), name="sent_back_was_read"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason=""),
                name="withdrawn_sampling_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.sampled_on}"
