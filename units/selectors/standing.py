"""Who a person is for a case."""

from django.db.models import Exists, OuterRef

from teams.enums import OFFICE_ROLES, Role
from teams.models import Membership, User
from units.enums import UnitRole
from units.models import Assignment, Case, UnitMembership
from units.standing import CaseStanding


def standing_of(user: User, case: Case) -> CaseStanding:
    """Live roles of `user` for `case`: two queries, whatever the size of the data."""
    unit_roles = set(UnitMembership.live.filter(unit=case.unit_id, user=user).values_list("role", flat=True))
    posts = (
        Membership.live.filter(user=user)
        .annotate(supervises=Exists(Assignment.live.filter(case=case, team=OuterRef("team"))))
        .values_list("role", "supervises", "team__campaign")
    )
    team_role, office_role = None, None
    for role, supervises, campaign_id in posts:
        if supervises:
            team_role = Role(role)
        if role in OFFICE_ROLES and campaign_id == case.batch.campaign_id:
            office_role = Role(role)
    return CaseStanding(
        user=user,
        is_secretary=UnitRole.SECRETARY in unit_roles,
        is_liaison=UnitRole.LIAISON in unit_roles,
        team_role=team_role,
        office_role=office_role,
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
