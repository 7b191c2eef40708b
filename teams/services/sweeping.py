"""Bytes without a row: what a killed process wrote and never committed is taken away after a while."""

from __future__ import annotations

import uuid
from datetime import timedelta
from pathlib import Path

from django.core.files.storage import FileSystemStorage, storages

from teams import clock
from teams.models import StoredFile

# Longer than any upload or rendering may take, so that nothing under way is swept.
MINIMUM_AGE = timedelta(hours=1)


def sweep_files(*, older_than: timedelta = MINIMUM_AGE) -> int:
    """Remove stored bytes that no row speaks of, older than this; returns how many. Local storage only."""
    storage = storages["default"]
    if not isinstance(storage, FileSystemStorage):
        return 0
    swept = 0
    for path in _aged(Path(storage.location), (clock.now() - older_than).timestamp()):
        key = _uuid_of(path)
        if key is not None and not StoredFile.objects.filter(uuid=key).exists():
            path.unlink(missing_ok=True)
            swept += 1
    return swept


def _aged(folder: Path, before: float) -> list[Path]:
    return [path for path in folder.glob("*/*/*") if path.is_file() and path.stat().st_mtime <= before]


def _uuid_of(path: Path) -> uuid.UUID | None:
    try:
        return uuid.UUID(hex=path.name)
    except ValueError:
        return None
