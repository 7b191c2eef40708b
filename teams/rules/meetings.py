"""Who records a meeting of a team."""

from django.utils.translation import gettext_lazy as _

from teams.models import Team
from teams.rulings import Ruling, unless
from teams.standing import Standing


def may_record_meeting(standing: Standing, team: Team) -> Ruling:
    """Any member of the team."""
    return unless(standing.role_in(team.pk), "members_only", _("Only members of the team record its meetings."))
