"""Who of the team looks after the case: the team's own business."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from teams.enums import Audience
from teams.registry import ActSpec, NoticeSpec
from units.enums import Act, NoticeKind

ACTS = {
    Act.DIVISION_BEGUN: ActSpec(_("%(who)s entrusted the case to %(name)s."), Audience.TEAM),
    Act.DIVISION_ENDED: ActSpec(_("%(who)s noted that %(name)s no longer looks after the case."), Audience.TEAM),
}


def _page(details: Mapping[str, Any]) -> str:
    return reverse("division", args=[details["scope_id"]])


NOTICES = {
    NoticeKind.DIVISION_BEGUN: NoticeSpec(_("You look after the case of %(unit)s."), _page),
    NoticeKind.DIVISION_ENDED: NoticeSpec(_("You no longer look after the case of %(unit)s."), _page),
}
