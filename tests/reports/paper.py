"""A ruler for documents: where characters and ink of a PDF are, in millimetres from the top left corner."""

import io
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

import pdfplumber
import pypdfium2

POINTS_PER_MM = 72 / 25.4
INK_DPI = 300

# GB/T 9704-2012, in millimetres.
TYPE_AREA_TOP = 37
TYPE_AREA_BOTTOM = 262
RIGHT_PAGE = (28.0, 184.0)
LEFT_PAGE = (26.0, 182.0)


@dataclass(frozen=True)
class Line:
    """One line of text: its baseline, where its first character begins and its last one ends."""

    baseline: float
    left: float
    right: float
    text: str
    fonts: frozenset[str]


def mm(points):
    return float(points) / POINTS_PER_MM


def pages(pdf):
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [page.chars for page in document.pages]


def plain_pages(pdf):
    """The text of each page, without places or line breaks: quick, for long documents."""
    document = pypdfium2.PdfDocument(pdf)
    return ["".join(page.get_textpage().get_text_bounded().split()) for page in document]


def steps(rows):
    """The distances from baseline to baseline."""
    return [round(after.baseline - before.baseline, 2) for before, after in pairwise(rows)]


def lines(chars, page_height=297.0):
    """The characters of a page, joined to lines by their baselines, from the top."""
    by_baseline = {}
    for char in chars:
        by_baseline.setdefault(round(char["matrix"][5], 1), []).append(char)
    found = []
    for _, members in sorted(by_baseline.items(), reverse=True):
        members.sort(key=lambda char: char["x0"])
        found.append(
            Line(
                baseline=page_height - mm(members[0]["matrix"][5]),
                left=mm(members[0]["x0"]),
                right=mm(members[-1]["x1"]),
                text="".join(char["text"] for char in members),
                fonts=frozenset(font(char) for char in members),
            )
        )
    return found


def body_lines(chars):
    """The lines of running text: 3号, in 仿宋 alone, as tables and headings are not."""
    return [
        line
        for line in lines([char for char in chars if abs(char["size"] - 15.75) < 0.01])
        if line.fonts == {"gw-FangSong"}
    ]


def font(char):
    """The name of a character's font without the subset's tag."""
    return char["fontname"].partition("+")[2]


def text(pdf):
    """The whole text in reading order of the lines, without line breaks."""
    return "".join(line.text for chars in pages(pdf) for line in lines(chars))


def embedded_fonts(document):
    """Names of the fonts of a pikepdf document; fails on one that is not embedded as a subset."""
    names = Counter()
    for page in document.pages:
        for entry in page.Resources.Font.values():
            descriptor = entry.DescendantFonts[0].FontDescriptor
            assert "/FontFile3" in descriptor or "/FontFile2" in descriptor, entry.BaseFont
            assert "/ToUnicode" in entry, entry.BaseFont
            tag, _, name = str(entry.BaseFont).removeprefix("/").partition("+")
            assert len(tag) == 6, f"{entry.BaseFont} is no subset"
            names[name] += 1
    return set(names)


def ink(pdf, page_number, box, is_ink):
    """The box (left, top, right, bottom) around what `is_ink` inside `box`, or None."""
    scale = INK_DPI / 25.4
    page = pypdfium2.PdfDocument(pdf)[page_number - 1]
    image = page.render(scale=INK_DPI / 72).to_pil().convert("RGB").crop([round(edge * scale) for edge in box])
    pixels = image.load()
    hits = [(x, y) for x in range(image.width) for y in range(image.height) if is_ink(pixels[x, y])]
    if not hits:
        return None
    columns, rows = [x for x, _ in hits], [y for _, y in hits]
    return (
        box[0] + min(columns) / scale,
        box[1] + min(rows) / scale,
        box[0] + (max(columns) + 1) / scale,
        box[1] + (max(rows) + 1) / scale,
    )


def black(pixel):
    return sum(pixel) < 300


def red(pixel):
    return pixel[0] - pixel[1] > 80
