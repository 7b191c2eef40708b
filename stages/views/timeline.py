"""The timeline (大事记) of a case: its ledger, as far as this role reads it."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from stages.selectors.subjects import with_subjects
from teams.views.signed_in import SignedInRequest
from units.access import get_case
from units.selectors import standing_of
from units.selectors.timeline import timeline_of

PAGE_SIZE = 30
_LONGEST_KEY = 18  # digits: what the database takes as a number


@require_GET
def timeline(request: SignedInRequest, case_id: int) -> HttpResponse:
    """Newest first; `before` is the key of the last entry of the page before, so that new acts move nothing."""
    case = get_case(request.user, case_id)
    standing = standing_of(request.user, case)
    before = request.GET.get("before", "")
    key = int(before) if before.isdecimal() and len(before) <= _LONGEST_KEY else None
    page = timeline_of(case, standing, size=PAGE_SIZE, before=key)
    context = {
        "case": case,
        "standing": standing,
        "tab": "timeline",
        "entries": with_subjects(page.entries, case, standing),
        "earlier": page.earlier,
        "is_newest": key is None,
    }
    return render(request, "stages/timeline.html", context)
