"""Stored files on their way to a browser; the caller's getter has asked whether the person may have them."""

from django.http import FileResponse

from teams.models import StoredFile


def send(stored: StoredFile, *, inline: bool = False) -> FileResponse:
    """The bytes under the name they came with, to be saved; `inline` only for pictures that we made ourselves."""
    response = FileResponse(
        stored.open(),
        as_attachment=not inline,
        filename=stored.name,
        content_type=stored.content_type,
    )
    # Wherever a browser shows it all the same, it runs nothing, loads nothing and belongs to no site.
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
