"""Telling people: a notice is a row, written in the transaction of the act that concerns them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models

from teams import canonical, clock, registry, wording
from teams.models import Notification, User


def tell(recipients: Iterable[User], kind: str, *, key: str, scope: models.Model | None = None, **details: Any) -> None:
    """Leave one notice for each active recipient; an event with the same `key` is told to a person only once.

    `details` fill the sentence of the kind and serve its address; a `Named` row or a translatable label among
    them is kept in both languages. Raises KeyError for a kind that no app registered.
    """
    registry.notice_spec(str(kind))
    text = canonical.dumps(wording.stored(details))
    now = clock.now()
    Notification.objects.bulk_create(
        [
            Notification(
                recipient=recipient,
                kind=str(kind),
                key=key,
                scope=scope._meta.label_lower if scope is not None else "",
                scope_id=scope.pk if scope is not None else None,
                details=text,
                created_at=now,
            )
            for recipient in set(recipients)
            if recipient.is_active
        ],
        ignore_conflicts=True,
    )


def mark_read(*, up_to: int, acting_user: User) -> int:
    """Mark one's own notices as read up to the newest that the page showed; returns how many."""
    return Notification.objects.filter(recipient=acting_user, read_at=None, pk__lte=up_to).update(read_at=clock.now())
