"""Rows that people edit in forms carry a version, so that a stale form is noticed."""

from django.db import models


class Versioned(models.Model):
    """`version` grows by one with every act on the row; forms carry it back."""

    version = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True
