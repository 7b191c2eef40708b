"""Judging gates: inspections, rounds, make-up tasks.

What the team sees on the spot is its own until a verdict rests on it; verdicts and make-up tasks are everybody's.
"""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, NoticeKind
from teams.enums import Audience
from teams.registry import ActSpec, NoticeSpec

ACTS = {
    Act.STUDY_INSPECTED: ActSpec(
        _("%(who)s recorded the study inspection of %(inspected_on)s (%(kinds)s of five kinds)."), Audience.TEAM
    ),
    Act.GATE_PASSED: ActSpec(_("%(who)s judged the gate “%(gate)s” (round %(round)s): passed."), Audience.ALL),
    Act.GATE_NOT_PASSED: ActSpec(
        _("%(who)s judged the gate “%(gate)s” (round %(round)s): not passed, make-up tasks: %(count)s."), Audience.ALL
    ),
    Act.GATE_TAKEN_BACK: ActSpec(
        _("%(who)s took back the verdict on the gate “%(gate)s” (round %(round)s): %(reason)s"),
        Audience.ALL,
        corrects=True,
    ),
    Act.MAKE_UP_ANSWERED: ActSpec(
        _("%(who)s answered the make-up task of the gate “%(gate)s”: %(demand)s"), Audience.ALL
    ),
    Act.MAKE_UP_CLEARED: ActSpec(
        _("%(who)s cleared the make-up task of the gate “%(gate)s”: %(demand)s"), Audience.ALL
    ),
    Act.MAKE_UP_RETURNED: ActSpec(
        _("%(who)s returned the make-up task of the gate “%(gate)s”: %(note)s"), Audience.ALL
    ),
}


def _gate(details: Mapping[str, Any]) -> str:
    return reverse("gate", args=[details["scope_id"], details["gate_id"]])


def _task(details: Mapping[str, Any]) -> str:
    return reverse("make_up_task", args=[details["scope_id"], details["task_id"]])


NOTICES = {
    NoticeKind.GATE_PASSED: NoticeSpec(_("%(unit)s passed the gate “%(gate)s”."), _gate),
    NoticeKind.GATE_NOT_PASSED: NoticeSpec(
        _("%(unit)s did not pass the gate “%(gate)s”; make-up tasks: %(count)s."), _gate
    ),
    NoticeKind.GATE_TAKEN_BACK: NoticeSpec(
        _("The team took back its verdict on the gate “%(gate)s” of %(unit)s."), _gate
    ),
    NoticeKind.MAKE_UP_ANSWERED: NoticeSpec(_("%(unit)s answered a make-up task of the gate “%(gate)s”."), _task),
    NoticeKind.MAKE_UP_CLEARED: NoticeSpec(_("A make-up task of the gate “%(gate)s” is cleared."), _task),
    NoticeKind.MAKE_UP_RETURNED: NoticeSpec(
        _("A make-up task of the gate “%(gate)s” was returned; it is due on %(due_on)s."), _task
    ),
}
