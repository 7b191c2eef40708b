"""Acting for somebody: a written basis, a period, and an end (design: deputies act by delegation)."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Q

from teams import clock
from teams.models.team import Membership
from teams.models.user import User


class MandateQuerySet(models.QuerySet[Any]):
    """Mandates that hold on a day; a period that has run out needs no act to end."""

    def on(self, day: date) -> Self:
        return self.filter(ended_at=None, starts_on__lte=day, ends_on__gte=day)


class Mandate(models.Model):
    """What one person may do in another's place: on which paper it rests, from when to when, both days included."""

    delegate = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    basis = models.TextField(help_text="The written basis: which paper, of which day")
    starts_on = models.DateField()
    ends_on = models.DateField()
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(default=clock.now)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = MandateQuerySet.as_manager()

    class Meta:
        abstract = True
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(basis=""), name="%(class)s_has_written_basis"),
            models.CheckConstraint(condition=Q(ends_on__gte=models.F("starts_on")), name="%(class)s_ends_after_start"),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None) | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="%(class)s_end_is_stamped",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.delegate} {self.starts_on}–{self.ends_on}"


class Delegation(Mandate):
    """A team's leader or the office's director lets another member of the same team act in that place."""

    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="delegations")

    class Meta(Mandate.Meta):
        constraints = [
            *Mandate.Meta.constraints,
            models.UniqueConstraint(
                fields=["membership"], condition=Q(ended_at=None), name="one_live_delegation_per_post"
            ),
        ]
