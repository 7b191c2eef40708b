"""PDF files: whole, readable without a password, of bearable length, and passive."""

import io
from typing import Final

import pikepdf

from teams.inspection import limits
from teams.inspection.refusals import Reason, Refused

# qpdf's limits hold for the process, which is why only the probe and tests import this module.
pikepdf.settings.set_qpdf_limits(
    flate_max_memory=limits.PDF_MAX_STRUCTURE,
    png_max_memory=limits.PDF_MAX_STRUCTURE,
    tiff_max_memory=limits.PDF_MAX_STRUCTURE,
    run_length_max_memory=limits.PDF_MAX_STRUCTURE,
    doc_max_warnings=1_000,
)

# A newer qpdf may word these otherwise: the tests build a file for each.
_UNREAD: Final = ("object stream", "unfilterable stream", "decoding stream data", "limits error")
# qpdf catches its own want of memory object by object, and goes on: that is the probe's ceiling, not a damaged file.
_OUT_OF_MEMORY: Final = "bad_alloc"
_PADDING: Final = b"\0\t\n\f\r "
_ACTIVE_KEYS: Final = frozenset({"/JS", "/JavaScript", "/EF", "/EmbeddedFiles", "/RichMediaContent", "/XFA"})
_ACTIVE_ACTIONS: Final = frozenset({"/JavaScript", "/Launch", "/GoToE", "/ImportData", "/RichMediaExecute"})


def check_pdf(data: bytes) -> None:
    """Refuse a PDF that is cut off, locked, too long or active; raises Refused."""
    # qpdf looks for the end near the end; scanners fill their last block up.
    whole = io.BytesIO(data.rstrip(_PADDING))
    try:
        # Not mended: qpdf would take half a document for a whole one, and other readers would mend
        # it differently, so that what was checked is not what they show.
        with pikepdf.open(whole, suppress_warnings=True, attempt_recovery=False) as pdf:
            _check_open(pdf)
    except pikepdf.PasswordError as error:
        raise Refused(Reason.ENCRYPTED) from error
    except (pikepdf.PdfError, pikepdf.DataDecodingError) as error:
        raise Refused(_ground(str(error))) from error


def _check_open(pdf: pikepdf.Pdf) -> None:
    if pdf.is_encrypted:
        raise Refused(Reason.ENCRYPTED)
    pages = len(pdf.pages)
    if pages == 0:
        raise Refused(Reason.DAMAGED)
    if pages > limits.PDF_MAX_PAGES:
        raise Refused(Reason.TOO_MANY_PAGES, limit=limits.PDF_MAX_PAGES)
    # Every object, not only what the catalogue leads to: what is active may hang anywhere.
    if any(_is_active(found) for found in pdf.objects):
        raise Refused(Reason.ACTIVE_CONTENT)
    # qpdf answers null for an object that it could not read, and warns; another reader may run it.
    warnings = [str(warning) for warning in pdf.get_warnings()]
    if any(words in warning for warning in warnings for words in (*_UNREAD, _OUT_OF_MEMORY)):
        raise Refused(_ground(*warnings))


def _ground(*said: str) -> Reason:
    """Why qpdf did not read the file, by what it said."""
    return Reason.TOO_COMPLEX if any(_OUT_OF_MEMORY in words for words in said) else Reason.DAMAGED


def _is_active(top: pikepdf.Object) -> bool:
    waiting = [top]
    while waiting:
        found = waiting.pop()
        if isinstance(found, pikepdf.Array):
            values = list(found)
        elif isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
            if not _ACTIVE_KEYS.isdisjoint(found.keys()) or str(found.get("/S", "")) in _ACTIVE_ACTIONS:
                return True
            values = [value for _, value in found.items()]
        else:
            continue
        waiting += [value for value in values if isinstance(value, pikepdf.Object) and not value.is_indirect]
    return False
