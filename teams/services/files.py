"""Taking files in: inspected first, stored under a UUID, gone again if the act fails; files are hostile."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial

from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from teams import clock, inspection
from teams.exceptions import Invalid
from teams.models import StoredFile, User


@contextmanager
def received(
    upload: UploadedFile[bytes], *, accept: frozenset[str], acting_user: User, field: str = "file"
) -> Iterator[StoredFile]:
    """Inspect and store an upload before the act's transaction opens; yields its unsaved row.

    The bytes go again if anything inside raises or the row is not saved. Raises `Invalid` at `field` with the reason
    when the file is refused; then there is neither file nor row. On SQLite a transaction holds the one lock of all
    writers, and an inspection of 20 MB takes its time: so it stands outside.
    """
    try:
        inspected = inspection.inspect(upload, accept=accept)
    except inspection.Refused as refused:
        raise Invalid({field: [refused.message]}) from refused
    stored = StoredFile(
        name=inspected.name,
        extension=inspected.extension,
        content_type=inspected.content_type,
        size=inspected.size,
        sha256=inspected.sha256,
        stored_by=acting_user,
        stored_at=clock.now(),
    )
    with kept(stored, File(inspected.content)):
        yield stored


@contextmanager
def all_received(
    uploads: Sequence[UploadedFile[bytes]], *, accept: frozenset[str], acting_user: User, field: str
) -> Iterator[list[StoredFile]]:
    """The same for several uploads: all of them, or none is left."""
    with ExitStack() as stack:
        yield [
            stack.enter_context(received(upload, accept=accept, acting_user=acting_user, field=field))
            for upload in uploads
        ]


@contextmanager
def made(content: bytes, *, name: str, extension: str, content_type: str) -> Iterator[StoredFile]:
    """Store bytes that the platform itself made (documents and their pages), under the same guard."""
    stored = StoredFile(
        name=name,
        extension=extension,
        content_type=content_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        stored_at=clock.now(),
    )
    with kept(stored, ContentFile(content)):
        yield stored


@contextmanager
def kept(stored: StoredFile, content: File[bytes]) -> Iterator[None]:
    """Write the bytes, and take them away again if the act that wants them fails or has no use for them."""
    try:
        written = default_storage.save(stored.path, content)
        if written != stored.path:
            raise FileExistsError(stored.path)
        _flush(written)
        yield
    except BaseException:
        default_storage.delete(stored.path)
        raise
    if stored._state.adding:
        default_storage.delete(stored.path)


def discard(stored: StoredFile) -> None:
    """Take a file away again: its row now, its bytes once the act is committed."""
    stored.delete()
    transaction.on_commit(partial(default_storage.delete, stored.path), robust=True)


def _flush(name: str) -> None:
    """Bring the file onto the disk before its row is committed (local storage only)."""
    try:
        path = default_storage.path(name)
    except NotImplementedError:
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
