"""The pages of a PDF as pictures, for pages that show a document beside its decision."""

import io

import pypdfium2
from PIL import Image

DOTS_PER_INCH = 110
_POINTS_PER_INCH = 72
# Text on white needs few shades: a palette makes the file a quarter of the full-colour one, and sooner.
_COLOURS = 32


def page_pictures(pdf: bytes) -> list[bytes]:
    """One PNG for each page of `pdf`, in order."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_png(page) for page in document]
    finally:
        document.close()


def _png(page: pypdfium2.PdfPage) -> bytes:
    image = page.render(scale=DOTS_PER_INCH / _POINTS_PER_INCH).to_pil()
    page.close()
    stream = io.BytesIO()
    image.convert("RGB").quantize(_COLOURS, method=Image.Quantize.FASTOCTREE).save(stream, format="PNG")
    return stream.getvalue()
