"""Accounts of those who act for units, for the office that looks after them."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q, QuerySet

from teams.models import User
from teams.registry import AccountSource
from units.models import UnitMembership


def _of_campaigns(campaigns: Collection[int], words: str) -> QuerySet[User]:
    live = UnitMembership.live.filter(unit__cases__batch__campaign__in=campaigns)
    if words:
        live = live.filter(
            Q(unit__code__iexact=words) | Q(unit__name_zh__icontains=words) | Q(unit__name_en__icontains=words)
        )
    return User.objects.filter(pk__in=live.values("user"))


def _posts_of(users: Collection[int]) -> dict[int, list[str]]:
    posts: dict[int, list[str]] = {}
    for membership in UnitMembership.live.filter(user__in=users).select_related("unit").order_by("pk"):
        posts.setdefault(membership.user_id, []).append(f"{membership.unit} · {membership.get_role_display()}")
    return posts


SOURCE = AccountSource(_of_campaigns, _posts_of)
