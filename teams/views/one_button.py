"""Acts without a form of their own: a refusal comes back to the page with the button, which says why."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import resolve, reverse

from teams.exceptions import Refusal, reasons_of
from teams.views.signed_in import SignedInRequest

View = Callable[..., HttpResponse]


def comes_back_to(name: str, *keys: str) -> Callable[[View], View]:
    """A refused post is answered with the page `name` as it is now, the reasons at its top and the refusal's status.

    `keys` are those of the act's arguments that the page takes. Who may not see the page either reads the reasons on
    the page of refusals.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def wrapped(request: SignedInRequest, **kwargs: Any) -> HttpResponse:
            try:
                return view(request, **kwargs)
            except Refusal as refusal:
                return _page(request, reverse(name, kwargs={key: kwargs[key] for key in keys}), refusal)

        return wrapped

    return decorate


def _page(request: SignedInRequest, address: str, refusal: Refusal) -> HttpResponse:
    """The page at `address`, as if it had been opened."""
    found: Any = resolve(address)
    request.method, request.path, request.resolver_match = "GET", address, found
    request.refused = reasons_of(refusal)  # type: ignore[attr-defined]  # read by base.html
    try:
        response: HttpResponse = found.func(request, *found.args, **found.kwargs)
    except (Http404, Refusal):
        raise refusal from None
    response.status_code = refusal.status
    return response
