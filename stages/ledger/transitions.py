"""Leaving a stage: look-back, request, review, decision. `request` is what the request of the stage is called."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, NoticeKind
from teams.enums import Audience
from teams.registry import ActSpec, NoticeSpec

ACTS = {
    Act.LOOK_BACK_DONE: ActSpec(_("%(who)s recorded the look-back of %(held_on)s."), Audience.ALL),
    Act.TRANSITION_SUBMITTED: ActSpec(
        _("%(who)s submitted the %(request)s of “%(stage)s” (round %(round)s)."), Audience.ALL
    ),
    Act.TRANSITION_FILED: ActSpec(
        _(
            "%(who)s submitted the %(request)s of “%(stage)s” (round %(round)s) in the name of %(secretary)s, "
            "with the sealed resolution."
        ),
        Audience.ALL,
    ),
    Act.TRANSITION_WITHDRAWN: ActSpec(
        _("%(who)s withdrew the %(request)s (round %(round)s): %(reason)s"), Audience.ALL
    ),
    Act.TRANSITION_DRAFT_WITHDRAWN: ActSpec(
        _("%(who)s withdrew the draft of the %(request)s (round %(round)s): %(reason)s"), Audience.UNIT
    ),
    Act.TRANSITION_RECOMMENDED: ActSpec(
        _("%(who)s reviewed the %(request)s (round %(round)s) and recommends approval."), Audience.ALL
    ),
    Act.TRANSITION_RETURNED_BY_TEAM: ActSpec(
        _("%(who)s returned the %(request)s (round %(round)s) for make-up; items: %(count)s."), Audience.ALL
    ),
    Act.TRANSITION_APPROVED: ActSpec(
        _("%(who)s approved the %(request)s: from “%(stage)s” to “%(to)s” (%(number)s)."), Audience.ALL
    ),
    Act.TRANSITION_RETURNED_BY_GROUP: ActSpec(
        _("%(who)s returned the %(request)s (round %(round)s); items: %(count)s. %(remark)s"), Audience.ALL
    ),
    Act.TRANSITION_REVOKED: ActSpec(
        _("%(who)s revoked the approval of the %(request)s of “%(stage)s” (%(number)s): %(reason)s"),
        Audience.ALL,
        corrects=True,
    ),
}


def _transition(details: Mapping[str, Any]) -> str:
    return reverse("transition", args=[details["scope_id"]])


NOTICES = {
    NoticeKind.REQUEST_FILED: NoticeSpec(
        _("%(who)s submitted the %(request)s of “%(stage)s” in your name, with the sealed resolution."), _transition
    ),
    NoticeKind.REQUEST_SUBMITTED: NoticeSpec(_("%(unit)s submitted the %(request)s of “%(stage)s”."), _transition),
    NoticeKind.REQUEST_WITHDRAWN: NoticeSpec(_("%(unit)s withdrew its %(request)s."), _transition),
    NoticeKind.REQUEST_RECOMMENDED: NoticeSpec(
        _("The team recommends the %(request)s of %(unit)s (“%(stage)s”) for approval."), _transition
    ),
    NoticeKind.REQUEST_RETURNED: NoticeSpec(
        _("The %(request)s of %(unit)s was returned with items to mend."), _transition
    ),
    NoticeKind.REQUEST_APPROVED: NoticeSpec(_("The %(request)s of %(unit)s (“%(stage)s”) is approved."), _transition),
    NoticeKind.APPROVAL_REVOKED: NoticeSpec(
        _("The approval of the %(request)s of %(unit)s (“%(stage)s”) is revoked."), _transition
    ),
}
