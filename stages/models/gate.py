"""Judging a gate: inspection, assessment in rounds, make-up tasks (rows 55-61, 77)."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from stages.enums import Adequacy, GateVerdict, Grade, InspectionKind, MakeUpState
from stages.models.collective import CollectiveDecision
from stages.models.finding import Finding
from stages.models.template import Criterion, Gate
from teams import clock
from teams.models import User
from teams.models.versioned import Versioned
from units.models import Case


class StudyInspection(models.Model):
    """The team's look at study on the spot: counts and grades, never texts (row 61)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="inspections")
    inspected_on = models.DateField()
    conclusion = models.TextField(blank=True)
    inspected_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-inspected_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.case} {self.inspected_on}"


class StudyInspectionItem(models.Model):
    """One of the five kinds."""

    inspection = models.ForeignKey(StudyInspection, on_delete=models.CASCADE, related_name="items")
    kind = models.CharField(max_length=20, choices=InspectionKind)
    sampled = models.PositiveIntegerField()
    grade = models.CharField(max_length=5, choices=Grade)
    effect = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["inspection", "kind"], name="inspection_kind_once")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.sampled} {self.get_grade_display()}"


class GateAssessmentQuerySet(models.QuerySet["GateAssessment"]):
    """Rounds that count."""

    def standing(self) -> GateAssessmentQuerySet:
        """Those whose verdict was not taken back."""
        return self.filter(taken_back_at=None)


class GateAssessment(models.Model):
    """One round of judging a gate; the quantities in its items are frozen."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="assessments")
    gate = models.ForeignKey(Gate, on_delete=models.PROTECT, related_name="assessments")
    round = models.PositiveSmallIntegerField()
    verdict = models.CharField(max_length=12, choices=GateVerdict)
    opinion = models.TextField(blank=True)
    inspection = models.ForeignKey(StudyInspection, on_delete=models.PROTECT, null=True, related_name="+")
    collective_decision = models.ForeignKey(
        CollectiveDecision, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    assessed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    assessed_at = models.DateTimeField(default=clock.now)
    taken_back_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)
    taken_back_reason = models.TextField(blank=True)

    objects = GateAssessmentQuerySet.as_manager()

    class Meta:
        ordering = ["-round"]
        constraints = [
            models.UniqueConstraint(fields=["case", "gate", "round"], name="gate_round_once"),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_by=None, taken_back_reason="")
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False) & ~Q(taken_back_reason=""),
                name="gate_verdict_taken_back_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.gate} {self.round} {self.get_verdict_display()}"


class GateAssessmentItem(models.Model):
    """The answer to one criterion in one round."""

    assessment = models.ForeignKey(GateAssessment, on_delete=models.CASCADE, related_name="items")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    met = models.BooleanField()
    ticked = models.JSONField(default=list)
    declared = models.PositiveIntegerField(null=True)
    evidenced = models.PositiveIntegerField(null=True)
    verified = models.PositiveIntegerField(null=True)
    threshold = models.PositiveIntegerField(null=True)
    adequacy = models.CharField(max_length=12, choices=Adequacy, blank=True)
    follow_up = models.ForeignKey(Finding, on_delete=models.PROTECT, null=True, related_name="follows_up")
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["criterion__order"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "criterion"], name="gate_criterion_answered_once"),
            models.CheckConstraint(
                condition=Q(threshold=None) | Q(verified__isnull=False), name="quantity_answer_is_frozen"
            ),
            models.CheckConstraint(
                condition=~Q(adequacy=Adequacy.INADEQUATE) | Q(met=False), name="inadequate_is_not_met"
            ),
            models.CheckConstraint(
                condition=~Q(adequacy__in=[Adequacy.MOSTLY, Adequacy.INADEQUATE]) | Q(follow_up__isnull=False),
                name="doubtful_adequacy_is_followed_up",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion.code} {self.met}"


class MakeUpTask(Versioned):
    """What an unmet item asks of the unit before it may move on (row 77)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="make_up_tasks")
    item = models.OneToOneField(GateAssessmentItem, on_delete=models.PROTECT, related_name="make_up_task")
    state = models.CharField(max_length=10, choices=MakeUpState, default=MakeUpState.OPEN)
    demand = models.TextField(help_text="What is to be made up")
    due_on = models.DateField()
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    checked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True)
    check_note = models.TextField(blank=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[MakeUpState.OPEN, MakeUpState.VOID])
                | ~Q(answer="") & Q(answered_by__isnull=False, answered_at__isnull=False),
                name="answered_make_up_is_stamped",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[MakeUpState.CLEARED, MakeUpState.RETURNED])
                | Q(checked_by__isnull=False, checked_at__isnull=False),
                name="checked_make_up_is_stamped",
            ),
        ]

    def __str__(self) -> str:
        return self.demand[:40]
