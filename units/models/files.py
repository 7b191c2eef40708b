"""Files of a case: who laid them in, and whether the other side may see them."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from teams import clock
from teams.models import StoredFile, User
from units.enums import FileSide
from units.models.case import Case


class CaseFileQuerySet(models.QuerySet["CaseFile"]):
    """What of a case's files each side sees."""

    def for_unit(self) -> CaseFileQuerySet:
        """The unit's own files and those that the team released by an act."""
        return self.filter(Q(side=FileSide.UNIT) | Q(released_at__isnull=False))


class CaseFile(models.Model):
    """One file laid into a case."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="files")
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="case_file")
    title = models.CharField(max_length=200)
    side = models.CharField(max_length=10, choices=FileSide)
    effective_on = models.DateField(null=True, blank=True)
    released_at = models.DateTimeField(null=True, blank=True)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=clock.now)

    objects = CaseFileQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.title
