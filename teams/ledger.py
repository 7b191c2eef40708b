"""The sentences of this app's acts and notices; registered by `TeamsConfig.ready`.

A sentence is filled with the entry's details and `who` (`teams.wording`).
"""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from teams.enums import Act, Audience, NoticeKind
from teams.registry import ActSpec, NoticeSpec

ACTS = {
    Act.TEAM_CREATED: ActSpec(_("%(who)s created %(team)s."), Audience.OFFICE),
    Act.MEMBER_APPOINTED: ActSpec(_("%(who)s appointed %(name)s to %(team)s as %(role)s."), Audience.OFFICE),
    Act.MEMBER_ENDED: ActSpec(_("%(who)s ended the membership of %(name)s (%(role)s) in %(team)s."), Audience.OFFICE),
    Act.ACCOUNT_CREATED: ActSpec(_("%(who)s created the account %(username)s for %(name)s."), Audience.OFFICE),
    Act.ACCOUNT_ACTIVATED: ActSpec(_("%(who)s activated the account %(username)s."), Audience.OFFICE),
    Act.CODE_ISSUED: ActSpec(
        _("%(who)s issued a one-time code (%(purpose)s) for the account %(username)s."), Audience.OFFICE
    ),
    Act.CODE_WITHDRAWN: ActSpec(_("%(who)s withdrew the one-time code of the account %(username)s."), Audience.OFFICE),
    Act.PASSWORD_RESET: ActSpec(
        _("%(who)s reset the password of the account %(username)s with a one-time code."), Audience.OFFICE
    ),
    Act.PASSWORD_CHANGED: ActSpec(_("%(who)s changed the password of the account %(username)s."), Audience.OFFICE),
    Act.MEETING_RECORDED: ActSpec(
        _("%(who)s recorded a meeting of %(team)s on %(held_on)s: %(kind)s, %(present)s present."),
        Audience.TEAM,
    ),
    Act.DELEGATION_RECORDED: ActSpec(
        _(
            "%(who)s recorded that %(delegate)s acts for %(holder)s (%(team)s, %(role)s) from %(starts_on)s to "
            "%(ends_on)s. Basis: %(basis)s"
        ),
        Audience.TEAM,
    ),
    Act.DELEGATION_ENDED: ActSpec(
        _("%(who)s ended the delegation by which %(delegate)s acts for %(holder)s (%(team)s, %(role)s): %(reason)s"),
        Audience.TEAM,
    ),
    Act.JOB_FAILED: ActSpec(_("A job could not be done (%(kind)s)."), Audience.OFFICE),
    Act.JOB_RETRIED: ActSpec(_("%(who)s had a job tried again (%(kind)s)."), Audience.OFFICE),
}


def _delegations(details: Mapping[str, Any]) -> str:
    return reverse("team_delegations", args=[details["team_id"]])


NOTICES = {
    NoticeKind.APPOINTED: NoticeSpec(_("You were appointed to %(team)s as %(role)s.")),
    NoticeKind.MEMBERSHIP_ENDED: NoticeSpec(_("Your membership (%(role)s) in %(team)s has ended.")),
    NoticeKind.DELEGATION_RECORDED: NoticeSpec(
        _("%(delegate)s acts for %(holder)s (%(team)s, %(role)s) from %(starts_on)s to %(ends_on)s."), _delegations
    ),
    NoticeKind.DELEGATION_ENDED: NoticeSpec(
        _("%(delegate)s no longer acts for %(holder)s (%(team)s, %(role)s): %(reason)s"), _delegations
    ),
    NoticeKind.RESET_AT_SERVER: NoticeSpec(
        _("At the server, the administrator issued a one-time code for the account %(username)s (%(name)s).")
    ),
}
