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
}

NOTICES = {
    NoticeKind.DOCUMENT_FAILED: NoticeSpec(_("%(unit)s: “%(title)s” could not be prepared. Try again."), url=_page),
}
