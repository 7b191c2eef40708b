"""PDF files with Chinese text, in a font that every reader brings along."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.samples.texts import PARAGRAPHS, TITLE

_A4 = (0, 0, 595, 842)


def pdf(pages=3, lines=(TITLE, *PARAGRAPHS), **saving):
    """``pages`` pages of the same lines, numbered; ``saving`` goes to pikepdf's save."""
    document = pikepdf.new()
    font = document.make_indirect(_font())
    for number in range(1, pages + 1):
        content = document.make_stream(_text((*lines, f"第{number}页")))
        page = Dictionary(
            Type=Name.Page,
            MediaBox=Array(_A4),
            Resources=Dictionary(Font=Dictionary(F1=font)),
            Contents=content,
        )
        document.pages.append(pikepdf.Page(document.make_indirect(page)))
    return written(document, **saving)


def written(document, **saving):
    # The same bytes every time, as far as encryption allows.
    saving.setdefault("deterministic_id", "encryption" not in saving)
    target = io.BytesIO()
    document.save(target, **saving)
    return target.getvalue()


def changed(change, **saving):
    """A good PDF after ``change(document)``."""
    with pikepdf.open(io.BytesIO(pdf())) as document:
        change(document)
        return written(document, **saving)


def _font():
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType0,
        BaseFont=Name("/STSong-Light"),
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"GB1", Supplement=4),
        DW=1000,
    )
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name("/STSong-Light"),
        Encoding=Name("/UniGB-UCS2-H"),
        DescendantFonts=Array([descendant]),
    )


def _text(lines):
    shown = "".join(f"<{line.encode('utf-16-be').hex()}> Tj T*\n" for line in lines)
    return f"BT /F1 12 Tf 24 TL 79 737 Td\n{shown}ET".encode()
