"""Teams and their members: dispatched by the leading group, never part of a unit (row 2)."""

from django.db import models
from django.db.models import Q

from teams import clock
from teams.enums import OFFICE_ROLES, SUPERVISION_ROLES, Role, TeamKind
from teams.models.campaign import Campaign
from teams.models.named import Named
from teams.models.user import User


class Team(Named):
    """A supervision team, or the one office of the campaign."""

    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, related_name="teams")
    kind = models.CharField(max_length=20, choices=TeamKind)
    number = models.PositiveSmallIntegerField(help_text="0 for the office")
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        ordering = ["campaign", "number"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "number"], name="team_number_once_per_campaign"),
            models.UniqueConstraint(
                fields=["campaign"], condition=Q(kind=TeamKind.OFFICE), name="one_office_per_campaign"
            ),
        ]


class LiveMembershipManager(models.Manager["Membership"]):
    """Memberships that hold now."""

    def get_queryset(self) -> models.QuerySet["Membership"]:
        return super().get_queryset().filter(ended_at=None)


class Membership(models.Model):
    """A person's role in a team; ended by an act, a planned end only reminds."""

    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="memberships")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role)
    started_at = models.DateTimeField(default=clock.now)
    planned_end = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = models.Manager()
    live = LiveMembershipManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["team", "user"], condition=Q(ended_at=None), name="one_live_membership_per_team"
            ),
            models.UniqueConstraint(
                fields=["team"], condition=Q(ended_at=None, role=Role.LEADER), name="one_live_leader_per_team"
            ),
            models.CheckConstraint(
                condition=Q(role__in=sorted(SUPERVISION_ROLES | OFFICE_ROLES)), name="membership_role_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.team} {self.get_role_display()}"
