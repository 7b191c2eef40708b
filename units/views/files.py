"""Files of a case on their way to a browser; the getter asks who may have them."""

from uuid import UUID

from django.http import FileResponse, Http404
from django.views.decorators.http import require_GET

from teams.inspection.kinds import PHOTO_FILES
from teams.views.downloads import send
from teams.views.signed_in import SignedInRequest
from units.access import get_case_file


@require_GET
def case_file(request: SignedInRequest, case_id: int, file_uuid: UUID) -> FileResponse:
    """The file as it was handed in, to be saved."""
    return send(get_case_file(request.user, case_id, file_uuid).file)


@require_GET
def case_photo(request: SignedInRequest, case_id: int, file_uuid: UUID) -> FileResponse:
    """A photo, to be looked at: those alone were written anew on arrival, so that nothing else hides in them."""
    stored = get_case_file(request.user, case_id, file_uuid).file
    if stored.extension not in PHOTO_FILES:
        raise Http404
    return send(stored, inline=True)
