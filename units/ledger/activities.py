"""What the unit did: handed in, verified, returned, taken back."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from teams.enums import Audience
from teams.registry import ActSpec, NoticeSpec
from units.enums import Act, NoticeKind

ACTS = {
    Act.ACTIVITY_SUBMITTED: ActSpec(_("%(who)s handed in “%(title)s” of %(held_on)s."), Audience.ALL),
    Act.ACTIVITY_MENDED: ActSpec(_("%(who)s changed the returned “%(title)s” of %(held_on)s."), Audience.ALL),
    Act.ACTIVITY_EVIDENCE_ADDED: ActSpec(_("%(who)s added the file “%(file)s” to “%(title)s”."), Audience.ALL),
    Act.ACTIVITY_VERIFIED: ActSpec(
        _("%(who)s verified “%(title)s” of %(held_on)s: %(verified)s of %(declared)s minutes declared."), Audience.ALL
    ),
    Act.ACTIVITY_COUNTS_VERIFIED: ActSpec(_("%(who)s verified “%(title)s” of %(held_on)s: %(counts)s."), Audience.ALL),
    Act.VERIFICATION_TAKEN_BACK: ActSpec(
        _("%(who)s took back the verification of “%(title)s” of %(held_on)s: %(reason)s"), Audience.ALL, corrects=True
    ),
    Act.FIGURE_CORRECTED: ActSpec(
        _("%(who)s corrected verified figures of “%(title)s” of %(held_on)s (%(figures)s): %(reason)s"),
        Audience.ALL,
        corrects=True,
    ),
    Act.ACTIVITY_RETURNED: ActSpec(_("%(who)s returned “%(title)s” of %(held_on)s: %(remark)s"), Audience.ALL),
    Act.ACTIVITY_WITHDRAWN: ActSpec(
        _("%(who)s withdrew “%(title)s” of %(held_on)s: %(reason)s"), Audience.ALL, corrects=True
    ),
}


def _page(details: Mapping[str, Any]) -> str:
    return reverse("activity", args=[details["scope_id"], details["activity"]])


NOTICES = {
    NoticeKind.ACTIVITY_SUBMITTED: NoticeSpec(_("%(unit)s handed in “%(title)s” for verification."), _page),
    NoticeKind.ACTIVITY_VERIFIED: NoticeSpec(_("The team verified “%(title)s”."), _page),
    NoticeKind.VERIFICATION_TAKEN_BACK: NoticeSpec(
        _("The team took back its verification of “%(title)s”: %(reason)s"), _page
    ),
    NoticeKind.FIGURE_CORRECTED: NoticeSpec(
        _("The team corrected figures of “%(title)s” (%(figures)s): %(reason)s"), _page
    ),
    NoticeKind.ACTIVITY_RETURNED: NoticeSpec(_("The team returned “%(title)s”: %(remark)s"), _page),
    NoticeKind.ACTIVITY_WITHDRAWN: NoticeSpec(_("%(unit)s withdrew “%(title)s”: %(reason)s"), _page),
}
