"""What the first bytes say a file is: they decide, whatever its name."""

from typing import Final

import puremagic

from teams.inspection.kinds import Container, Kind
from teams.inspection.refusals import Reason, Refused

_SIGNATURES: Final = (
    (b"%PDF-", Container.PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Container.OLE),
    (b"PK\x03\x04", Container.ZIP),
    (b"\xff\xd8\xff", Container.JPEG),
    (b"\x89PNG\r\n\x1a\n", Container.PNG),
)
_HEIF_BRANDS: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
# Readers look for "%PDF-" in so many first bytes; a file may thus be a PDF and something else.
_PDF_HEADER_WINDOW: Final = 1024
_SNIFFED: Final = 4096
_LEAST_CONFIDENCE: Final = 0.2


def container_of(data: bytes) -> Container | None:
    """The container whose signature stands at offset 0, or None."""
    for signature, container in _SIGNATURES:
        if data.startswith(signature):
            return container
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return Container.WEBP
    return None


def require_signature(data: bytes, kind: Kind) -> None:
    """Refuse content whose first bytes are not those of ``kind``, saying what they are instead."""
    found = container_of(data)
    if found is kind.container:
        return
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS:
        raise Refused(Reason.HEIC)
    if kind.container is Container.PDF and b"%PDF-" in data[:_PDF_HEADER_WINDOW]:
        raise Refused(Reason.PREFIXED)
    looks_like = found.value if found else _guess(data)
    if looks_like:
        raise Refused(Reason.DISGUISED, extension=kind.extension, found=looks_like)
    raise Refused(Reason.MISMATCH, extension=kind.extension)


def _guess(data: bytes) -> str:
    """A hint for the message only: puremagic calls any zip a .docx and decides nothing here."""
    try:
        matches = puremagic.magic_string(data[:_SNIFFED])
    except puremagic.PureError:
        return ""
    named = (match for match in matches if match.extension and match.confidence >= _LEAST_CONFIDENCE)
    return str(next((match.extension for match in named), ""))
