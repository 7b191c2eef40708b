"""Bytes and their hash, without meaning: what a file is for stands in the apps above."""

from __future__ import annotations

import uuid

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import models

from teams import clock
from teams.models.user import User


class StoredFile(models.Model):
    """A file in the private storage, written once under a UUID."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200, help_text="The name it had on the sender's machine")
    extension = models.CharField(max_length=10)
    content_type = models.CharField(max_length=120)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    stored_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    stored_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> str:
        """Where the storage keeps it: two levels of folders, so that none grows too large."""
        key = self.uuid.hex
        return f"{key[:2]}/{key[2:4]}/{key}"

    def open(self) -> File[bytes]:
        return default_storage.open(self.path, "rb")
