"""A deputy secretary who acts for the secretary, and who of a team looks after a case."""

from django.db import models
from django.db.models import Q

from teams import clock
from teams.models import Mandate, User
from units.models.case import Assignment
from units.models.unit import UnitMembership


class UnitDelegation(Mandate):
    """The secretary lets another of the unit's people act in that place."""

    membership = models.ForeignKey(UnitMembership, on_delete=models.PROTECT, related_name="delegations")

    class Meta(Mandate.Meta):
        constraints = [
            *Mandate.Meta.constraints,
            models.UniqueConstraint(
                fields=["membership"], condition=Q(ended_at=None), name="one_live_unit_delegation_per_post"
            ),
        ]


class Division(models.Model):
    """Division of work (分工): which member of the team looks after this case; it adds and takes no right (row 97)."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="divisions")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="divisions")
    started_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["assignment", "user"], condition=Q(ended_at=None), name="one_live_division_per_member"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} → {self.assignment.case}"
