"""How much of an upload reaches the disk before anybody looks at it."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from teams.inspection import MAX_BYTES


class CutOff(FileUploadHandler):
    """Keeps no more of a file than shows that it is too large; the inspection refuses it with its reason.

    Stands before Django's own handlers, which would fill the disk with whatever is sent, by whomever.
    """

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """The piece that begins at byte `start` for the next handler, or None for one that nobody needs."""
        return raw_data if start <= MAX_BYTES else None

    def file_complete(self, file_size: int) -> UploadedFile[bytes] | None:
        return None
