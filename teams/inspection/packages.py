"""Documents that are zip archives: docx and xlsx (OPC), ofd (GB/T 33190)."""

from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from teams.inspection.archives import Archive, opened
from teams.inspection.kinds import Kind
from teams.inspection.limits import MIB
from teams.inspection.refusals import Reason, Refused

_CONTENT_TYPES: Final = "[Content_Types].xml"
# A list longer than this is cut off in the middle and so refused as broken XML.
_MOST_CONTENT_TYPES: Final = MIB
# The words of a content type that announce macros, in Word, Excel and their templates alike.
_MACRO_TYPES: Final = ("macroenabled", "vbaproject", "macrosheet")
# Only the beginning of the main part is parsed: enough to see that it is what it says.
_ROOT_WINDOW: Final = 64 * 1024


@dataclass(frozen=True)
class _Main:
    """Where a format keeps its main part, and what stands at the top of it."""

    part: str
    root: str
    content_type: str = ""


_MAIN_PARTS: Final = {
    "docx": _Main("word/document.xml", "document", "wordprocessingml.document.main+xml"),
    "xlsx": _Main("xl/workbook.xml", "workbook", "spreadsheetml.sheet.main+xml"),
    "ofd": _Main("OFD.xml", "OFD"),
}


def check_package(data: bytes, kind: Kind) -> None:
    """Refuse an archive that is not a whole, macro-free document of ``kind``."""
    archive = opened(data)
    main = _MAIN_PARTS[kind.extension]
    part = main.part
    if main.content_type:
        types = _content_types(archive, kind)
        if _announces_macros(archive, types):
            raise Refused(Reason.MACROS)
        # Word on the web calls its main part document2.xml: the content types say which it is.
        part = next((name for name, held in types if name and held.endswith(main.content_type)), main.part)
    if part not in archive.members:
        raise _not_a(kind, archive)
    if _root(archive.beginning(part, _ROOT_WINDOW)) != main.root:
        raise Refused(Reason.MISMATCH, extension=kind.extension)


def _not_a(kind: Kind, archive: Archive) -> Refused:
    for extension, main in _MAIN_PARTS.items():
        if main.part in archive.members:
            return Refused(Reason.DISGUISED, extension=kind.extension, found=f".{extension}")
    return Refused(Reason.MISMATCH, extension=kind.extension)


def _content_types(archive: Archive, kind: Kind) -> list[tuple[str, str]]:
    """Pairs of part name (empty for a default by extension) and content type."""
    if _CONTENT_TYPES not in archive.members:
        raise _not_a(kind, archive)
    found: list[tuple[str, str]] = []

    def note(tag: str, attributes: dict[str, str]) -> None:
        if "ContentType" in attributes:
            found.append((attributes.get("PartName", "").lstrip("/"), attributes["ContentType"]))

    parser = _parser()
    parser.StartElementHandler = note
    try:
        parser.Parse(archive.beginning(_CONTENT_TYPES, _MOST_CONTENT_TYPES), True)
    except expat.ExpatError as error:
        raise Refused(Reason.DAMAGED) from error
    return found


def _announces_macros(archive: Archive, types: list[tuple[str, str]]) -> bool:
    if any(word in held.lower() for _, held in types for word in _MACRO_TYPES):
        return True
    names = [name.lower() for name in archive.members]
    return any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names)


def _root(beginning: bytes) -> str:
    """The local name of the first element; empty when there is none or the XML is broken."""
    tags: list[str] = []

    def note(tag: str, attributes: dict[str, str]) -> None:
        tags.append(tag.rpartition(" ")[2])

    parser = _parser()
    parser.StartElementHandler = note
    try:
        parser.Parse(beginning, False)
    except expat.ExpatError as error:
        raise Refused(Reason.DAMAGED) from error
    return tags[0] if tags else ""


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")

    def refuse(*declaration: object) -> None:
        # No office program writes one; entities are what XML attacks are made of.
        raise Refused(Reason.DAMAGED)

    parser.StartDoctypeDeclHandler = refuse
    return parser
