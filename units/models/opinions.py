"""What was heard of the public, as counts and gists; nowhere who said it (rows 26, 62-67)."""

from django.db import models
from django.db.models import Q

from teams import clock
from teams.models.versioned import Versioned
from units.enums import OpinionSource, ProblemCategory, SolicitingMethod
from units.models.case import Case


class OpinionSummary(Versioned):
    """One gist and how often it was heard. No name, no number, no account stands beside it."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="opinion_summaries")
    method = models.CharField(max_length=20, choices=SolicitingMethod)
    source = models.CharField(max_length=10, choices=OpinionSource)
    theme = models.CharField(max_length=20, choices=ProblemCategory)
    count = models.PositiveIntegerField()
    gist = models.TextField()
    recorded_at = models.DateTimeField(default=clock.now)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["theme", "pk"]
        verbose_name_plural = "opinion summaries"
        constraints = [
            models.CheckConstraint(condition=Q(count__gte=1), name="opinion_was_heard"),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason=""),
                name="withdrawn_opinion_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.gist[:40]
