"""Units, cases, the teams sent to them, and the people who act for them."""

from django.utils.translation import gettext_lazy as _

from teams.enums import Audience
from teams.registry import ActSpec, NoticeSpec
from units.enums import Act, NoticeKind

ACTS = {
    Act.UNIT_CREATED: ActSpec(_("%(who)s created the unit %(unit)s (%(code)s)."), Audience.OFFICE),
    Act.CASE_OPENED: ActSpec(_("%(who)s opened the case of %(unit)s."), Audience.ALL),
    Act.TEAM_ASSIGNED: ActSpec(_("%(who)s sent %(team)s to %(unit)s."), Audience.ALL),
    Act.UNIT_MEMBER_APPOINTED: ActSpec(_("%(who)s appointed %(name)s for %(unit)s as %(role)s."), Audience.OFFICE),
    Act.UNIT_MEMBER_ENDED: ActSpec(
        _("%(who)s noted that %(name)s is no longer %(role)s of %(unit)s."), Audience.OFFICE
    ),
    Act.HOME_UNIT_RECORDED: ActSpec(_("%(who)s noted that %(name)s comes from %(unit)s."), Audience.OFFICE),
}

NOTICES = {
    NoticeKind.TEAM_ASSIGNED: NoticeSpec(_("%(team)s supervises %(unit)s.")),
    NoticeKind.UNIT_MEMBER_APPOINTED: NoticeSpec(_("You act for %(unit)s as %(role)s.")),
}
