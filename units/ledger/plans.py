"""The unit's profile and its plans."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from teams.enums import Audience
from teams.registry import ActSpec, NoticeSpec
from units.enums import Act, NoticeKind, PlanKind


def _profile(details: Mapping[str, Any]) -> str:
    return reverse("profile", args=[details["scope_id"]])


def _plan(details: Mapping[str, Any]) -> str:
    return reverse(PlanKind(details["plan_kind"]).page, args=[details["scope_id"]])


ACTS = {
    Act.PROFILE_FILLED: ActSpec(
        _("%(who)s filled in the profile: %(members)s members, %(branches)s branches, %(leaders)s leading cadres."),
        Audience.ALL,
    ),
    Act.PLAN_DRAFTED: ActSpec(_("%(who)s began version %(number)s of the %(plan)s."), Audience.UNIT),
    Act.PLAN_SUBMITTED: ActSpec(
        _("%(who)s submitted version %(number)s of the %(plan)s, with %(problems)s problems."), Audience.ALL
    ),
    Act.PLAN_WITHDRAWN: ActSpec(
        _("%(who)s withdrew version %(number)s of the %(plan)s. Reason: %(reason)s"), Audience.ALL
    ),
    Act.PLAN_FILED: ActSpec(
        _(
            "%(who)s submitted version %(number)s of the %(plan)s, with %(problems)s problems, in the name of "
            "%(secretary)s, with the sealed resolution."
        ),
        Audience.ALL,
    ),
}

NOTICES = {
    NoticeKind.PLAN_FILED: NoticeSpec(
        _("%(who)s submitted version %(number)s of the %(plan)s in your name, with the sealed resolution."), _plan
    ),
    NoticeKind.PROFILE_FILLED: NoticeSpec(_("%(unit)s filled in its profile; it waits to be confirmed."), _profile),
    NoticeKind.PLAN_SUBMITTED: NoticeSpec(
        _("%(unit)s submitted version %(number)s of its %(plan)s for review."), _plan
    ),
    NoticeKind.PLAN_WITHDRAWN: NoticeSpec(
        _("%(unit)s withdrew version %(number)s of its %(plan)s before the review."), _plan
    ),
}
