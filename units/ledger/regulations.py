"""Rules that the unit made: recorded, verified, withdrawn."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from teams.enums import Audience
from teams.registry import ActSpec, NoticeSpec
from units.enums import Act, NoticeKind


def _page(details: Mapping[str, Any]) -> str:
    return reverse("regulations", args=[details["scope_id"]])


ACTS = {
    Act.REGULATION_RECORDED: ActSpec(_("%(who)s recorded the regulation “%(title)s” (%(change)s)."), Audience.ALL),
    Act.REGULATION_VERIFIED: ActSpec(_("%(who)s verified the regulation “%(title)s”."), Audience.ALL),
    Act.REGULATION_TAKEN_BACK: ActSpec(
        _("%(who)s took back the verification of the regulation “%(title)s”: %(reason)s"), Audience.ALL, corrects=True
    ),
    Act.REGULATION_WITHDRAWN: ActSpec(
        _("%(who)s withdrew the regulation “%(title)s”: %(reason)s"), Audience.ALL, corrects=True
    ),
}

NOTICES = {
    NoticeKind.REGULATION_RECORDED: NoticeSpec(
        _("%(unit)s recorded the regulation “%(title)s”; it waits to be verified."), _page
    ),
    NoticeKind.REGULATION_VERIFIED: NoticeSpec(_("The team verified the regulation “%(title)s”."), _page),
    NoticeKind.REGULATION_TAKEN_BACK: NoticeSpec(
        _("The team took back its verification of the regulation “%(title)s”: %(reason)s"), _page
    ),
    NoticeKind.REGULATION_WITHDRAWN: NoticeSpec(_("%(unit)s withdrew the regulation “%(title)s”: %(reason)s"), _page),
}
