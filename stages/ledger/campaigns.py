"""Loading templates."""

from django.utils.translation import gettext_lazy as _

from stages.enums import Act
from teams.enums import Audience
from teams.registry import ActSpec, NoticeSpec

ACTS = {
    Act.CAMPAIGN_LOADED: ActSpec(
        _("%(who)s loaded version %(version)s of the template of %(campaign)s."), Audience.OFFICE
    ),
}
NOTICES: dict[str, NoticeSpec] = {}
