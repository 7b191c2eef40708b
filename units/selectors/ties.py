"""Who is tied to which unit, and which units a team or an office has a say over (row 90)."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Q

from teams.models import Team
from units.models import Assignment, Case, HomeUnit, Unit, UnitMembership
from units.rules.recusal import Tie


def ties_of(users: Collection[int]) -> list[Tie]:
    """The home units of these people and the units for which they act now."""
    homes = HomeUnit.objects.filter(user__in=users).select_related("user", "unit")
    posts = UnitMembership.live.filter(user__in=users).select_related("user", "unit")
    return [Tie(home.user.name, home.unit, acts_for_it=False) for home in homes] + [
        Tie(post.user.name, post.unit, acts_for_it=True) for post in posts
    ]


def units_supervised_by(teams: Collection[int]) -> list[Unit]:
    """The units of the cases that these teams supervise now."""
    live = Assignment.live.filter(team__in=teams)
    return list(Unit.objects.filter(cases__in=live.values("case")).distinct())


def members_of(team: Team) -> list[int]:
    """The live members of a team, by account."""
    return list(team.memberships.filter(ended_at=None).values_list("user_id", flat=True))


def kin_of(unit: Unit) -> Q:
    """Units that are this one, above it or below it: `Unit.is_kin_of` as a query."""
    above = [int(number) for number in unit.path.split("/") if number]
    return Q(path__startswith=unit.path) | Q(pk__in=above)


def campaigns_over(unit: Unit) -> set[int]:
    """Campaigns with a case of this unit, of one above it or of one below it."""
    kin = Unit.objects.filter(kin_of(unit))
    return set(Case.objects.filter(unit__in=kin).values_list("batch__campaign_id", flat=True))
