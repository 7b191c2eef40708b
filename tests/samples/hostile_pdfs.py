"""PDFs that do something, hide something, or take the memory of the machine."""

import io
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.samples.pdfs import changed, pdf, written

_SCRIPT = "app.alert('hello')"

# Each keeps the lengths and so the table of offsets.
DAMAGES = {
    "of another type": (b"/Type/ObjStm", b"/Type/ObjXtm"),
    "of an unknown filter": (b"/FlateDecode", b"/FlateDecodX"),
    "beginning elsewhere": (b"/First 10", b"/First 99"),
}


def html_behind_a_pdf_header():
    return b"%PDF-1.7\n<html><body><script>alert(1)</script></body></html>\n%%EOF\n"


def pdf_behind_html():
    return b"<html><script>alert(1)</script></html>\n" + pdf()


def pdf_with_html_behind():
    return pdf() + b"<html>" + b"<p>hello</p>" * 500


def pdf_with_password():
    return pdf(encryption=pikepdf.Encryption(owner="owner", user="user"))


def pdf_locked_against_changes():
    """Opens without a password, and still is encrypted."""
    return pdf(encryption=pikepdf.Encryption(owner="owner", user=""))


def pdf_with_script_on_opening():
    return changed(lambda document: document.Root.update({"/OpenAction": _script()}))


def pdf_with_named_script():
    def change(document):
        document.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), _script()])))

    return changed(change)


def pdf_with_script_on_a_page():
    def change(document):
        document.pages[1].obj.AA = Dictionary(O=_script())

    return changed(change)


def pdf_with_launching_link():
    def change(document):
        action = Dictionary(S=Name.Launch, F=String("calc.exe"))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=action)
        document.pages[0].obj.Annots = Array([link])

    return changed(change)


def pdf_with_hidden_script(**saving):
    """Reached by a link of no known name, and, when saved so, inside an object stream."""

    def change(document):
        document.Root.Hidden = document.make_indirect(Dictionary(Deep=Array([Dictionary(A=_script())])))

    return changed(change, **saving)


def pdf_with_script_in_object_stream():
    return pdf_with_hidden_script(object_stream_mode=pikepdf.ObjectStreamMode.generate)


def pdf_with_attachment():
    def change(document):
        document.attachments["salaries.xls"] = pikepdf.AttachedFileSpec(document, b"content")

    return changed(change)


def pdf_without_pages():
    def change(document):
        del document.pages[:]

    return changed(change)


def pdf_bomb(streams=40, nulls=4_000_000):
    """Some 170 kB whose object streams parse into gigabytes of objects."""
    body = b"%d 0     [" + b"[1 1]" * (nulls // 4) + b"]"
    return _with_object_streams([body % (100 + number) for number in range(streams)])


def pdf_with_giant_object_stream():
    """Some 65 kB of one object stream that inflates to 64 MB."""
    return _with_object_streams([b"100 0     " + b" " * 64 * 1024 * 1024 + b"null"])


def pdf_with_unreadable_object_stream(damage):
    """A script in an object stream that qpdf gives up on, by one of the DAMAGES, and others may not."""
    old, new = DAMAGES[damage]
    readable = _with_object_streams([b"100 0     <</S/JavaScript/JS(app.alert\\(1\\))>>"])
    assert old in readable
    return readable.replace(old, new)


def pdf_with_deep_nesting():
    return _with_object_streams([b"100 0     " + b"[" * 600 + b"]" * 600])


def pdf_with_many_pages(pages):
    """``pages`` entries in the page tree that share one content."""
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page()
    return written(document)


def _script():
    return Dictionary(S=Name.JavaScript, JS=String(_SCRIPT))


def _with_object_streams(bodies):
    """A PDF written by hand: one page, and object 100 + n in the n-th object stream."""
    out = io.BytesIO()
    out.write(b"%PDF-1.5\n")
    rows = {0: (0, 0, 65535)}

    def write(number, content):
        rows[number] = (1, out.tell(), 0)
        out.write(b"%d 0 obj\n%b\nendobj\n" % (number, content))

    write(1, b"<</Type/Catalog/Pages 2 0 R>>")
    write(2, b"<</Type/Pages/Count 1/Kids[3 0 R]>>")
    write(3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>>>")
    for number, body in enumerate(bodies):
        packed = zlib.compress(body, 9)
        head = b"<</Type/ObjStm/N 1/First 10/Filter/FlateDecode/Length %d>>" % len(packed)
        write(4 + number, head + b"\nstream\n" + packed + b"\nendstream")
        rows[100 + number] = (2, 4 + number, 0)
    start = out.tell()
    rows[99] = (1, start, 0)
    size = max(rows) + 1
    table = b"".join(_row(*rows.get(number, (0, 0, 0))) for number in range(size))
    head = b"<</Type/XRef/Size %d/W[1 4 2]/Root 1 0 R/Length %d>>" % (size, len(table))
    out.write(b"99 0 obj\n%b\nstream\n%b\nendstream\nendobj\n" % (head, table))
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def _row(kind, second, third):
    return bytes([kind]) + second.to_bytes(4, "big") + third.to_bytes(2, "big")
