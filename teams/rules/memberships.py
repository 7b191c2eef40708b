"""Who appoints whom to what (rows 2 and 90)."""

from django.utils.translation import gettext_lazy as _

from teams.enums import OFFICE_ROLES, SUPERVISION_ROLES, Role, TeamKind
from teams.models import Team
from teams.rulings import Ruling, all_of, unless
from teams.standing import Standing

ROLES_OF = {TeamKind.SUPERVISION: SUPERVISION_ROLES, TeamKind.OFFICE: OFFICE_ROLES}


def may_make_teams(standing: Standing, campaign_id: int) -> Ruling:
    """A team exists by dispatch of the leading group: only its office makes and changes teams (row 2)."""
    return unless(
        standing.office_role_in(campaign_id),
        "office_only",
        _("Teams are dispatched by the leading group: only its office makes or changes them."),
        row=2,
    )


def may_appoint(standing: Standing, team: Team) -> Ruling:
    """The office appoints to supervision teams; to the office itself only its director does."""
    if team.kind == TeamKind.SUPERVISION:
        return may_make_teams(standing, team.campaign_id)
    return unless(
        standing.office_role_in(team.campaign_id) is Role.DIRECTOR,
        "director_only",
        _("Only the director appoints to the office or ends a membership in it."),
    )


def may_be_appointed(target: Standing, team: Team, role: Role) -> Ruling:
    """The role is one of this kind of team, and nobody supervises and sits in the office of one campaign."""
    others = [post for post in target.posts if post.campaign_id == team.campaign_id and post.team_id != team.pk]
    across = SUPERVISION_ROLES if team.kind == TeamKind.OFFICE else OFFICE_ROLES
    return all_of(
        [
            unless(target.user.is_active, "account_closed", _("This account is closed.")),
            unless(role in ROLES_OF[TeamKind(team.kind)], "role_of_other_kind", _("This team has no such role.")),
            unless(
                not any(post.role in across for post in others),
                "supervises_and_decides",
                _("Nobody holds a role in a supervision team and in the office of the same campaign."),
            ),
        ]
    )


def may_end(standing: Standing, team: Team, role: Role, *, other_directors: int) -> Ruling:
    """Who appoints also ends; the office keeps at least one director."""
    return all_of(
        [
            may_appoint(standing, team),
            unless(
                role is not Role.DIRECTOR or other_directors,
                "last_director",
                _("The office needs a director: appoint the successor first."),
            ),
        ]
    )
