"""The unit's profile and its implementation plan."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from teams.enums import Audience
from teams.registry import ActSpec, NoticeSpec
from units.enums import Act, NoticeKind


def _profile(details: Mapping[str, Any]) -> str:
    return reverse("profile", args=[details["scope_id"]])


def _plan(details: Mapping[str, Any]) -> str:
    return reverse("plan", args=[details["scope_id"]])


ACTS = {
    Act.PROFILE_FILLED: ActSpec(
        _("%(who)s filled in the profile: %(members)s members, %(branches)s branches, %(leaders)s leading cadres."),
        Audience.ALL,
    ),
    Act.PLAN_DRAFTED: ActSpec(_("%(who)s began version %(number)s of the implementation plan."), Audience.UNIT),
    Act.PLAN_SUBMITTED: ActSpec(
        _("%(who)s submitted version %(number)s of the implementation plan, with %(problems)s problems."),
        Audience.ALL,
    ),
}

NOTICES = {
    NoticeKind.PROFILE_FILLED: NoticeSpec(_("%(unit)s filled in its profile; it waits to be confirmed."), _profile),
    NoticeKind.PLAN_SUBMITTED: NoticeSpec(
        _("%(unit)s submitted version %(number)s of its implementation plan for review."), _plan
    ),
}
