"""How large and on how many lines the head of a document stands."""

import math

from reports.rendering import words

LINE_WIDTH = 442.2  # points: the 156 mm of the type area
TITLE_SIZE = 22.0  # 2号
# One character less than fits: a title that touches both edges looks like text.
TITLE_CHARACTERS = int(LINE_WIDTH / TITLE_SIZE) - 1
LARGEST_MARK = 60.0
MARK_NARROWING = 0.75  # as in assets/reply.css


def lines(title: str) -> list[str]:
    """The title in lines of nearly equal length, the first the longest.

    A line break in `title` is kept: who writes it knows where the meaning divides.
    """
    return [line for part in title.split("\n") if part.strip() for line in _balanced(part.strip())]


def _balanced(text: str) -> list[str]:
    count = math.ceil(len(text) / TITLE_CHARACTERS)
    if count <= 1:
        return [text]
    length = math.ceil(len(text) / count)
    cut = length
    while cut < min(len(text), TITLE_CHARACTERS) and text[cut] in words.pattern("never_opens_a_line"):
        cut += 1
    return [text[:cut], *_balanced(text[cut:])] if cut < len(text) else [text]


def mark_size(mark: str) -> float:
    """The size in points at which `mark`, narrowed, fills one line; no larger than looks dignified."""
    return min(LARGEST_MARK, LINE_WIDTH / MARK_NARROWING / max(len(mark), 1))
