"""The kinds of file that are taken in: what each is called, holds and is served as."""

from dataclasses import dataclass
from enum import Enum
from typing import Final


class Container(Enum):
    """What the first bytes say; the value is what a person would call it."""

    PDF = ".pdf"
    OLE = ".doc / .xls"
    ZIP = ".zip"
    JPEG = ".jpg"
    PNG = ".png"
    WEBP = ".webp"


@dataclass(frozen=True)
class Kind:
    extension: str
    content_type: str
    container: Container


_KINDS: Final = (
    Kind("pdf", "application/pdf", Container.PDF),
    Kind("doc", "application/msword", Container.OLE),
    Kind("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Container.ZIP),
    Kind("wps", "application/wps-office.wps", Container.OLE),
    Kind("ofd", "application/ofd", Container.ZIP),
    Kind("xls", "application/vnd.ms-excel", Container.OLE),
    Kind("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Container.ZIP),
    Kind("jpg", "image/jpeg", Container.JPEG),
    Kind("jpeg", "image/jpeg", Container.JPEG),
    Kind("png", "image/png", Container.PNG),
    Kind("webp", "image/webp", Container.WEBP),
)

# In the order in which they are named to people.
KINDS: Final = {kind.extension: kind for kind in _KINDS}

HEIC_EXTENSIONS: Final = frozenset({"heic", "heif", "hif"})

PLAN_FILES: Final = frozenset({"pdf", "doc", "docx", "wps", "ofd"})
PHOTO_FILES: Final = frozenset({"jpg", "jpeg", "png", "webp"})
RESOLUTION_FILES: Final = frozenset({"pdf", "jpg", "jpeg", "png"})
EVIDENCE_FILES: Final = PLAN_FILES | PHOTO_FILES | {"xls", "xlsx"}
