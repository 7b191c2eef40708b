"""Who a person is, in teams and in the office."""

from teams.enums import Role
from teams.models import User
from teams.standing import Post, Standing


def standing_of(user: User) -> Standing:
    """The person's live posts, in one query."""
    memberships = user.memberships.filter(ended_at=None).select_related("team")
    return Standing(
        user=user,
        posts=tuple(
            Post(membership.pk, membership.team_id, membership.team.campaign_id, Role(membership.role))
            for membership in memberships
        ),
    )
