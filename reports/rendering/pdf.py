"""Sets a snapshot as a PDF after GB/T 9704-2012, with pictures of its pages."""

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import weasyprint
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from weasyprint.text.ffi import pango
from weasyprint.text.fonts import FontConfiguration

from reports.rendering import fonts, pictures
from reports.rendering.characters import printable
from reports.rendering.fetcher import ASSETS_DIR, fetcher_for

logger = logging.getLogger(__name__)

# Archival: everything embedded, every glyph with its Unicode value.
PDF_VARIANT = "pdf/a-3u"


class UnknownKind(LookupError):
    """No layout is known for this kind of document."""


@dataclass(frozen=True)
class Layout:
    """How one kind of document is set: its template, and its style sheets in the assets folder."""

    template: str
    style_sheets: tuple[str, ...]


LAYOUTS: Mapping[str, Layout] = {
    "TRANSITION_REVIEW": Layout("reports/pdf/transition_review.html", ("page.css", "review.css")),
    "TRANSITION_REPLY": Layout("reports/pdf/transition_reply.html", ("page.css", "reply.css")),
}


@dataclass(frozen=True)
class RenderedDocument:
    """A finished document: the file, its page pictures, and what made it."""

    pdf: bytes = field(repr=False)
    pages: list[bytes] = field(repr=False)
    """PNG pictures of the pages, in order."""
    sha256: str
    """Of `pdf`, in hex."""
    engine: dict[str, Any]
    """Versions of WeasyPrint, Pango and the fonts, fit for JSON."""
    replaced: tuple[str, ...]
    """Code points that no font can print and that are shown as the geta mark."""

    @property
    def page_count(self) -> int:
        return len(self.pages)


def render(kind: str, snapshot: Mapping[str, Any]) -> RenderedDocument:
    """The document of `kind` that `snapshot` describes; the shapes are in docs/documents.md.

    The same snapshot, fonts and versions give the same bytes. Raises UnknownKind for a kind without a layout
    and MissingFonts where `make fonts` has not run.
    """
    if kind not in LAYOUTS:
        raise UnknownKind(_("No document can be printed of the kind %(kind)s.") % {"kind": kind})
    layout = LAYOUTS[kind]
    pdf, replaced = set_html(to_html(layout, snapshot), layout.style_sheets)
    return RenderedDocument(
        pdf=pdf,
        pages=pictures.page_pictures(pdf),
        sha256=hashlib.sha256(pdf).hexdigest(),
        engine=engine(),
        replaced=replaced,
    )


def to_html(layout: Layout, snapshot: Mapping[str, Any]) -> str:
    """The snapshot in its template: every text escaped, whatever the language of the person who asked."""
    with translation.override("zh-hans"):
        return render_to_string(layout.template, {"doc": snapshot})


def set_html(html: str, style_sheets: tuple[str, ...]) -> tuple[bytes, tuple[str, ...]]:
    """The PDF of `html` in our fonts and `style_sheets`, and the code points that could not be printed."""
    folder = Path(settings.FONTS_DIR)
    fonts.require_faces(folder)
    text = printable(
        html,
        own=fonts.common_coverage(folder),
        fallback=fonts.coverage(folder / fonts.FALLBACK.file_name),
    )
    if text.replaced:
        logger.warning("No font can print %s; the geta mark stands for them", ", ".join(text.replaced))
    faces = fonts.ALL_FACES if text.needs_fallback else fonts.FACES
    fetcher = fetcher_for(folder)
    configuration = FontConfiguration()
    sheets = [fonts.face_rules(folder, faces)]
    sheets += [(ASSETS_DIR / name).read_text(encoding="utf-8") for name in style_sheets]
    pdf = weasyprint.HTML(string=text.text, url_fetcher=fetcher).write_pdf(
        stylesheets=[weasyprint.CSS(string=sheet, url_fetcher=fetcher, font_config=configuration) for sheet in sheets],
        font_config=configuration,
        pdf_variant=PDF_VARIANT,
    )
    return pdf, text.replaced


def engine() -> dict[str, Any]:
    """What sets a document here and now: kept with it, for the day when its looks are questioned."""
    folder = Path(settings.FONTS_DIR)
    return {
        "weasyprint": weasyprint.__version__,
        "pango": pango_version(),
        "pdf_variant": PDF_VARIANT,
        "fonts": [fonts.version(folder / face.file_name) for face in fonts.ALL_FACES],
    }


def pango_version() -> str:
    """Pango reports 15012 for 1.50.12."""
    number = pango.pango_version()
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"
