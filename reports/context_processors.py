"""Feeds the mast of every page: who is here, where to go, and how much waits."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from reports.selectors.mast import Bearings, Waiting, bearings_of, waiting_for
from teams.models import User

Item = dict[str, Any]


def mast(request: HttpRequest) -> dict[str, Any]:
    """Three queries, asked when a page shows the mast; nothing for whom nobody knows, as on the login page."""
    return {"mast": SimpleLazyObject(lambda: _mast(request))}


def waiting_of(request: HttpRequest, user: User) -> Waiting:
    """The counts, asked once per request: the to-do list says the same number as the mast."""
    waiting: Waiting | None = getattr(request, "waiting", None)
    if waiting is None:
        waiting = waiting_for(user)
        request.waiting = waiting  # type: ignore[attr-defined]
    return waiting


def _mast(request: HttpRequest) -> dict[str, Any]:
    user = getattr(request, "user", None)
    if not isinstance(user, User) or not user.is_authenticated:
        return {}
    bearings, waiting = bearings_of(user), waiting_of(request, user)
    here = request.resolver_match.url_name if request.resolver_match else None
    menu = _menu(request, bearings, waiting, here)
    me = _item(_("Me"), reverse("account"), "person", here == "account")
    return {
        "name": bearings.post or user.name,
        "person": user.name,
        "campaign": bearings.campaign,
        "menu": menu,
        "tabs": [*menu[:3], me],
        "notice_count": waiting.notices,
        "notices_url": reverse("notices"),
        "account_url": reverse("account"),
    }


def _menu(request: HttpRequest, bearings: Bearings, waiting: Waiting, here: str | None) -> list[Item]:
    todo = _item(_("To do"), reverse("home"), "inbox", here == "home", waiting.todos)
    notices = _item(_("Notices"), reverse("notices"), "bell", here == "notices", waiting.notices) | {"quiet": True}
    case_id = bearings.own_case
    if case_id is None:
        cases = _item(_("Cases"), reverse("cases"), "folder2-open", here == "cases" or _in_a_case(request))
        office = [_item(_("Accounts"), reverse("accounts"), "person-badge", here == "accounts")]
        return [todo, cases, *(office if bearings.is_clerk else []), notices]
    ours = _item(_("Our case"), reverse("case", args=[case_id]), "folder2-open", _in_a_case(request))
    return [todo, ours, notices]


def _in_a_case(request: HttpRequest) -> bool:
    return bool(request.resolver_match and "case_id" in request.resolver_match.kwargs)


def _item(label: str, url: str, icon: str, current: bool, count: int = 0) -> Item:
    return {"label": label, "url": url, "icon": icon, "count": count, "current": current}
