"""The ledger of acts: appended to, never changed or removed (rows 91; triggers in `teams.triggers`)."""

from __future__ import annotations

from typing import Any

from django.db import models

from teams import clock
from teams.models.user import User


class LedgerIsAppendOnly(Exception):
    """Somebody tried to change or remove an entry of the ledger."""


class AuditEntryQuerySet(models.QuerySet["AuditEntry"]):
    """Reads only: what the database would refuse is refused here first, with a clear name."""

    def about(self, scope: models.Model) -> AuditEntryQuerySet:
        """Entries of one case (or of what else the act named as its scope), newest first, with whose place it was."""
        found = self.filter(scope=scope._meta.label_lower, scope_id=scope.pk).order_by("-pk")
        return found.select_related("on_behalf_of")

    def update(self, **kwargs: Any) -> int:
        raise LedgerIsAppendOnly

    def delete(self) -> tuple[int, dict[str, int]]:
        raise LedgerIsAppendOnly


class AuditEntry(models.Model):
    """One act: who, in which role, on whose behalf, on what, and the words of its sentence."""

    at = models.DateTimeField(default=clock.now)
    act = models.CharField(max_length=60)
    actor = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    actor_name = models.CharField(max_length=120)
    acting_as = models.CharField(max_length=120, blank=True)
    on_behalf_of = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    scope = models.CharField(max_length=60, blank=True)
    scope_id = models.BigIntegerField(null=True)
    target = models.CharField(max_length=60)
    target_id = models.BigIntegerField(null=True)
    details = models.TextField(default="{}", help_text="Canonical JSON; sensitive text only as a hash")

    objects = AuditEntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "audit entries"
        indexes = [
            models.Index(fields=["scope", "scope_id", "-id"], name="ledger_by_scope"),
            models.Index(fields=["target", "target_id"], name="ledger_by_target"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.act} {self.actor_name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise LedgerIsAppendOnly
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise LedgerIsAppendOnly
