"""Who is tied to which unit, and which units a team or an office has a say over (row 90)."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db.models import Q

from teams.enums import TeamKind
from teams.models import Membership, Team
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


def units_decided_on(campaigns: Collection[int], akin_to: Iterable[Unit]) -> list[Unit]:
    """Of the units with a case in these campaigns, those that are one of `akin_to`, or above or below one."""
    kin = Q(pk__in=[])
    for unit in akin_to:
        above = [int(number) for number in unit.path.split("/") if number]
        kin |= Q(path__startswith=unit.path) | Q(pk__in=above)
    return list(Unit.objects.filter(kin, cases__batch__campaign__in=campaigns).distinct())


def team_members(team: Team) -> list[int]:
    """The live members of a team, by account."""
    return list(Membership.live.filter(team=team).values_list("user_id", flat=True))


def office_members(campaign_id: int) -> list[int]:
    """The live members of a campaign's office, by account."""
    office = Membership.live.filter(team__campaign=campaign_id, team__kind=TeamKind.OFFICE)
    return list(office.values_list("user_id", flat=True))


def campaigns_of(unit: Unit) -> set[int]:
    """Campaigns with a case of this unit."""
    return set(Case.objects.filter(unit=unit).values_list("batch__campaign_id", flat=True))
