"""Supervised units and the people who act for them (rows 2, 24, 109)."""

from django.db import models
from django.db.models import Q

from teams import clock
from teams.models import User
from teams.models.named import Named
from units.enums import UnitKind, UnitRole


class Unit(Named):
    """A locality, department or organisation; `path` is its own and its ancestors' ids, for subtree reads."""

    code = models.CharField(max_length=20, unique=True)
    kind = models.CharField(max_length=20, choices=UnitKind)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    path = models.CharField(max_length=200, default="", db_index=True, help_text="/1/7/ from the root down")
    secretary_title = models.CharField(max_length=60, help_text="Title, never a name")
    short_mark = models.CharField(max_length=20, blank=True, help_text="Organ code of its own papers")

    class Meta:
        ordering = ["code"]

    def is_kin_of(self, other: "Unit") -> bool:
        """The same unit, a parent or a child, at any depth."""
        return self.path.startswith(other.path) or other.path.startswith(self.path)


class HomeUnit(models.Model):
    """Where a seconded member comes from: nobody supervises the home unit, its parents or children (row 90)."""

    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="home_unit")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.user} · {self.unit}"


class LiveUnitMembershipManager(models.Manager["UnitMembership"]):
    """Memberships that hold now."""

    def get_queryset(self) -> models.QuerySet["UnitMembership"]:
        return super().get_queryset().filter(ended_at=None)


class UnitMembership(models.Model):
    """A person who acts for a unit."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="memberships")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="unit_memberships")
    role = models.CharField(max_length=20, choices=UnitRole)
    started_at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = models.Manager()
    live = LiveUnitMembershipManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "user"], condition=Q(ended_at=None), name="one_live_unit_membership"
            ),
            models.UniqueConstraint(
                fields=["unit"],
                condition=Q(ended_at=None, role=UnitRole.SECRETARY),
                name="one_live_secretary",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.unit} {self.get_role_display()}"
