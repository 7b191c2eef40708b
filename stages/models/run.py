"""A case's passage through one stage."""

from django.db import models
from django.db.models import Q

from stages.enums import RunState
from stages.models.template import Stage
from units.models import Case


class StageRun(models.Model):
    """Case × stage; approval closes it and opens the next."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="runs")
    stage = models.ForeignKey(Stage, on_delete=models.PROTECT, related_name="runs")
    state = models.CharField(max_length=10, choices=RunState, default=RunState.OPEN)
    opened_on = models.DateField()
    planned_end = models.DateField(null=True, help_text="From the batch's schedule; advances nothing")
    closed_on = models.DateField(null=True)

    class Meta:
        ordering = ["stage__number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "stage"], name="one_run_per_stage"),
            models.UniqueConstraint(fields=["case"], condition=Q(state=RunState.OPEN), name="one_open_run_per_case"),
            models.CheckConstraint(
                condition=Q(state=RunState.OPEN, closed_on=None) | Q(state=RunState.CLOSED, closed_on__isnull=False),
                name="closed_run_is_stamped",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.stage}"
