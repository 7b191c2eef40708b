"""Who a person is for a case."""

from django.db.models import Exists, OuterRef, Subquery

from teams.enums import OFFICE_ROLES, Role
from teams.models import Membership, User
from teams.selectors.mandates import places_of
from units.enums import UnitRole
from units.models import Assignment, Case, UnitMembership
from units.selectors.mandates import unit_places_of
from units.standing import CaseStanding

_HOLDER = "membership__user"


def standing_of(user: User, case: Case) -> CaseStanding:
    """Live roles of `user` for `case`, and in whose place by delegation: two queries, whatever the size of the data."""
    unit_posts = dict(
        UnitMembership.live.filter(unit=case.unit_id, user=user)
        .annotate(
            in_place_of=Subquery(unit_places_of(user).filter(membership__unit=OuterRef("unit")).values(_HOLDER)[:1])
        )
        .values_list("role", "in_place_of")
    )
    posts = (
        Membership.live.filter(user=user)
        .annotate(
            supervises=Exists(Assignment.live.filter(case=case, team=OuterRef("team"))),
            in_place_of=Subquery(places_of(user).filter(membership__team=OuterRef("team")).values(_HOLDER)[:1]),
        )
        .values_list("role", "supervises", "team__campaign", "in_place_of")
    )
    team_role, office_role = None, None
    holder = next((place for place in unit_posts.values() if place), None)
    for role, supervises, campaign_id, place in posts:
        if supervises:
            team_role, holder = Role(role), place or holder
        if role in OFFICE_ROLES and campaign_id == case.batch.campaign_id:
            office_role, holder = Role(role), place or holder
    return CaseStanding(
        user=user,
        is_secretary=UnitRole.SECRETARY in unit_posts or any(unit_posts.values()),
        is_liaison=UnitRole.LIAISON in unit_posts,
        is_deputy_secretary=UnitRole.DEPUTY_SECRETARY in unit_posts,
        team_role=team_role,
        office_role=office_role,
        in_place_of=holder,
    )


def people_of_unit(case: Case) -> list[User]:
    """Everyone who acts for the unit now."""
    return list(User.objects.filter(unit_memberships__in=UnitMembership.live.filter(unit=case.unit_id)).distinct())


def people_of_team(case: Case) -> list[User]:
    """Everyone in the team that supervises the case now."""
    teams = Assignment.live.filter(case=case).values("team")
    return list(User.objects.filter(memberships__team__in=teams, memberships__ended_at=None).distinct())


def people_of_office(case: Case) -> list[User]:
    """Everyone in the office of the case's campaign."""
    return list(
        User.objects.filter(
            memberships__ended_at=None,
            memberships__team__kind="OFFICE",
            memberships__team__campaign=case.batch.campaign_id,
        ).distinct()
    )
