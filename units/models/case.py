"""The case (案卷): one unit in one batch, the centre of every question about permission."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q

from teams import clock
from teams.enums import OFFICE_ROLES, TeamKind
from teams.models import Batch, Team, User
from teams.models.posts import posts_of
from teams.models.versioned import Versioned
from units.enums import Party
from units.models.posts import unit_posts_of
from units.models.unit import Unit


class CaseQuerySet(models.QuerySet["Case"]):
    """Scopes of cases; `visible_to` is the second net of permission."""

    def visible_to(self, user: User) -> CaseQuerySet:
        """Cases that a live role of `user` opens: own unit, assigned team, or the campaign's office."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        scopes = list(_scopes(user))
        return self.filter(reduce(or_, scopes)) if scopes else self.none()


def _scopes(user: User) -> Iterator[Q]:
    """What the person's posts open, a condition for each kind of post that there is."""
    posts = posts_of(user)
    if units := {post.unit_id for post in unit_posts_of(user)}:
        yield Q(unit__in=units)
    if teams := {post.team_id for post in posts if post.team.kind == TeamKind.SUPERVISION}:
        yield Q(pk__in=Assignment.live.filter(team__in=teams).values("case"))
    offices = [post.team for post in posts if post.team.kind == TeamKind.OFFICE and post.role in OFFICE_ROLES]
    if campaigns := {office.campaign_id for office in offices}:
        yield Q(batch__campaign__in=campaigns)


class Case(Versioned):
    """One unit's passage through one batch; `holder*` is written by `units.services.todos` alone."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="cases")
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="cases")
    opened_at = models.DateTimeField(default=clock.now)
    entered_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    # The unit's profile (row 24): counts and titles, never names.
    members_total = models.PositiveIntegerField(null=True, blank=True)
    branches = models.PositiveIntegerField(null=True, blank=True)
    leaders = models.PositiveIntegerField(null=True, blank=True)
    members_away = models.PositiveIntegerField(null=True, blank=True)
    situation = models.TextField(blank=True)
    profile_filled_at = models.DateTimeField(null=True)
    profile_confirmed_at = models.DateTimeField(null=True)
    profile_confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    holder = models.CharField(max_length=10, choices=Party, blank=True)
    holder_since = models.DateTimeField(null=True)
    holder_reason = models.CharField(max_length=60, blank=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        ordering = ["batch", "unit__code"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "batch"], name="one_case_per_unit_and_batch"),
            models.CheckConstraint(
                condition=Q(closed_on=None) | Q(entered_on__isnull=False, closed_on__gte=models.F("entered_on")),
                name="case_closes_after_entry",
            ),
            models.CheckConstraint(
                condition=Q(profile_confirmed_at=None, profile_confirmed_by=None)
                | Q(profile_confirmed_at__isnull=False, profile_confirmed_by__isnull=False)
                & Q(profile_filled_at__isnull=False),
                name="profile_confirmation_is_stamped",
            ),
        ]

    def __str__(self) -> str:
        return str(self.unit)


class LiveAssignmentManager(models.Manager["Assignment"]):
    """Assignments that hold now."""

    def get_queryset(self) -> models.QuerySet[Assignment]:
        return super().get_queryset().filter(ended_at=None)


class Assignment(models.Model):
    """Which team supervises a case; one live assignment per case."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="assignments")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="assignments")
    started_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = models.Manager()
    live = LiveAssignmentManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case"], condition=Q(ended_at=None), name="one_live_assignment_per_case"),
        ]

    def __str__(self) -> str:
        return f"{self.team} → {self.case}"
