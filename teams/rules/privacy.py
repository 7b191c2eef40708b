"""Texts are about units and practices: no telephone number and no identity number of a person stands in them."""

import re
import unicodedata

# Digits may be grouped by spaces or hyphens, as people write them down.
_GAP = r"[ \-]?"
_MOBILE = rf"(?:\+?86{_GAP})?1[3-9]\d{_GAP}\d{{4}}{_GAP}\d{{4}}"
_LANDLINE = r"0\d{2,3}[ \-]\d{7,8}"
_IDENTITY = rf"\d{{6}}{_GAP}(?:\d{{4}}{_GAP}\d{{4}}{_GAP}\d{{3}}[\dXx]|\d{{9}})"
_PERSONAL = re.compile(rf"(?<!\d)(?:{_MOBILE}|{_LANDLINE}|{_IDENTITY})(?!\d)")


def names_a_number(text: str) -> bool:
    """Whether a text holds what looks like a telephone or identity number, in full-width digits too."""
    return _PERSONAL.search(unicodedata.normalize("NFKC", text)) is not None
