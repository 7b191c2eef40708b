"""Guessing is slow: after five failures the pair of account and address waits a quarter of an hour.

Logging in is guarded by axes' own backend. What else asks for a secret is counted here in the same table, each under
a name of its own: whoever is locked out after a forgotten password can still use the code that mends it.
"""

from __future__ import annotations

from enum import StrEnum
from ipaddress import ip_address

from axes.handlers.proxy import AxesProxyHandler
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


class Secret(StrEnum):
    """What can be guessed, besides the password at login."""

    CODE = "code"
    PRESENT_PASSWORD = "present_password"


def client_address(request: HttpRequest) -> str:
    """The address that the outermost trusted proxy saw; what a client itself writes further left is not believed."""
    direct: str = request.META.get("REMOTE_ADDR", "")
    if not settings.PROXY_COUNT:
        return direct
    hops = [hop.strip() for hop in request.headers.get("X-Forwarded-For", "").split(",")]
    if len(hops) < settings.PROXY_COUNT:
        return direct
    try:
        return str(ip_address(hops[-settings.PROXY_COUNT]))
    except ValueError:
        return direct


def is_locked(request: HttpRequest, secret: Secret, username: str) -> bool:
    """Whether this account and address must wait."""
    return not AxesProxyHandler.is_allowed(request, _guesser(secret, username))


def failed(request: HttpRequest, secret: Secret, username: str) -> None:
    """Count a wrong guess; axes' middleware answers the last one with the page that says to wait."""
    AxesProxyHandler.user_login_failed(sender=__name__, credentials=_guesser(secret, username), request=request)


def succeeded(request: HttpRequest, secret: Secret, username: str) -> None:
    """Forget the wrong guesses of this account from this address."""
    AxesProxyHandler.reset_attempts(
        username=_guesser(secret, username)["username"], ip_address=client_address(request) or None
    )


def locked_out(request: HttpRequest) -> HttpResponse:
    """The page that says to wait."""
    return render(request, settings.AXES_LOCKOUT_TEMPLATE, status=settings.AXES_HTTP_RESPONSE_CODE)


def _guesser(secret: Secret, username: str) -> dict[str, str]:
    return {"username": f"{secret}:{username}"}
