"""Files to upload, built when a test asks for them: good ones of every kind, and hostile ones.

Every builder returns the bytes; ``uploaded`` wraps them as a browser would send them. The good
builders stand in the modules of their formats, the hostile ones in ``hostile_*``.
"""

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.samples.compound import doc, wps, xls
from tests.samples.ofd import ofd
from tests.samples.office import docx, xlsx
from tests.samples.pdfs import pdf
from tests.samples.photos import jpeg, png, webp

GOOD = {
    "pdf": pdf,
    "doc": doc,
    "docx": docx,
    "wps": wps,
    "ofd": ofd,
    "jpg": jpeg,
    "jpeg": jpeg,
    "png": png,
    "webp": webp,
    "xls": xls,
    "xlsx": xlsx,
}

__all__ = [
    "GOOD",
    "doc",
    "docx",
    "jpeg",
    "ofd",
    "pdf",
    "png",
    "uploaded",
    "webp",
    "wps",
    "xls",
    "xlsx",
]


def uploaded(name, content=None):
    """An upload called ``name``; without content, a good file of the kind that the name says."""
    if content is None:
        content = GOOD[name.rpartition(".")[2].lower()]()
    return SimpleUploadedFile(name, content)
