"""A printed one-time code with which a person sets a password."""

from django.db import models
from django.db.models import Q

from teams import clock
from teams.enums import CodePurpose
from teams.models.user import User


class ActivationCode(models.Model):
    """Only the code's hash is kept; a new code makes the older ones useless."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="codes")
    purpose = models.CharField(max_length=10, choices=CodePurpose)
    code_hash = models.CharField(max_length=128)
    issued_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    issued_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    replaced_at = models.DateTimeField(null=True)
    shown_at = models.DateTimeField(null=True, help_text="When the account was told of this reset at login")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=Q(used_at=None, replaced_at=None), name="one_live_code_per_user"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} {self.user}"
