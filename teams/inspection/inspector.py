"""The one entrance: an upload goes in, what may be stored comes out, or Refused is raised."""

import hashlib
import io
from dataclasses import dataclass
from typing import BinaryIO

from django.core.files.base import File

from teams.inspection.kinds import HEIC_EXTENSIONS, KINDS, PHOTO_FILES, Container, Kind
from teams.inspection.limits import MAX_BYTES, MIB
from teams.inspection.names import extension_of, safe_name
from teams.inspection.office97 import check_office97, is_encrypted_package
from teams.inspection.packages import check_package
from teams.inspection.refusals import Reason, Refused
from teams.inspection.sandbox import probed
from teams.inspection.signatures import container_of, require_signature


@dataclass(frozen=True)
class Inspected:
    """What may be stored; size (bytes) and sha256 are of ``content``, not of what was sent."""

    name: str
    extension: str
    content_type: str
    size: int
    sha256: str
    content: BinaryIO


def inspect(upload: "File[bytes]", *, accept: frozenset[str], max_bytes: int = MAX_BYTES) -> Inspected:
    """Check an uploaded file of one of the extensions in ``accept``; raises Refused.

    Documents come out byte for byte as they went in, pictures written anew without metadata.
    Nothing is written anywhere: a refusal leaves no trace.
    """
    name = safe_name(upload.name or "")
    data = _read(upload, max_bytes)
    kind = _accepted(extension_of(name), accept)
    if kind.container is Container.ZIP and container_of(data) is Container.OLE and is_encrypted_package(data):
        raise Refused(Reason.ENCRYPTED)
    require_signature(data, kind)
    content = _checked(data, kind)
    return Inspected(
        name=name,
        extension=kind.extension,
        content_type=kind.content_type,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        content=io.BytesIO(content),
    )


def _read(upload: "File[bytes]", max_bytes: int) -> bytes:
    """All bytes, but never more than ``max_bytes`` and one piece of them, whatever size is claimed."""
    pieces: list[bytes] = []
    size = 0
    for piece in upload.chunks():
        pieces.append(piece)
        size += len(piece)
        if size > max_bytes:
            raise Refused(Reason.TOO_LARGE, limit=f"{max_bytes / MIB:.3g}")
    if size == 0:
        raise Refused(Reason.EMPTY)
    return b"".join(pieces)


def _accepted(extension: str, accept: frozenset[str]) -> Kind:
    accepted = ", ".join(f".{known}" for known in KINDS if known in accept)
    if not extension:
        raise Refused(Reason.NO_EXTENSION, accepted=accepted)
    if extension in HEIC_EXTENSIONS and accept & PHOTO_FILES:
        raise Refused(Reason.HEIC)
    if extension not in accept or extension not in KINDS:
        raise Refused(Reason.EXTENSION, extension=extension, accepted=accepted)
    return KINDS[extension]


def _checked(data: bytes, kind: Kind) -> bytes:
    """What of ``data`` is to be stored."""
    if kind.container is Container.ZIP:
        check_package(data, kind)
        return data
    if kind.container is Container.OLE:
        check_office97(data, kind)
        return data
    # A PDF comes back as nothing and is stored as it is; a picture comes back written anew.
    return probed(data, kind.container) or data
