"""Who a person is for a case."""

from teams import selectors as teams_selectors
from teams.models import User
from units.enums import UnitRole
from units.models import Assignment, Case, UnitMembership
from units.standing import CaseStanding


def standing_of(user: User, case: Case) -> CaseStanding:
    """Live roles of `user` for `case`: at most three queries, whatever the size of the data."""
    unit_roles = set(UnitMembership.live.filter(unit=case.unit_id, user=user).values_list("role", flat=True))
    team_id = Assignment.live.filter(case=case).values_list("team_id", flat=True).first()
    standing = teams_selectors.standing_of(user)
    return CaseStanding(
        user=user,
        is_secretary=UnitRole.SECRETARY in unit_roles,
        is_liaison=UnitRole.LIAISON in unit_roles,
        team_role=standing.role_in(team_id) if team_id else None,
        office_role=standing.office_role_in(case.batch.campaign_id),
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
