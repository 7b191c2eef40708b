"""Accounts that an office looks after, and what each person is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set

from django.db.models import Q, QuerySet

from teams import registry
from teams.enums import OFFICE_ROLES, Role, TeamKind
from teams.models import Membership, User
from teams.registry import AccountSource
from teams.standing import Standing


def _of_campaigns(campaigns: Collection[int], words: str) -> QuerySet[User]:
    live = Membership.live.filter(team__campaign__in=campaigns, team__kind=TeamKind.SUPERVISION)
    if words:
        live = live.filter(Q(team__name_zh__icontains=words) | Q(team__name_en__icontains=words))
    return User.objects.filter(pk__in=live.values("user"))


def _posts_of(users: Collection[int]) -> dict[int, list[str]]:
    posts: dict[int, list[str]] = {}
    for membership in Membership.live.filter(user__in=users).select_related("team").order_by("pk"):
        posts.setdefault(membership.user_id, []).append(f"{membership.team} · {membership.get_role_display()}")
    return posts


def _sources() -> list[AccountSource]:
    return [AccountSource(_of_campaigns, _posts_of), *registry.account_sources()]


def looked_after(standing: Standing, words: str = "", *, roles: Set[Role] = OFFICE_ROLES) -> QuerySet[User]:
    """Accounts of units and teams of the campaigns in whose office the person has one of `roles`.

    The office's own accounts are never among them.
    `words` are looked for in the user name, the person's name, and the names of team and unit.
    """
    campaigns = {post.campaign_id for post in standing.posts if post.role in roles}
    everybody = _any_of(campaigns, "")
    office = Membership.live.filter(team__kind=TeamKind.OFFICE).values("user")
    accounts = User.objects.filter(everybody).exclude(pk__in=office).order_by("username")
    if words:
        by_name = Q(username__icontains=words) | Q(name__icontains=words)
        accounts = accounts.filter(by_name | _any_of(campaigns, words))
    return accounts


def _any_of(campaigns: Collection[int], words: str) -> Q:
    found = Q()
    for source in _sources():
        found |= Q(pk__in=source.of_campaigns(campaigns, words).values("pk"))
    return found


def is_looked_after_by_clerk(standing: Standing, user: User) -> bool:
    """Whether the account belongs to a unit or team of a campaign of which the person is a clerk."""
    return looked_after(standing, roles={Role.CLERK}).filter(pk=user.pk).exists()


def posts_of(users: Iterable[User]) -> dict[int, list[str]]:
    """What each of these people is, such as "First team, leader": a fixed number of queries."""
    ids = [user.pk for user in users]
    posts: dict[int, list[str]] = {}
    for source in _sources():
        for user_id, names in source.posts_of(ids).items():
            posts.setdefault(user_id, []).extend(names)
    return posts


def live_directors() -> list[User]:
    """The directors of all offices."""
    return list(User.objects.filter(pk__in=Membership.live.filter(role=Role.DIRECTOR).values("user"), is_active=True))
