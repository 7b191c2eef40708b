"""What the team found, and what became of it (rows 5, 10, 28, 33, 35, 36, 41)."""

from __future__ import annotations

import uuid

from django.db import models
from django.db.models import Q

from stages.enums import (
    Adoption,
    FindingKind,
    FindingScope,
    FindingState,
    RectificationState,
    RedLine,
    RemarkPhase,
)
from stages.models.template import Gate
from teams import clock
from teams.models import User
from teams.models.versioned import Versioned
from units.enums import FileSide, ProblemCategory, SubjectLevel
from units.models import Case, CaseFile, PlanProblem

ISSUED_STATES = tuple(state for state in FindingState if state is not FindingState.DRAFT)
SUGGESTION_STATES = (FindingState.DRAFT, FindingState.ISSUED, FindingState.ANSWERED, FindingState.WITHDRAWN)
EXEMPLAR_STATES = (FindingState.DRAFT, FindingState.RECOMMENDED, FindingState.WITHDRAWN)
PROBLEM_STATES = tuple(
    state for state in FindingState if state not in (FindingState.ANSWERED, FindingState.RECOMMENDED)
)


class FindingQuerySet(models.QuerySet["Finding"]):
    """Scopes of findings."""

    def issued(self) -> FindingQuerySet:
        """What has gone to the unit formally, under a number."""
        return self.exclude(state=FindingState.DRAFT)

    def for_unit(self) -> FindingQuerySet:
        """What the unit may know of: what was issued, and drafts on which views are exchanged with it (row 45)."""
        return self.filter(~Q(state=FindingState.DRAFT) | Q(shared_at__isnull=False))

    def unsettled(self) -> FindingQuerySet:
        """Issued, and without its disposition yet: a problem not closed, a suggestion not answered (row 12)."""
        problem = Q(kind=FindingKind.PROBLEM) & ~Q(state=FindingState.CLOSED)
        suggestion = Q(kind=FindingKind.SUGGESTION) & ~Q(state=FindingState.ANSWERED)
        return self.issued().filter(problem | suggestion).exclude(state=FindingState.WITHDRAWN)

    def open_red_lines(self) -> FindingQuerySet:
        """Issued red-line problems that are neither closed nor withdrawn (row 10)."""
        return self.issued().exclude(red_line="").exclude(state__in=[FindingState.CLOSED, FindingState.WITHDRAWN])


