"""Who acts in a secretary's place, and until when."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from teams.enums import Audience
from teams.registry import ActSpec, NoticeSpec
from units.enums import Act, NoticeKind

ACTS = {
    Act.UNIT_DELEGATION_RECORDED: ActSpec(
        _(
            "%(who)s recorded that %(delegate)s acts for %(holder)s, secretary of %(unit)s, from %(starts_on)s to "
            "%(ends_on)s. Basis: %(basis)s"
        ),
        Audience.ALL,
    ),
    Act.UNIT_DELEGATION_ENDED: ActSpec(
        _("%(who)s ended the delegation by which %(delegate)s acts for %(holder)s, secretary of %(unit)s: %(reason)s"),
        Audience.ALL,
    ),
}


def _page(details: Mapping[str, Any]) -> str:
    return reverse("unit_delegations", args=[details["unit_id"]])


NOTICES = {
    NoticeKind.UNIT_DELEGATION_RECORDED: NoticeSpec(
        _("%(delegate)s acts for %(holder)s, secretary of %(unit)s, from %(starts_on)s to %(ends_on)s."), _page
    ),
    NoticeKind.UNIT_DELEGATION_ENDED: NoticeSpec(
        _("%(delegate)s no longer acts for %(holder)s, secretary of %(unit)s: %(reason)s"), _page
    ),
}
