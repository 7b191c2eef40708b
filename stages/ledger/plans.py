"""Entry, the confirmed profile, and the verdicts on the plans."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, NoticeKind
from teams.enums import Audience
from teams.registry import ActSpec, NoticeSpec
from units.enums import PlanKind


def _profile(details: Mapping[str, Any]) -> str:
    return reverse("profile", args=[details["scope_id"]])


def _plan(details: Mapping[str, Any]) -> str:
    return reverse(PlanKind(details["plan_kind"]).page, args=[details["scope_id"]])


ACTS = {
    Act.CASE_ENTERED: ActSpec(_("%(who)s entered the unit on %(entered_on)s; “%(stage)s” is open."), Audience.ALL),
    Act.PROFILE_CONFIRMED: ActSpec(_("%(who)s confirmed the unit's profile."), Audience.ALL),
    Act.PLAN_PASSED: ActSpec(_("%(who)s passed version %(number)s of the %(plan)s."), Audience.ALL),
    Act.PLAN_RETURNED: ActSpec(
        _("%(who)s returned version %(number)s of the %(plan)s; items to revise: %(count)s."), Audience.ALL
    ),
    Act.PLAN_TAKEN_BACK: ActSpec(
        _("%(who)s took back the verdict that passed version %(number)s of the %(plan)s. Reason: %(reason)s"),
        Audience.ALL,
        corrects=True,
    ),
}

NOTICES = {
    NoticeKind.CASE_ENTERED: NoticeSpec(
        _("The team has entered %(unit)s. Fill in the profile and prepare the implementation plan."), _profile
    ),
    NoticeKind.PROFILE_CONFIRMED: NoticeSpec(_("The team confirmed the profile of %(unit)s."), _profile),
    NoticeKind.PLAN_PASSED: NoticeSpec(_("The %(plan)s of %(unit)s has passed the review."), _plan),
    NoticeKind.PLAN_RETURNED: NoticeSpec(
        _("The %(plan)s of %(unit)s was returned; items to revise: %(count)s."), _plan
    ),
    NoticeKind.PLAN_TAKEN_BACK: NoticeSpec(
        _("The team took back the verdict that passed the %(plan)s of %(unit)s. Reason: %(reason)s"), _plan
    ),
}
