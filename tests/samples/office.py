"""Word and Excel files of today, and the means to change their parts."""

import io
import zipfile

from docx import Document
from openpyxl import Workbook

from tests.samples.texts import PARAGRAPHS, STUDY_ROWS, TITLE


def docx(title=TITLE, paragraphs=PARAGRAPHS):
    document = Document()
    document.add_heading(title, level=0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def xlsx(rows=STUDY_ROWS):
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def repacked(archive, *, add=(), without=(), replace=None, packing=zipfile.ZIP_DEFLATED):
    """The same zip with members left out, replaced (name to bytes) or added ((name or ZipInfo, bytes))."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(target, "w", packing) as new,
    ):
        for info in old.infolist():
            if info.filename not in without:
                new.writestr(info.filename, (replace or {}).get(info.filename, old.read(info)))
        for member, content in add:
            new.writestr(member, content)
    return target.getvalue()
