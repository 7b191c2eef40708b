"""Laying files into a case, and taking them out again while nobody but their author has read them."""

from __future__ import annotations

from datetime import date

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from teams import clock
from teams.exceptions import Invalid
from teams.models import StoredFile, User
from teams.services import files
from units.enums import FileSide
from units.models import Case, CaseFile

CASE_QUOTA_BYTES = 2 * 1024**3


def attach(
    *,
    case: Case,
    stored: StoredFile,
    title: str,
    side: FileSide,
    acting_user: User,
    effective_on: date | None = None,
    field: str = "file",
) -> CaseFile:
    """Save the stored file's row and lay it into the case; `Invalid` at `field` beyond the case's quota."""
    used = CaseFile.objects.filter(case=case).aggregate(total=Sum("file__size"))["total"] or 0
    if used + stored.size > CASE_QUOTA_BYTES:
        raise Invalid({field: [_("This case's files would exceed 2 GB. Remove or shrink some first.")]})
    stored.save(force_insert=True)
    return CaseFile.objects.create(
        case=case,
        file=stored,
        title=(title or stored.name)[:200],
        side=side,
        effective_on=effective_on,
        added_by=acting_user,
        added_at=clock.now(),
    )


def discard(case_file: CaseFile) -> None:
    """Take a file out of a draft that nobody else has seen; nothing may refer to it any more."""
    case_file.delete()
    files.discard(case_file.file)