class Finding(Versioned):
    """A problem, a suggestion or an exemplar, of the plan or a gate; addressed to the unit's Party committee."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="findings")
    client_uuid = models.UUIDField(
        default=uuid.uuid4, unique=True, help_text="Of the opened form: a replay is no second row"
    )
    client_digest = models.CharField(max_length=64, help_text="SHA-256 of what the form first sent")
    number = models.PositiveIntegerField(null=True, help_text="Per case, given when issued")
    kind = models.CharField(max_length=12, choices=FindingKind)
    state = models.CharField(max_length=14, choices=FindingState, default=FindingState.DRAFT)
    gate = models.ForeignKey(Gate, on_delete=models.PROTECT, null=True, blank=True, related_name="findings")
    category = models.CharField(max_length=20, choices=ProblemCategory, blank=True)
    red_line = models.CharField(max_length=10, choices=RedLine, blank=True)
    scope = models.CharField(max_length=10, choices=FindingScope, default=FindingScope.CAMPAIGN)
    recurrence_of = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="recurrences"
    )
    text = models.TextField()
    cause = models.TextField(blank=True)
    advice = models.TextField(blank=True)
    observed_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    origin = models.CharField(max_length=200, blank=True, help_text="Exemplar: the organisation it came from (row 30)")
    effect = models.TextField(blank=True, help_text="Exemplar: what it brought about (row 29)")
    files = models.ManyToManyField(CaseFile, related_name="findings", blank=True)

    drafted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField(default=clock.now)
    issued_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    issued_at = models.DateTimeField(null=True)
    # The unit's word: that it acknowledges the problem, or its answer to the suggestion.
    acknowledged_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    acknowledged_at = models.DateTimeField(null=True)
    dispute = models.TextField(blank=True)
    dispute_answer = models.TextField(blank=True)
    adoption = models.CharField(max_length=12, choices=Adoption, blank=True)
    answer = models.TextField(blank=True)
    closed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(blank=True)
    reopened_reason = models.TextField(blank=True)
    # Before it is issued: views are exchanged with the unit (row 45), or the leader sends the draft back.
    shared_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    shared_at = models.DateTimeField(null=True)
    leader_note = models.TextField(blank=True)
    collective_decision = models.ForeignKey(
        "stages.CollectiveDecision", on_delete=models.PROTECT, null=True, related_name="exemplars"
    )

    objects = FindingQuerySet.as_manager()

    class Meta:
        ordering = ["-number", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="finding_number_once_per_case"),
            models.CheckConstraint(
                condition=Q(state=FindingState.DRAFT, issued_at=None, issued_by=None, number=None)
                | ~Q(state=FindingState.DRAFT)
                & Q(issued_at__isnull=False, issued_by__isnull=False, number__isnull=False),
                name="issued_finding_is_stamped",
            ),
            models.CheckConstraint(
                condition=Q(state=FindingState.CLOSED, closed_at__isnull=False, closed_by__isnull=False)
                & ~Q(cause="")
                & ~Q(advice="")
                | ~Q(state=FindingState.CLOSED) & Q(closed_at=None, closed_by=None),
                name="closed_finding_has_cause_and_advice",
            ),
            models.CheckConstraint(
                condition=Q(kind=FindingKind.PROBLEM, state__in=PROBLEM_STATES)
                | Q(kind=FindingKind.SUGGESTION, state__in=SUGGESTION_STATES)
                | Q(kind=FindingKind.EXEMPLAR, state__in=EXEMPLAR_STATES),
                name="finding_state_fits_kind",
            ),
            models.CheckConstraint(
                condition=Q(scope=FindingScope.CAMPAIGN) | Q(state=FindingState.DRAFT, shared_at=None),
                name="outside_the_campaign_is_not_sent",
            ),
            models.CheckConstraint(
                condition=~Q(state=FindingState.REOPENED) | ~Q(reopened_reason=""), name="reopening_has_reason"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[FindingState.UPHELD, FindingState.AMENDED]) | ~Q(dispute_answer=""),
                name="settled_dispute_has_answer",
            ),
            models.CheckConstraint(
                condition=~Q(state=FindingState.RECOMMENDED)
                | Q(collective_decision__isnull=False) & ~Q(origin="") & ~Q(effect=""),
                name="recommended_exemplar_is_complete",
            ),
            models.CheckConstraint(
                condition=~Q(
                    state__in=[
                        FindingState.ACKNOWLEDGED,
                        FindingState.ANSWERED,
                        FindingState.CLOSED,
                        FindingState.REOPENED,
                    ]
                )
                | Q(acknowledged_by__isnull=False, acknowledged_at__isnull=False),
                name="acknowledged_finding_is_stamped",
            ),
            models.CheckConstraint(
                condition=~Q(state=FindingState.ANSWERED)
                | Q(adoption=Adoption.ADOPTED)
                | ~Q(adoption="") & ~Q(answer=""),
                name="answer_that_does_not_adopt_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state=FindingState.DISPUTED) | ~Q(dispute=""), name="dispute_has_reason"
            ),
            models.CheckConstraint(
                condition=~Q(state=FindingState.WITHDRAWN) | ~Q(withdrawn_reason=""),
                name="withdrawal_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(red_line="") | Q(kind=FindingKind.PROBLEM), name="red_line_is_a_problem"
            ),
        ]

    def __str__(self) -> str:
        return self.text[:40]

    @property
    def is_known_to_unit(self) -> bool:
        """As `for_unit` says of many."""
        return self.state != FindingState.DRAFT or self.shared_at is not None


class FindingAmendment(models.Model):
    """How a finding read before a dispute had it amended: what was issued is never overwritten without a trace."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="amendments")
    text_before = models.TextField()
    advice_before = models.TextField(blank=True)
    amended_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    amended_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.text_before[:40]


class FindingRemark(models.Model):
    """One turn of the exchange with the unit: views before the finding is issued, tracking after (rows 38, 45)."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="remarks")
    phase = models.CharField(max_length=10, choices=RemarkPhase)
    side = models.CharField(max_length=10, choices=FileSide)
    text = models.TextField()
    written_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["pk"]
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="remark_says_something")]

    def __str__(self) -> str:
        return self.text[:40]


class Rectification(Versioned):
    """One measure against a finding or a problem of the unit's plan; struck off by the team alone (销号)."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="rectifications")
    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, null=True, related_name="rectifications")
    plan_problem = models.ForeignKey(PlanProblem, on_delete=models.PROTECT, null=True, related_name="rectifications")
    level = models.CharField(max_length=12, choices=SubjectLevel, default=SubjectLevel.LEADERSHIP)
    state = models.CharField(max_length=12, choices=RectificationState, default=RectificationState.OPEN)
    measure = models.TextField(blank=True)
    responsible = models.CharField(max_length=100, blank=True)
    due_on = models.DateField(null=True, blank=True)
    quality_requirement = models.TextField(blank=True)
    result = models.TextField(blank=True)
    files = models.ManyToManyField(CaseFile, related_name="rectifications", blank=True)
    reported_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    reported_at = models.DateTimeField(null=True)
    checked_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    checked_at = models.DateTimeField(null=True)
    check_note = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(finding__isnull=False, plan_problem=None) | Q(finding=None, plan_problem__isnull=False),
                name="rectification_has_one_origin",
            ),
            models.CheckConstraint(
                condition=Q(state=RectificationState.OPEN)
                | ~Q(measure="") & ~Q(responsible="") & ~Q(quality_requirement="") & Q(due_on__isnull=False),
                name="rectification_is_planned_before_it_starts",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[RectificationState.REPORTED, RectificationState.VERIFIED])
                | Q(reported_by__isnull=False, reported_at__isnull=False) & ~Q(result=""),
                name="reported_rectification_is_stamped",
            ),
            models.CheckConstraint(
                condition=~Q(state=RectificationState.VERIFIED)
                | Q(checked_by__isnull=False, checked_at__isnull=False) & ~Q(checked_by=models.F("reported_by")),
                name="rectification_verified_by_another",
            ),
        ]

    def __str__(self) -> str:
        return self.measure[:40]
