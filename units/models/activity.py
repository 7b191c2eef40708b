"""What the unit did, with figures and evidence (rows 12, 47, 57-60)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from teams import clock
from teams.models import User
from teams.models.versioned import Versioned
from units.enums import ActivityKind, ActivityState, Measure, Organiser, SolicitingMethod
from units.models.case import Case
from units.models.files import CaseFile


class Activity(Versioned):
    """One activity on one date; the unit declares, the team verifies with its own figures."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="activities")
    kind = models.CharField(max_length=20, choices=ActivityKind)
    title = models.CharField(max_length=200)
    held_on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    ends_at = models.TimeField(null=True, blank=True)
    organiser = models.CharField(max_length=10, choices=Organiser, default=Organiser.UNIT)
    is_concentrated = models.BooleanField(default=False, help_text="Concentrated study organised by the unit (row 58)")
    has_discussion = models.BooleanField(default=False, help_text="Discussion and exchange took place (row 59)")
    team_attended = models.BooleanField(default=False)
    method = models.CharField(max_length=20, choices=SolicitingMethod, blank=True, help_text="Of soliciting (row 64)")
    absence_reason = models.TextField(blank=True, help_text="Why members were absent, never who (row 12)")
    absence_plan = models.TextField(blank=True, help_text="How and by when the absent make up (row 12)")
    summary = models.TextField(blank=True)
    is_late_entry = models.BooleanField(default=False, help_text="Recorded long after it was held (补录)")
    state = models.CharField(max_length=12, choices=ActivityState, default=ActivityState.DRAFT)
    files = models.ManyToManyField(CaseFile, related_name="activities", blank=True)
    drafted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField(default=clock.now)
    submitted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    checked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True)
    team_remark = models.TextField(blank=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-held_on", "-pk"]
        verbose_name_plural = "activities"
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at=None, ends_at=None)
                | Q(starts_at__isnull=False, ends_at__isnull=False, ends_at__gt=models.F("starts_at")),
                name="activity_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[ActivityState.DRAFT, ActivityState.WITHDRAWN])
                | Q(submitted_at__isnull=False, submitted_by__isnull=False),
                name="submitted_activity_is_stamped",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[ActivityState.VERIFIED, ActivityState.RETURNED])
                | Q(checked_at__isnull=False, checked_by__isnull=False),
                name="checked_activity_is_stamped",
            ),
            models.CheckConstraint(
                condition=~Q(state=ActivityState.RETURNED) | ~Q(team_remark=""),
                name="returned_activity_has_remark",
            ),
            models.CheckConstraint(
                condition=Q(kind=ActivityKind.SOLICITING) | Q(method=""), name="only_soliciting_has_method"
            ),
            models.CheckConstraint(
                condition=~Q(state=ActivityState.WITHDRAWN) | ~Q(withdrawn_reason=""),
                name="withdrawn_activity_has_reason",
            ),
        ]
        indexes = [models.Index(fields=["case", "state"], name="activities_by_state")]

    def __str__(self) -> str:
        return self.title


class ActivityFigure(models.Model):
    """One figure of an activity: declared by the unit, verified by the team."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="figures")
    measure = models.CharField(max_length=20, choices=Measure)
    declared = models.PositiveIntegerField()
    verified = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["activity", "measure"], name="one_figure_per_measure"),
            models.CheckConstraint(
                condition=~Q(measure=Measure.MINUTES)
                | Q(declared__lte=720) & (Q(verified=None) | Q(verified__lte=720)),
                name="one_session_is_twelve_hours_at_most",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_measure_display()}: {self.declared}"
