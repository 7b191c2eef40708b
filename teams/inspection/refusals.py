"""Why an upload is refused, in words that tell its owner what to do."""

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class Reason(StrEnum):
    """The closed list of grounds; the value is the code that forms and tests name."""

    EMPTY = "empty"
    TOO_LARGE = "too-large"
    EXTENSION = "extension"
    NO_EXTENSION = "no-extension"
    HEIC = "heic"
    MISMATCH = "mismatch"
    DISGUISED = "disguised"
    PREFIXED = "prefixed"
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    MACROS = "macros"
    ACTIVE_CONTENT = "active-content"
    TOO_MANY_MEMBERS = "too-many-members"
    EXPANDS = "expands"
    UNSAFE_MEMBER = "unsafe-member"
    TOO_MANY_PAGES = "too-many-pages"
    TOO_MANY_PIXELS = "too-many-pixels"
    ANIMATED = "animated"
    TOO_COMPLEX = "too-complex"


MESSAGES: Final = {
    Reason.EMPTY: _("The file is empty. Check that it was saved, then choose it again."),
    Reason.TOO_LARGE: _("The file is larger than {limit} MB. Make it smaller or split it, then upload it again."),
    Reason.EXTENSION: _("Files ending in .{extension} are not accepted here. Accepted: {accepted}."),
    Reason.NO_EXTENSION: _("The file name has no ending that says what it is. Accepted: {accepted}."),
    Reason.HEIC: _(
        "HEIC photos are not accepted yet. Save the photo as JPEG, "
        "or set the phone's camera to its most compatible format."
    ),
    Reason.MISMATCH: _(
        "The name ends in .{extension}, but the content is not that of such a file. "
        "Open it in the program that made it and save it as .{extension}."
    ),
    Reason.DISGUISED: _(
        "The name ends in .{extension}, but the content looks like {found}. "
        "Open it in the program that made it and save it as .{extension}."
    ),
    Reason.PREFIXED: _("Something foreign stands before the beginning of the file. Save it again and upload that."),
    Reason.DAMAGED: _("The file is damaged or incomplete. Open it, save it again and upload that."),
    Reason.ENCRYPTED: _("The file is protected by a password. Save it without a password and upload that."),
    Reason.MACROS: _("The file contains macros. Save it without macros, or as PDF, and upload that."),
    Reason.ACTIVE_CONTENT: _(
        "The PDF contains scripts, commands or attached files. Print it to a new PDF and upload that; "
        "upload attached files one by one."
    ),
    Reason.TOO_MANY_MEMBERS: _("The file consists of more than {limit} parts. Split it and upload the pieces."),
    Reason.EXPANDS: _("The file unpacks to far more than its size. Save it again, or as PDF, and upload that."),
    Reason.UNSAFE_MEMBER: _("The file holds parts with forbidden paths or links. Save it again and upload that."),
    Reason.TOO_MANY_PAGES: _("The file has more than {limit} pages. Split it and upload the pieces."),
    Reason.TOO_MANY_PIXELS: _("The picture has more than {limit} megapixels. Save it smaller and upload that."),
    Reason.ANIMATED: _("The picture is animated. Save the frame that matters as a still picture and upload that."),
    Reason.TOO_COMPLEX: _(
        "The file could not be checked within the limits of time and memory. "
        "Save it again, or split it, and upload that."
    ),
}


class Refused(Exception):
    """An upload that is not taken in.

    ``code`` is stable and for programs; ``message`` is lazy, in the reader's language, and names
    the reason and the remedy, so that a form can show it at the field as it is.
    """

    def __init__(self, reason: Reason, **params: str | int) -> None:
        super().__init__(reason.value)
        self.reason = reason
        self.params = params

    @property
    def code(self) -> str:
        return self.reason.value

    @property
    def message(self) -> "StrPromise":
        return format_lazy(MESSAGES[self.reason], **self.params)
