"""What the Party committee hands in, and how: by its secretary, or in his name with the sealed resolution (代提交)."""

from django.db import models
from django.db.models import Q

from teams.models import User
from units.models.files import CaseFile


class Filed(models.Model):
    """A paper of the unit: filed in the secretary's name only with the scan of the sealed resolution."""

    filed_for = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    resolution_scan = models.ForeignKey(CaseFile, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(filed_for=None, resolution_scan=None)
                | Q(filed_for__isnull=False, resolution_scan__isnull=False),
                name="%(class)s_filed_for_another_has_scan",
            ),
        ]
