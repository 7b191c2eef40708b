"""Moving on: look-back, request, team review, decision (rows 73-77, 111)."""

from django.db import models
from django.db.models import F, Q

from stages.enums import OPEN_REQUEST_STATES, ExitAnswer, Outcome, RequestState, ReviewVerdict
from stages.models.collective import CollectiveDecision
from stages.models.run import StageRun
from stages.models.template import Criterion
from teams import clock
from teams.models import User
from teams.models.versioned import Versioned
from units.models import Document, Filed

DECIDED_STATES = (RequestState.RETURNED_BY_GROUP, RequestState.APPROVED, RequestState.REVOKED)


class LookBack(Versioned):
    """The unit's own check before it applies: what it found, what it made up (回头看)."""

    run = models.OneToOneField(StageRun, on_delete=models.PROTECT, related_name="look_back")
    held_on = models.DateField()
    summary = models.TextField()
    done_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.run} {self.held_on}"


class LookBackItem(models.Model):
    """One of the reasons not to move on, answered."""

    look_back = models.ForeignKey(LookBack, on_delete=models.CASCADE, related_name="items")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    in_order = models.BooleanField()
    found = models.TextField(blank=True)
    made_up = models.TextField(blank=True)

    class Meta:
        ordering = ["criterion__order"]
        constraints = [
            models.UniqueConstraint(fields=["look_back", "criterion"], name="look_back_answered_once"),
            models.CheckConstraint(
                condition=Q(in_order=True) | ~Q(found="") & ~Q(made_up=""), name="what_was_found_was_made_up"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion.code} {self.in_order}"


class TransitionRequest(Filed, Versioned):
    """The Party committee's request to leave a stage (转段请示); one open request per run."""

    run = models.ForeignKey(StageRun, on_delete=models.PROTECT, related_name="requests")
    round = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, choices=RequestState, default=RequestState.DRAFT)
    paper_number = models.CharField(max_length=60, blank=True, help_text="Number of the sealed paper")
    situation = models.TextField(blank=True)
    practice = models.TextField(blank=True)
    results = models.TextField(blank=True)
    remaining = models.TextField(blank=True)
    resolution = models.TextField(blank=True, help_text="When and where the committee resolved it")
    drafted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField(default=clock.now)
    submitted_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    reviewed_at = models.DateTimeField(null=True)
    decided_at = models.DateTimeField(null=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        ordering = ["-round"]
        constraints = [
            *Filed.Meta.constraints,
            models.UniqueConstraint(fields=["run", "round"], name="request_round_once"),
            models.UniqueConstraint(
                fields=["run"], condition=Q(state__in=OPEN_REQUEST_STATES), name="one_open_request_per_run"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[RequestState.DRAFT, RequestState.WITHDRAWN])
                | Q(submitted_at__isnull=False, submitted_by__isnull=False),
                name="submitted_request_is_stamped",
            ),
            models.CheckConstraint(
                condition=~Q(
                    state__in=[
                        RequestState.RETURNED_BY_TEAM,
                        RequestState.RECOMMENDED,
                        RequestState.RETURNED_BY_GROUP,
                        RequestState.APPROVED,
                        RequestState.REVOKED,
                    ]
                )
                | Q(reviewed_at__isnull=False, reviewed_at__gte=F("submitted_at")),
                name="reviewed_request_is_stamped",
            ),
            models.CheckConstraint(
                condition=Q(state__in=DECIDED_STATES, decided_at__isnull=False, decided_at__gte=F("reviewed_at"))
                | ~Q(state__in=DECIDED_STATES) & Q(decided_at=None),
                name="decided_request_is_stamped",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.run} {self.round}"


class ReturnItem(models.Model):
    """What a return pins; the next round is submitted only with an answer to each."""

    request = models.ForeignKey(TransitionRequest, on_delete=models.PROTECT, related_name="return_items")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, null=True, related_name="+")
    remark = models.TextField()
    answer = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.remark[:40]


class TeamReview(models.Model):
    """The team's review of a request: every exit criterion answered, decided together (rows 7, 19, 21, 74)."""

    request = models.OneToOneField(TransitionRequest, on_delete=models.PROTECT, related_name="review")
    verdict = models.CharField(max_length=12, choices=ReviewVerdict)
    opinion = models.TextField()
    remaining = models.TextField(blank=True)
    collective_decision = models.ForeignKey(CollectiveDecision, on_delete=models.PROTECT, related_name="reviews")
    reviewed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField(default=clock.now)
    document = models.OneToOneField(Document, on_delete=models.PROTECT, null=True, related_name="review")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(verdict=ReviewVerdict.RECOMMENDED) | Q(document__isnull=False),
                name="recommendation_has_document",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request} {self.get_verdict_display()}"


class TeamReviewItem(models.Model):
    """The answer to one exit criterion."""

    review = models.ForeignKey(TeamReview, on_delete=models.CASCADE, related_name="items")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=6, choices=ExitAnswer)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["criterion__order"]
        constraints = [
            models.UniqueConstraint(fields=["review", "criterion"], name="exit_criterion_answered_once"),
            models.CheckConstraint(
                condition=Q(answer=ExitAnswer.YES) | ~Q(note=""), name="doubtful_exit_answer_has_note"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion.code} {self.answer}"


class Decision(models.Model):
    """The leading group's decision; it copies the reviewer so that the database can tell the two apart."""

    request = models.OneToOneField(TransitionRequest, on_delete=models.PROTECT, related_name="decision")
    outcome = models.CharField(max_length=10, choices=Outcome)
    remark = models.TextField(blank=True)
    reviewer = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decider = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(default=clock.now)
    document_sha256 = models.CharField(max_length=64, help_text="Of the review that lay before the decider")
    reply = models.OneToOneField(Document, on_delete=models.PROTECT, null=True, related_name="decision")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reviewer=F("decider")), name="reviewer_does_not_decide"),
            models.CheckConstraint(condition=~Q(document_sha256=""), name="decision_names_its_document"),
            models.CheckConstraint(
                condition=Q(outcome=Outcome.APPROVED, reply__isnull=False)
                | Q(outcome=Outcome.RETURNED, reply=None) & ~Q(remark=""),
                name="approval_has_reply_and_return_has_remark",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request} {self.get_outcome_display()}"


class Revocation(models.Model):
    """An approval taken back: by the director, with a reason, until the next stage has a decision."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="revocation")
    reason = models.TextField()
    revoked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    revoked_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints = [models.CheckConstraint(condition=~Q(reason=""), name="revocation_has_reason")]

    def __str__(self) -> str:
        return f"{self.decision} {self.revoked_at:%Y-%m-%d}"
