"""The binary formats of Word and Excel 97-2003; Kingsoft's .wps is Word's under another name."""

import struct
from collections.abc import Iterator
from typing import Final

from teams.inspection.compound import Entry, entries
from teams.inspection.kinds import Kind
from teams.inspection.refusals import Reason, Refused

_MACRO_NAMES: Final = frozenset({"macros", "vba", "_vba_project", "_vba_project_cur"})
# A docx or xlsx with a password is a compound file with the package encrypted inside.
_ENCRYPTED_PACKAGE: Final = "encryptedpackage"

_WORD_IDENTS: Final = frozenset({0xA5EC, 0xA5DC})
_WORD_ENCRYPTED: Final = 0x0100

_BOF_TYPES: Final = frozenset({0x0009, 0x0209, 0x0409, 0x0809})
_EOF: Final = 0x000A
_FILEPASS: Final = 0x002F
_BOUNDSHEET: Final = 0x0085
_MACRO_SHEETS: Final = frozenset({1, 6})


def check_office97(data: bytes, kind: Kind) -> None:
    """Refuse a compound file that is not a whole, readable, macro-free document of ``kind``."""
    found = entries(data)
    names = {entry.name.lower() for entry in found}
    if _ENCRYPTED_PACKAGE in names:
        raise Refused(Reason.ENCRYPTED)
    if names & _MACRO_NAMES:
        raise Refused(Reason.MACROS)
    word = _streams(found, "worddocument")
    excel = _streams(found, "workbook", "book")
    wanted, other, other_is = (excel, word, ".doc") if kind.extension == "xls" else (word, excel, ".xls")
    if not wanted and other:
        raise Refused(Reason.DISGUISED, extension=kind.extension, found=other_is)
    if not wanted:
        raise Refused(Reason.MISMATCH, extension=kind.extension)
    # Embedded objects have streams of the same names; each is held to the same rules.
    for content in word:
        _check_word(content)
    for content in excel:
        _check_excel(content)


def is_encrypted_package(data: bytes) -> bool:
    """Whether this compound file is a docx or xlsx behind a password."""
    return any(entry.name.lower() == _ENCRYPTED_PACKAGE for entry in entries(data))


def _streams(found: list[Entry], *names: str) -> list[bytes]:
    return [entry.content for entry in found if entry.content is not None and entry.name.lower() in names]


def _check_word(stream: bytes) -> None:
    if len(stream) < 32:
        raise Refused(Reason.DAMAGED)
    ident, flags = struct.unpack_from("<H8xH", stream)
    if ident not in _WORD_IDENTS:
        raise Refused(Reason.DAMAGED)
    if flags & _WORD_ENCRYPTED:
        raise Refused(Reason.ENCRYPTED)


def _check_excel(stream: bytes) -> None:
    records = _records(stream)
    first = next(records, None)
    if first is None or first[0] not in _BOF_TYPES:
        raise Refused(Reason.DAMAGED)
    for number, body in records:
        if number == _FILEPASS:
            raise Refused(Reason.ENCRYPTED)
        if number == _BOUNDSHEET and len(body) > 5 and body[5] in _MACRO_SHEETS:
            raise Refused(Reason.MACROS)
        if number == _EOF:
            return
    raise Refused(Reason.DAMAGED)


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    offset = 0
    while offset + 4 <= len(stream):
        number, length = struct.unpack_from("<HH", stream, offset)
        body = stream[offset + 4 : offset + 4 + length]
        if len(body) < length:
            raise Refused(Reason.DAMAGED)
        yield number, body
        offset += 4 + length
