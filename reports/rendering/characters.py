"""Which characters of a text reach the paper."""

import unicodedata
from dataclasses import dataclass

# The compositor's mark for a sort that is not in the case: the reader sees that something stood here.
GETA = "\N{GETA MARK}"
_KEPT_CONTROLS = "\n\t"
_DROPPED = {"Cc", "Cf"}  # controls, and formats such as the bidirectional ones that can reverse what is read
_UNPRINTABLE = {"Cs", "Co", "Cn"}  # surrogates, private use, unassigned


@dataclass(frozen=True)
class PrintableText:
    """A text cleared for setting, and what that took."""

    text: str
    needs_fallback: bool
    replaced: tuple[str, ...]
    """Code points ("U+20BB7") for which no face has a glyph; the text shows the geta mark instead."""


def printable(text: str, *, own: frozenset[int], fallback: frozenset[int]) -> PrintableText:
    """Drops invisible characters and replaces those that no face can print.

    `own` is what all our faces cover, `fallback` what the fallback face adds. Only characters outside ASCII
    can be replaced, so this may be asked of a whole page of HTML.
    """
    translation: dict[int, str | None] = {}
    replaced: list[str] = []
    needs_fallback = False
    for character in sorted(set(text)):
        code = ord(character)
        category = unicodedata.category(character)
        if character in _KEPT_CONTROLS or code in own:
            continue
        if category in _DROPPED:
            translation[code] = None
        elif category not in _UNPRINTABLE and code in fallback:
            needs_fallback = True
        else:
            translation[code] = GETA
            replaced.append(f"U+{code:04X}")
    return PrintableText(text.translate(translation), needs_fallback, tuple(replaced))
