"""The unit's plan: versions, the problems it lists, and the remarks that a return pinned (rows 47-54)."""

from django.db import models
from django.db.models import Q

from teams import clock
from teams.models import User
from teams.models.named import in_language
from teams.models.versioned import Versioned
from units.enums import PlanKind, PlanState, ProblemCategory, SubjectLevel
from units.models.case import Case
from units.models.files import CaseFile
from units.models.filing import Filed


class Plan(models.Model):
    """One plan of a case; the work is in its versions."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="plans")
    kind = models.CharField(max_length=20, choices=PlanKind)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["case", "kind"], name="one_plan_of_a_kind_per_case")]

    def __str__(self) -> str:
        return f"{self.case} {self.get_kind_display()}"


class PlanVersion(Filed, Versioned):
    """One version; immutable once submitted."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, choices=PlanState, default=PlanState.DRAFT)
    file = models.OneToOneField(CaseFile, on_delete=models.PROTECT, null=True, related_name="plan_version")
    note = models.TextField(blank=True)
    drafted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField(default=clock.now)
    submitted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    reviewed_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            *Filed.Meta.constraints,
            models.UniqueConstraint(fields=["plan", "number"], name="version_number_once_per_plan"),
            models.UniqueConstraint(
                fields=["plan"],
                condition=Q(state__in=[PlanState.DRAFT, PlanState.SUBMITTED, PlanState.PASSED]),
                name="one_current_version_per_plan",
            ),
            models.CheckConstraint(
                condition=Q(state=PlanState.DRAFT, submitted_at=None, submitted_by=None)
                | ~Q(state=PlanState.DRAFT)
                & Q(submitted_at__isnull=False, submitted_by__isnull=False, file__isnull=False),
                name="submitted_plan_is_stamped",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[PlanState.RETURNED, PlanState.PASSED], reviewed_at__isnull=False)
                | Q(state__in=[PlanState.DRAFT, PlanState.SUBMITTED, PlanState.WITHDRAWN], reviewed_at=None),
                name="reviewed_plan_is_stamped",
            ),
            models.CheckConstraint(
                condition=~Q(state=PlanState.WITHDRAWN) | ~Q(withdrawn_reason=""), name="withdrawn_plan_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan} {self.number}"


class PlanProblem(models.Model):
    """A problem the plan sets out to solve, with its measure (rows 52, 53).

    The rectification plan asks for responsibility, deadline and quality requirement as well (row 80), and says at
    which level the problem is mended (row 79).
    """

    plan_version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="problems")
    category = models.CharField(max_length=20, choices=ProblemCategory)
    text = models.TextField()
    measure = models.TextField()
    responsible = models.CharField(max_length=100, blank=True)
    due_on = models.DateField(null=True, blank=True)
    quality_requirement = models.TextField(blank=True)
    level = models.CharField(max_length=12, choices=SubjectLevel, default=SubjectLevel.LEADERSHIP)

    class Meta:
        ordering = ["category", "pk"]

    def __str__(self) -> str:
        return self.text[:40]


class PlanOmission(models.Model):
    """Why the plan lists no problem of a category (row 52)."""

    plan_version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="omissions")
    category = models.CharField(max_length=20, choices=ProblemCategory)
    reason = models.TextField()

    class Meta:
        ordering = ["category"]
        constraints = [
            models.UniqueConstraint(fields=["plan_version", "category"], name="one_omission_per_category"),
        ]

    def __str__(self) -> str:
        return f"{self.get_category_display()}: {self.reason[:40]}"


class PlanRemark(models.Model):
    """What a return pinned to a version; the next version is submitted only with an answer to each."""

    plan_version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="remarks")
    wording_zh = models.TextField()
    wording_en = models.TextField()
    remark = models.TextField()
    answer = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.remark[:40]

    @property
    def wording(self) -> str:
        """The item to which the remark is pinned."""
        return in_language(self.wording_zh, self.wording_en)
