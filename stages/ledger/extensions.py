"""Longer time for a stage; what the team thinks of it goes to the leading group, not to the unit."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, NoticeKind
from teams.enums import Audience
from teams.registry import ActSpec, NoticeSpec

ACTS = {
    Act.EXTENSION_ASKED: ActSpec(
        _("%(who)s asked that “%(stage)s” may last until %(asked_end)s: %(reason)s."), Audience.ALL
    ),
    Act.EXTENSION_SUPPORTED: ActSpec(_("%(who)s supports longer time for “%(stage)s”."), Audience.TEAM),
    Act.EXTENSION_NOT_SUPPORTED: ActSpec(_("%(who)s does not support longer time for “%(stage)s”."), Audience.TEAM),
    Act.EXTENSION_PERMITTED: ActSpec(
        _("%(who)s permitted that “%(stage)s” lasts until %(permitted_end)s."), Audience.ALL
    ),
    Act.EXTENSION_REFUSED: ActSpec(_("%(who)s refused longer time for “%(stage)s”: %(remark)s"), Audience.ALL),
    Act.EXTENSION_WITHDRAWN: ActSpec(
        _("%(who)s no longer asks for longer time for “%(stage)s”: %(reason)s"), Audience.ALL
    ),
}


def _transition(details: Mapping[str, Any]) -> str:
    return reverse("transition", args=[details["scope_id"]])


NOTICES = {
    NoticeKind.EXTENSION_ASKED: NoticeSpec(_("%(unit)s asks for longer time for “%(stage)s”."), _transition),
    NoticeKind.EXTENSION_OPINED: NoticeSpec(
        _("The team has given its opinion on longer time for “%(stage)s” of %(unit)s."), _transition
    ),
    NoticeKind.EXTENSION_PERMITTED: NoticeSpec(_("“%(stage)s” of %(unit)s may last until %(end)s."), _transition),
    NoticeKind.EXTENSION_REFUSED: NoticeSpec(_("Longer time for “%(stage)s” of %(unit)s was refused."), _transition),
    NoticeKind.EXTENSION_WITHDRAWN: NoticeSpec(
        _("%(unit)s no longer asks for longer time for “%(stage)s”."), _transition
    ),
}
