"""OLE2 compound files (the bodies of doc, wps and xls): a small reader that trusts nothing.

Every chain of sectors is followed once and every sector is marked as used: a loop, or a sector that
two streams share, is damage, so the work is bounded by the size of the file. The directory is read
as the flat list that it is stored as, not as the tree that its links pretend to be: nothing hides
in an entry that no link reaches, and no recursion is needed.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from teams.inspection.refusals import Reason, Refused

# Major version, byte order, sector and mini sector shift; first directory sector; mini stream
# cutoff, first mini FAT sector; first DIFAT sector and the number of them.
_HEADER: Final = struct.Struct("<26xHHHH14xI4xII4xII")
_DIFAT_IN_HEADER: Final = struct.Struct("<76x109I")
_ENTRY: Final = struct.Struct("<64sHB49xIQ")
_LITTLE_ENDIAN: Final = 0xFFFE
_SECTOR_SHIFTS: Final = {3: 9, 4: 12}
_MINI_SHIFT: Final = 6
_MINI_CUTOFF: Final = 4096
_LAST_SECTOR: Final = 0xFFFFFFFA
_END_OF_CHAIN: Final = 0xFFFFFFFE
_UNUSED: Final = 0
_STREAM: Final = 2
_ROOT: Final = 5


@dataclass(frozen=True)
class Entry:
    """A storage (content None) or a stream, wherever in the tree it stands."""

    name: str
    content: bytes | None


@dataclass
class _Area:
    """Sectors of one size and the table that chains them."""

    source: memoryview
    unit: int
    table: Sequence[int] = ()
    used: set[int] = field(default_factory=set)

    def take(self, sector: int) -> bytes:
        start = sector * self.unit
        if sector >= _LAST_SECTOR or sector in self.used or start >= len(self.source):
            raise Refused(Reason.DAMAGED)
        self.used.add(sector)
        return bytes(self.source[start : start + self.unit])

    def chain(self, sector: int, size: int | None = None) -> bytes:
        """The bytes from ``sector`` on: ``size`` of them, or all to the end of the chain."""
        pieces: list[bytes] = []
        while sector != _END_OF_CHAIN and (size is None or len(pieces) * self.unit < size):
            pieces.append(self.take(sector))
            if sector >= len(self.table):
                raise Refused(Reason.DAMAGED)
            sector = self.table[sector]
        content = b"".join(pieces)
        if size is not None and len(content) < size:
            raise Refused(Reason.DAMAGED)
        return content[:size]


def entries(data: bytes) -> list[Entry]:
    """Every storage and stream of the compound file, with contents; raises Refused when damaged."""
    try:
        header = _HEADER.unpack_from(data)
        in_header = _DIFAT_IN_HEADER.unpack_from(data)
    except struct.error as error:
        raise Refused(Reason.DAMAGED) from error
    version, order, shift, mini_shift, directory, cutoff, mini_fat, difat, difat_count = header
    fixed = (order, mini_shift, cutoff) == (_LITTLE_ENDIAN, _MINI_SHIFT, _MINI_CUTOFF)
    if not fixed or _SECTOR_SHIFTS.get(version) != shift:
        raise Refused(Reason.DAMAGED)
    unit = 1 << shift
    area = _Area(memoryview(data)[unit:], unit)
    area.table = _fat(area, in_header, difat, difat_count)
    mini = _Area(memoryview(b""), 1 << _MINI_SHIFT)
    if mini_fat < _LAST_SECTOR:
        mini.table = _numbers(area.chain(mini_fat))
    return _directory(area, mini, directory)


def _numbers(sectors: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(sectors) // 4}I", sectors[: len(sectors) // 4 * 4])


def _fat(area: _Area, in_header: tuple[int, ...], difat: int, difat_count: int) -> tuple[int, ...]:
    listed = list(in_header)
    # A file without DIFAT sectors may say so by either mark, or only by the count.
    while difat_count and difat < _LAST_SECTOR:
        *more, difat = _numbers(area.take(difat)) or (_END_OF_CHAIN,)
        listed += more
    return _numbers(b"".join(area.take(sector) for sector in listed if sector < _LAST_SECTOR))


def _directory(area: _Area, mini: _Area, first: int) -> list[Entry]:
    found: list[Entry] = []
    sectors = area.chain(first)
    for offset in range(0, len(sectors) // _ENTRY.size * _ENTRY.size, _ENTRY.size):
        raw_name, name_length, kind, start, size = _ENTRY.unpack_from(sectors, offset)
        if offset == 0 and kind != _ROOT:
            raise Refused(Reason.DAMAGED)
        if kind == _UNUSED:
            continue
        # Old writers leave rubbish in the upper half, and no upload is that large.
        size &= 0xFFFFFFFF
        name = raw_name[: max(0, min(name_length, 64) - 2)].decode("utf-16-le", "replace")
        content = None
        if offset == 0:
            mini.source = memoryview(area.chain(start, size) if size else b"")
        elif kind == _STREAM:
            content = (mini if size < _MINI_CUTOFF else area).chain(start, size) if size else b""
        found.append(Entry(name, content))
    if not found:
        raise Refused(Reason.DAMAGED)
    return found
