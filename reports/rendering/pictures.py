"""The pages of a PDF as pictures, for pages that show a document beside its decision."""

import io
from functools import lru_cache

import pypdfium2
from PIL import Image

DOTS_PER_INCH = 110
_POINTS_PER_INCH = 72
# Documents know paper, ink and the red of a red head; with the steps between them alone, a picture is a third
# of the size of a full-colour one.
_PAPER, _INK, _RED = (255, 255, 255), (0, 0, 0), (204, 0, 0)
_STEPS = 16


def page_pictures(pdf: bytes) -> list[bytes]:
    """One PNG for each page of `pdf`, in order."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [_png(page) for page in document]
    finally:
        document.close()


def _png(page: pypdfium2.PdfPage) -> bytes:
    image = page.render(scale=DOTS_PER_INCH / _POINTS_PER_INCH).to_pil().convert("RGB")
    page.close()
    stream = io.BytesIO()
    image.quantize(palette=_palette(), dither=Image.Dither.NONE).save(stream, format="PNG")
    return stream.getvalue()


@lru_cache(maxsize=1)
def _palette() -> Image.Image:
    """Paper to ink and paper to red, in equal steps."""
    shades = [
        paper + (colour - paper) * step // (_STEPS - 1)
        for target in (_INK, _RED)
        for step in range(_STEPS)
        for paper, colour in zip(_PAPER, target, strict=True)
    ]
    image = Image.new("P", (1, 1))
    image.putpalette(shades)
    return image
