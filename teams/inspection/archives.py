"""Zip archives (the bodies of docx, xlsx and ofd): directory checked, every member really unpacked."""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from teams.inspection import limits
from teams.inspection.refusals import Reason, Refused

_DIRECTORY_SIGNATURE: Final = b"PK\x01\x02"
_LOCAL_HEADER: Final = struct.Struct("<4s22xHH")
_ENCRYPTED: Final = 0x1 | 0x40 | 0x2000
_UTF8_NAME: Final = 0x800
_PIECE: Final = 256 * 1024


@dataclass(frozen=True)
class Archive:
    """A zip whose members have all been found present, honest in size and undamaged."""

    data: bytes
    members: dict[str, zipfile.ZipInfo]

    def beginning(self, name: str, most: int) -> bytes:
        """At most the first ``most`` bytes of a member."""
        content = bytearray()
        for piece in _unpacked(self.data, self.members[name]):
            content += piece
            if len(content) >= most:
                break
        return bytes(content[:most])


def opened(data: bytes) -> Archive:
    """Check the zip in ``data`` from its directory to its last byte; raises Refused.

    Sizes in the directory are claims: they are held against the limits first, because that costs
    nothing, and against what the members unpack to afterwards.
    """
    infos = _directory(data)
    _check_sizes(infos, len(data))
    members: dict[str, zipfile.ZipInfo] = {}
    folded: set[str] = set()
    for info in infos:
        _check_member(info)
        name = info.filename.replace("\\", "/")
        # Of two members of one name readers disagree which is the real one.
        if name.casefold() in folded:
            raise Refused(Reason.DAMAGED)
        folded.add(name.casefold())
        members[name] = info
    for info in infos:
        _check_content(data, info)
    return Archive(data, members)


def _directory(data: bytes) -> list[zipfile.ZipInfo]:
    # Counted before parsing, as a directory of 400,000 entries would fill the memory. A member
    # stored unpacked may be an archive of its own, hence the margin.
    if data.count(_DIRECTORY_SIGNATURE) > 10 * limits.ZIP_MAX_MEMBERS:
        raise Refused(Reason.TOO_MANY_MEMBERS, limit=limits.ZIP_MAX_MEMBERS)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, struct.error, ValueError, OverflowError, NotImplementedError) as error:
        raise Refused(Reason.DAMAGED) from error
    if len(infos) > limits.ZIP_MAX_MEMBERS:
        raise Refused(Reason.TOO_MANY_MEMBERS, limit=limits.ZIP_MAX_MEMBERS)
    if not infos:
        raise Refused(Reason.DAMAGED)
    # Nothing may stand before the first member: the file would be something else as well.
    if min(info.header_offset for info in infos) != 0:
        raise Refused(Reason.DAMAGED)
    return infos


def _check_sizes(infos: list[zipfile.ZipInfo], packed: int) -> None:
    total = sum(info.file_size for info in infos)
    if total > limits.ZIP_MAX_UNPACKED or _is_bomb(total, packed):
        raise Refused(Reason.EXPANDS)
    if any(_is_bomb(info.file_size, info.compress_size) for info in infos):
        raise Refused(Reason.EXPANDS)


def _is_bomb(unpacked: int, packed: int) -> bool:
    return unpacked > limits.ZIP_RATIO_FLOOR and unpacked > limits.ZIP_MAX_RATIO * packed


def _check_member(info: zipfile.ZipInfo) -> None:
    # zipfile cuts a name at NUL; what stood behind it is in orig_filename.
    name = info.orig_filename.replace("\\", "/")
    outside = name.startswith("/") or re.match(r"[A-Za-z]:", name) or ".." in name.split("/")
    if outside or "\0" in name or stat.S_ISLNK(info.external_attr >> 16):
        raise Refused(Reason.UNSAFE_MEMBER)
    if info.flag_bits & _ENCRYPTED:
        raise Refused(Reason.ENCRYPTED)
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Refused(Reason.DAMAGED)


def _check_content(data: bytes, info: zipfile.ZipInfo) -> None:
    """Unpack one member piece by piece and hold size and checksum against the directory.

    zipfile would stop at the declared size and so never notice a member that goes on.
    """
    size = checksum = 0
    for piece in _unpacked(data, info):
        size += len(piece)
        checksum = zlib.crc32(piece, checksum)
        if size > info.file_size:
            break
    if size != info.file_size or checksum != info.CRC:
        raise Refused(Reason.DAMAGED)


def _unpacked(data: bytes, info: zipfile.ZipInfo) -> Iterator[bytes]:
    packed = _packed(data, info)
    if info.compress_type == zipfile.ZIP_STORED:
        yield bytes(packed)
        return
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for start in range(0, len(packed), _PIECE):
            rest = bytes(packed[start : start + _PIECE])
            while rest:
                # An ended stream takes nothing more: the loop would not end either.
                if inflater.eof:
                    raise Refused(Reason.DAMAGED)
                yield inflater.decompress(rest, _PIECE)
                rest = inflater.unconsumed_tail
        yield inflater.flush()
    except zlib.error as error:
        raise Refused(Reason.DAMAGED) from error
    if not inflater.eof or inflater.unused_data:
        raise Refused(Reason.DAMAGED)


def _packed(data: bytes, info: zipfile.ZipInfo) -> memoryview:
    """The packed bytes of a member, found through its local header, which must agree on the name."""
    try:
        signature, name_length, extra_length = _LOCAL_HEADER.unpack_from(data, info.header_offset)
    except struct.error as error:
        raise Refused(Reason.DAMAGED) from error
    name_start = info.header_offset + _LOCAL_HEADER.size
    start = name_start + name_length + extra_length
    name = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8_NAME else "cp437")
    honest = signature == b"PK\x03\x04" and data[name_start : name_start + name_length] == name
    if not honest or start + info.compress_size > len(data):
        raise Refused(Reason.DAMAGED)
    return memoryview(data)[start : start + info.compress_size]
