"""A case's passage through one stage."""

from datetime import date

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
    extended_end = models.DateField(null=True, help_text="As last permitted; the planned end stays (row 78)")
    closed_on = models.DateField(null=True)

    class Meta:
        ordering = ["stage__number"]
        constraints = [
            models.UniqueConstraint(fields=["case", "stage"], name="one_run_per_stage"),
            models.UniqueConstraint(fields=["case"], condition=Q(state=RunState.OPEN), name="one_open_run_per_case"),
            models.CheckConstraint(
                condition=Q(state__in=[RunState.OPEN, RunState.SUSPENDED], closed_on=None)
                | Q(state=RunState.CLOSED, closed_on__isnull=False),
                name="closed_run_is_stamped",
            ),
            models.CheckConstraint(
                condition=Q(extended_end=None) | Q(planned_end__isnull=False, extended_end__gt=models.F("planned_end")),
                name="extension_lies_after_plan",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case} {self.stage}"

    @property
    def due_on(self) -> date | None:
        """By when the stage is to be finished: as extended, else as planned. It only reminds (row 78)."""
        return self.extended_end or self.planned_end
