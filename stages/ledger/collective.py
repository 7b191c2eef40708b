"""Collective discussions; a unit's timeline holds no meeting of the team."""

from django.utils.translation import gettext_lazy as _

from stages.enums import Act
from teams.enums import Audience
from teams.registry import ActSpec, NoticeSpec

ACTS = {
    Act.COLLECTIVE_DECISION: ActSpec(
        _(
            "%(who)s recorded a collective discussion on %(held_on)s (%(matter)s): "
            "%(present)s of %(total)s members present."
        ),
        Audience.TEAM,
    ),
}
NOTICES: dict[str, NoticeSpec] = {}
