"""Word, WPS and Excel files of 1997-2003, written as the compound files that they are."""

import struct

from tests.samples.texts import PARAGRAPHS, STUDY_ROWS, TITLE

_VERSIONS = {512: (3, 9), 4096: (4, 12)}
_MINI = 64
_CUTOFF = 4096
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_STORAGE, _STREAM, _ROOT = 1, 2, 5
_TEXT_START = 0x600


def doc(lines=(TITLE, *PARAGRAPHS), flags=0, **more_streams):
    """A Word document: FIB, UTF-16 text and the piece table that finds it; ``flags`` go into the FIB."""
    text = "\r".join((*lines, ""))
    encoded = text.encode("utf-16-le")
    fib = bytearray(_TEXT_START)
    struct.pack_into("<HHHHHH", fib, 0, 0xA5EC, 0x00C1, 0, 0x0804, 0, 0x1200 | flags)
    struct.pack_into("<II", fib, 0x18, _TEXT_START, _TEXT_START + len(encoded))
    struct.pack_into("<H", fib, 0x20, 14)
    struct.pack_into("<H", fib, 0x3E, 22)
    struct.pack_into("<I", fib, 0x4C, len(text))
    struct.pack_into("<H", fib, 0x98, 93)
    pieces = struct.pack("<II", 0, len(text)) + struct.pack("<HIH", 0, _TEXT_START, 0)
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<II", fib, 0x1A2, 0, len(clx))
    body = (bytes(fib) + encoded).ljust(_CUTOFF, b"\0")
    return compound_file({"WordDocument": body, "1Table": clx, "\x01CompObj": bytes(106)} | more_streams)


def wps():
    """Kingsoft's format is Word's under another name."""
    return doc()


def xls(rows=STUDY_ROWS, sheet_type=0, more_records=b"", **more_streams):
    """An Excel workbook of one sheet, BIFF8."""
    name = "学习情况"
    head = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 1997, 0, 0)) + more_records
    head += _record(0x0042, struct.pack("<H", 1200))
    bound_length = 4 + 8 + 2 * len(name)
    sheet_start = len(head) + bound_length + 4
    bound = struct.pack("<IBBBB", sheet_start, 0, sheet_type, len(name), 1) + name.encode("utf-16-le")
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 1997, 0, 0))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            text = str(cell)
            label = struct.pack("<HHHHB", row, column, 0, len(text), 1) + text.encode("utf-16-le")
            sheet += _record(0x0204, label)
    workbook = head + _record(0x0085, bound) + _record(0x000A) + sheet + _record(0x000A)
    return compound_file({"Workbook": workbook} | more_streams)


def _record(number, body=b""):
    return struct.pack("<HH", number, len(body)) + body


def compound_file(streams, sector=512):
    """A compound file of streams by path; "Macros/VBA/dir" makes its storages.

    Sectors of 512 bytes make version 3, of 4,096 version 4.
    """
    nodes = _nodes(streams)
    sectors, fat = bytearray(), []
    mini_stream, mini_fat = bytearray(), []
    for node in nodes.values():
        content = node["content"]
        if not content:
            node["start"] = _END
        elif len(content) < _CUTOFF:
            node["start"] = _put(content, mini_stream, mini_fat, _MINI)
        else:
            node["start"] = _put(content, sectors, fat, sector)
    root = nodes[()]
    root["start"] = _put(mini_stream, sectors, fat, sector) if mini_stream else _END
    root["content"] = bytes(mini_stream)
    mini_start = _put(_numbers(mini_fat), sectors, fat, sector, fill=b"\xff") if mini_fat else _END
    directory = _put(_directory(nodes), sectors, fat, sector)
    fat_start, fat_sectors = len(fat), 1
    while fat_sectors * (sector // 4) < len(fat) + fat_sectors:
        fat_sectors += 1
    fat += [_FAT] * fat_sectors
    sectors += _numbers(fat).ljust(fat_sectors * sector, b"\xff")
    difat = [*range(fat_start, fat_start + fat_sectors)]
    version, shift = _VERSIONS[sector]
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x003E, version, 0xFFFE, shift, 6)
    header += struct.pack("<IIIII", 0, fat_sectors, directory, 0, _CUTOFF)
    header += struct.pack("<IIII", mini_start, -(-len(mini_fat) // (sector // 4)), _END, 0)
    header += _numbers(difat + [_FREE] * (109 - len(difat)))
    return header.ljust(sector, b"\0") + bytes(sectors)


def _nodes(streams):
    nodes = {(): {"kind": _ROOT, "content": b""}}
    for path, content in streams.items():
        parts = tuple(path.split("/"))
        for depth in range(1, len(parts)):
            nodes.setdefault(parts[:depth], {"kind": _STORAGE, "content": b""})
        nodes[parts] = {"kind": _STREAM, "content": content}
    return nodes


def _put(content, area, table, unit, fill=b"\0"):
    start = len(table)
    count = -(-len(content) // unit)
    area += bytes(content).ljust(count * unit, fill)
    table += [*range(start + 1, start + count), _END]
    return start


def _numbers(values):
    return struct.pack(f"<{len(values)}I", *values)


def _directory(nodes):
    """Entries in one list; brothers hang to the right of each other in the order that readers expect."""
    order = {path: number for number, path in enumerate(nodes)}
    entries = []
    for path, node in nodes.items():
        brothers = _children(nodes, path[:-1]) if path else []
        after = brothers[brothers.index(path) + 1 :][:1] if path else []
        children = _children(nodes, path)
        name = (path[-1] if path else "Root Entry").encode("utf-16-le") + b"\0\0"
        links = (_FREE, order[after[0]] if after else _FREE, order[children[0]] if children else _FREE)
        entry = name.ljust(64, b"\0") + struct.pack("<HBB3I", len(name), node["kind"], 1, *links)
        entries.append(entry + bytes(36) + struct.pack("<IQ", node["start"], len(node["content"])))
    return b"".join(entries)


def _children(nodes, parent):
    found = [path for path in nodes if path and path[:-1] == parent]
    return sorted(found, key=lambda path: (len(path[-1]), path[-1].upper()))
