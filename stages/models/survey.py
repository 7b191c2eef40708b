"""The anonymous satisfaction survey, as counts in four grades (rows 18, 26)."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from stages.enums import SurveyMethod
from stages.models.run import StageRun
from teams import clock
from teams.models import User
from teams.models.versioned import Versioned


class SurveyQuerySet(models.QuerySet["Survey"]):
    """Surveys that count."""

    def standing(self) -> SurveyQuerySet:
        return self.filter(withdrawn_at=None)


class Survey(Versioned):
    """One survey of one stage: how many forms went out, came back, and said what; nobody's answer."""

    run = models.ForeignKey(StageRun, on_delete=models.PROTECT, related_name="surveys")
    held_on = models.DateField()
    method = models.CharField(max_length=10, choices=SurveyMethod)
    issued = models.PositiveIntegerField()
    returned = models.PositiveIntegerField()
    satisfied = models.PositiveIntegerField()
    fairly_satisfied = models.PositiveIntegerField()
    basically_satisfied = models.PositiveIntegerField()
    not_satisfied = models.PositiveIntegerField()
    remark = models.TextField(blank=True)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(blank=True)

    objects = SurveyQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(returned__gte=1, returned__lte=F("issued")), name="survey_forms_came_back"
            ),
            models.CheckConstraint(
                condition=Q(
                    returned__gte=F("satisfied") + F("fairly_satisfied") + F("basically_satisfied") + F("not_satisfied")
                ),
                name="survey_answers_were_returned",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_reason="")
                | Q(withdrawn_at__isnull=False) & ~Q(withdrawn_reason=""),
                name="withdrawn_survey_has_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.run} {self.held_on}"
