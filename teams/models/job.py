"""Work for a worker: the row is the job, the broker only a doorbell."""

from django.db import models
from django.db.models import Q

from teams import clock
from teams.enums import JobState


class Job(models.Model):
    """One job, inserted in the transaction of the act that wants it and claimed with a lease."""

    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=120, unique=True)
    payload = models.TextField(default="{}")
    state = models.CharField(max_length=10, choices=JobState, default=JobState.QUEUED)
    token = models.UUIDField(null=True)
    lease_until = models.DateTimeField(null=True)
    tries = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)
    created_at = models.DateTimeField(default=clock.now)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=JobState.RUNNING, token__isnull=False, lease_until__isnull=False)
                | (~Q(state=JobState.RUNNING) & Q(token=None, lease_until=None)),
                name="running_job_has_lease_and_token",
            ),
            models.CheckConstraint(
                condition=Q(state=JobState.DONE, done_at__isnull=False) | (~Q(state=JobState.DONE) & Q(done_at=None)),
                name="done_job_is_stamped",
            ),
        ]
        indexes = [
            models.Index(
                fields=["state", "lease_until"],
                condition=Q(state__in=[JobState.QUEUED, JobState.RUNNING]),
                name="jobs_open",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} {self.state}"
