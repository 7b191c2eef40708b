"""The team's four-point review of a plan version (rows 48-54)."""

from django.db import models
from django.db.models import Q

from stages.enums import PlanAnswer, PlanVerdict
from stages.models.collective import CollectiveDecision
from stages.models.template import Criterion
from teams import clock
from teams.models import User
from units.models import PlanVersion


class PlanReview(models.Model):
    """One review per version."""

    plan_version = models.OneToOneField(PlanVersion, on_delete=models.PROTECT, related_name="review")
    verdict = models.CharField(max_length=10, choices=PlanVerdict)
    opinion = models.TextField(blank=True)
    collective_decision = models.ForeignKey(
        CollectiveDecision, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reviewed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField(default=clock.now)
    taken_back_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    taken_back_at = models.DateTimeField(null=True)
    taken_back_reason = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_by=None, taken_back_reason="")
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False) & ~Q(taken_back_reason=""),
                name="plan_verdict_taken_back_with_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan_version} {self.get_verdict_display()}"


class PlanReviewItem(models.Model):
    """The answer to one criterion; what needs revision carries a remark."""

    review = models.ForeignKey(PlanReview, on_delete=models.CASCADE, related_name="items")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=10, choices=PlanAnswer)
    ticked = models.JSONField(default=list, help_text="Codes of the checklist's entries that are there")
    remark = models.TextField(blank=True)

    class Meta:
        ordering = ["criterion__order"]
        constraints = [
            models.UniqueConstraint(fields=["review", "criterion"], name="plan_criterion_answered_once"),
            models.CheckConstraint(
                condition=~models.Q(answer=PlanAnswer.REVISE) | ~models.Q(remark=""),
                name="revision_has_remark",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion.code} {self.answer}"
