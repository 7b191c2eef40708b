"""A person's notices, as sentences that lead somewhere."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from teams import registry, wording
from teams.models import Notification, User


@dataclass(frozen=True)
class Notice:
    """One notice as a page shows it; `url` is empty where there is nowhere to go."""

    id: int
    sentence: str
    url: str
    at: datetime
    unread: bool


def unread_count(user: User) -> int:
    """How many notices the person has not read."""
    return Notification.objects.filter(recipient=user, read_at=None).count()


def notices_to(user: User) -> QuerySet[Notification]:
    """All notices to the person, newest first; a page of them is read with `as_notice`."""
    return Notification.objects.filter(recipient=user).order_by("-created_at", "-pk")


def as_notice(row: Notification) -> Notice:
    """The row in the active language, with its address."""
    spec = registry.notice_spec(row.kind)
    details = json.loads(row.details)
    return Notice(
        id=row.pk,
        sentence=wording.say(spec.sentence, details),
        url=spec.url(details | {"scope_id": row.scope_id}) if spec.url else "",
        at=row.created_at,
        unread=row.read_at is None,
    )
