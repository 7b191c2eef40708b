"""The name under which a person knows the file, made safe to store, show and send back."""

import re
import unicodedata
from typing import Final

from teams.inspection.limits import MAX_NAME_LENGTH

# Control characters, invisible formatting (a right-to-left override shows "fdp.exe" as "exe.pdf"),
# lone surrogates (no database takes them), line and paragraph separators.
_UNSAFE_CATEGORIES: Final = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def safe_name(original: str) -> str:
    """The last part of ``original`` without control characters, at most MAX_NAME_LENGTH characters.

    Browsers send whole paths, and a hostile client anything at all. The extension survives the
    shortening; a name of which nothing is left becomes "file".
    """
    printable = "".join(char for char in original if unicodedata.category(char) not in _UNSAFE_CATEGORIES)
    last_part = re.split(r"[/\\]", unicodedata.normalize("NFC", printable))[-1]
    # Leading dots hide a file, trailing ones vanish on Windows.
    name = " ".join(last_part.split()).strip(". ") or "file"
    if len(name) <= MAX_NAME_LENGTH:
        return name
    stem, dot, extension = name.rpartition(".")
    if not dot or len(extension) >= MAX_NAME_LENGTH // 2:
        return name[:MAX_NAME_LENGTH]
    return stem[: MAX_NAME_LENGTH - len(extension) - 1].rstrip(". ") + "." + extension


def extension_of(name: str) -> str:
    """What follows the last dot, in small letters; empty when there is none."""
    stem, dot, extension = name.rpartition(".")
    return extension.lower() if dot and stem else ""
