"""Documents: prepared by a worker, which acts as the system.

What the unit reads of them is said by the act that ordered them; the team's own papers are not named to it.
"""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from teams.enums import Audience
from teams.registry import ActSpec, NoticeSpec
from units.enums import Act, NoticeKind


def _page(details: Mapping[str, Any]) -> str:
    return reverse("document", args=[details["scope_id"], details["document"]])


ACTS = {
    Act.DOCUMENT_READY: ActSpec(_("“%(title)s” is ready (pages: %(pages)s)."), Audience.TEAM),
    Act.DOCUMENT_FAILED: ActSpec(_("“%(title)s” could not be prepared."), Audience.TEAM),
    Act.DOCUMENT_RETRIED: ActSpec(_("%(who)s had “%(title)s” prepared again."), Audience.TEAM),
    Act.ORIGINAL_ATTACHED: ActSpec(_("%(who)s attached the original %(number)s to “%(title)s”."), Audience.TEAM),
    Act.ORIGINAL_WITHDRAWN: ActSpec(
        _("%(who)s withdrew the original %(number)s of “%(title)s”: %(reason)s"), Audience.TEAM
    ),
}

NOTICES = {
    NoticeKind.ORIGINAL_ATTACHED: NoticeSpec(
        _("%(unit)s: the original %(number)s of “%(title)s” is attached."), url=_page
    ),
    NoticeKind.ORIGINAL_WITHDRAWN: NoticeSpec(
        _("%(unit)s: the original %(number)s of “%(title)s” was withdrawn: %(reason)s"), url=_page
    ),
    NoticeKind.DOCUMENT_FAILED: NoticeSpec(_("%(unit)s: “%(title)s” could not be prepared. Try again."), url=_page),
}
