"""What has changed since a document's snapshot was frozen: the document stays, and its page says so."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from teams import registry
from teams.models import AuditEntry
from units.models import Document
from units.selectors.timeline import TimelineEntry, entry_of
from units.standing import CaseStanding

SHOWN = 10


@dataclass(frozen=True)
class Changes:
    """The newest acts that changed or took back what was on record before; `more` when there are others."""

    entries: list[TimelineEntry]
    more: bool


def changed_since(document: Document, standing: CaseStanding) -> Changes:
    """Read from the ledger, as far as this role reads it: one query.

    What was put on record only afterwards was never part of the document; correcting it changes nothing of what was
    decided.
    """
    frozen_at = document.created_at
    on_record = AuditEntry.objects.filter(target=OuterRef("target"), target_id=OuterRef("target_id"), at__lte=frozen_at)
    rows = AuditEntry.objects.about(document.case).filter(
        Exists(on_record), at__gt=frozen_at, act__in=registry.correcting_acts_for(standing.audiences)
    )
    found = list(rows[: SHOWN + 1])
    return Changes([entry_of(row) for row in found[:SHOWN]], more=len(found) > SHOWN)
