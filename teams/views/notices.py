"""The person's notices."""

from django.core.exceptions import BadRequest
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from teams.selectors.notices import as_notice, notices_to, unread_count
from teams.services.notices import mark_read
from teams.views.signed_in import SignedInRequest

PER_PAGE = 30


@require_GET
def notices(request: SignedInRequest) -> HttpResponse:
    """All of one's notices, newest first."""
    page_obj = Paginator(notices_to(request.user), PER_PAGE).get_page(request.GET.get("page"))
    rows = [as_notice(row) for row in page_obj]
    newest = rows[0].id if rows else 0
    return render(
        request,
        "teams/notices.html",
        {"notices": rows, "page_obj": page_obj, "unread": unread_count(request.user), "newest": newest},
    )


@require_POST
def notices_read(request: SignedInRequest) -> HttpResponse:
    """Mark as read what the page showed, and what is older."""
    try:
        up_to = int(request.POST.get("up_to", ""))
    except ValueError as error:
        raise BadRequest from error
    mark_read(up_to=up_to, acting_user=request.user)
    return redirect("notices")
