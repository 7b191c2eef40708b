"""A notice to one person that an act concerned; delivered as a row, read on the notices page."""

from django.db import models
from django.db.models import Q

from teams import clock
from teams.models.user import User


class Notification(models.Model):
    """One notice; `key` keeps the same event from being told twice to the same person."""

    recipient = models.ForeignKey(User, on_delete=models.PROTECT, related_name="notifications")
    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=120)
    scope = models.CharField(max_length=60, blank=True)
    scope_id = models.BigIntegerField(null=True)
    details = models.TextField(default="{}", help_text="Canonical JSON: the words of the kind's sentence")
    created_at = models.DateTimeField(default=clock.now)
    read_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["recipient", "key"], name="notice_told_once")]
        indexes = [
            models.Index(fields=["recipient"], condition=Q(read_at=None), name="notices_unread"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} → {self.recipient}"
