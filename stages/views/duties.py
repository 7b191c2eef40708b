"""What each kind of to-do is called, who acts on it where, and with which verb."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from stages.enums import TodoKind as StagesTodo
from teams.exceptions import Text
from units.enums import TodoKind as UnitsTodo
from units.models import Todo


@dataclass(frozen=True)
class Duty:
    """`page` is the URL name of a page of the case; `of_target` takes the row's own id as well.

    `inside` is the team's own business: the unit does not read that there is a draft about it.
    """

    page: str
    verb: Text
    of_target: str = ""
    inside: bool = False


_FILL_IN, _VERIFY, _REVIEW = _("Fill in"), _("Verify"), _("Review")

DUTIES: Mapping[str, Duty] = {
    # Only the leader opens the page of the act; everybody of the team reads that it waits.
    UnitsTodo.ENTER: Duty("case", _("Enter")),
    UnitsTodo.PROFILE: Duty("profile", _FILL_IN),
    UnitsTodo.CONFIRM_PROFILE: Duty("profile", _("Confirm")),
    UnitsTodo.PLAN: Duty("plan", _("Write")),
    UnitsTodo.REVIEW_PLAN: Duty("plan", _REVIEW),
    UnitsTodo.RECTIFICATION_PLAN: Duty("plan_rectification", _("Write")),
    UnitsTodo.REVIEW_RECTIFICATION_PLAN: Duty("plan_rectification", _REVIEW),
    UnitsTodo.VERIFY_ACTIVITIES: Duty("activities", _VERIFY),
    UnitsTodo.MEND_ACTIVITIES: Duty("activities", _("Mend")),
    UnitsTodo.VERIFY_REGULATIONS: Duty("regulations", _VERIFY),
    StagesTodo.ISSUE_FINDING: Duty("findings", _("Issue"), inside=True),
    StagesTodo.ACKNOWLEDGE: Duty("findings", _("Answer"), of_target="finding"),
    StagesTodo.SETTLE_DISPUTE: Duty("findings", _("Settle"), of_target="finding"),
    StagesTodo.ANSWER_SUGGESTION: Duty("findings", _("Answer"), of_target="finding"),
    StagesTodo.CLOSE_FINDING: Duty("findings", _("Close"), of_target="finding"),
    StagesTodo.GIVE_VIEWS: Duty("findings", _("Give views"), of_target="finding"),
    StagesTodo.MEND_DRAFT: Duty("findings", _("Mend"), inside=True),
    StagesTodo.RECTIFY: Duty("rectifications", _("Carry out"), of_target="rectification"),
    StagesTodo.VERIFY_RECTIFICATION: Duty("rectifications", _VERIFY, of_target="rectification"),
    StagesTodo.MAKE_UP: Duty("gates", _("Make up"), of_target="make_up_task"),
    StagesTodo.CHECK_MAKE_UP: Duty("gates", _("Check"), of_target="make_up_task"),
    StagesTodo.ASSESS_AGAIN: Duty("gates", _("Judge"), of_target="gate"),
    StagesTodo.REQUEST: Duty("transition", _("Prepare")),
    StagesTodo.REVIEW_REQUEST: Duty("transition", pgettext_lazy("of a request", "Review")),
    StagesTodo.DECIDE_REQUEST: Duty("transition", _("Decide"), of_target="transition_decide"),
    StagesTodo.OPINE_EXTENSION: Duty("transition", _("Give opinion"), of_target="extension_opine", inside=True),
    StagesTodo.GIVE_GUIDANCE: Duty("gates", _("Enter the record"), of_target="guidance_give"),
    StagesTodo.DECIDE_EXTENSION: Duty("transition", _("Decide"), of_target="extension_decide", inside=True),
}

# Kinds that are not named to the unit.
INSIDE = tuple(str(kind) for kind, duty in DUTIES.items() if duty.inside)

_SUBJECTS: Mapping[str, Text] = {
    "profile": _("Profile"),
    "plan": _("Plan"),
    "plan_rectification": _("Rectification plan"),
    "activities": _("Activities"),
    "regulations": _("Regulations"),
    "findings": _("Findings"),
    "rectifications": _("Rectification"),
    "gates": _("Checkpoints"),
    "transition": _("Transition"),
    "case": _("Entry"),
}
_LABELS: Mapping[str, Text] = {str(kind): kind.label for kind in chain(UnitsTodo, StagesTodo)}


def label_of(kind: str) -> Text:
    """What is to be done."""
    return _LABELS[kind]


def subject_of(kind: str) -> Text:
    """One word for what it is about: the tab on which it is done."""
    return _SUBJECTS[DUTIES[kind].page]


def verb_of(kind: str) -> Text:
    """The word on the button of whoever is to do it."""
    return DUTIES[kind].verb


def url_of(todo: Todo) -> str:
    """The page on which it is done."""
    duty = DUTIES[todo.kind]
    if duty.of_target and todo.target_id:
        return reverse(duty.of_target, args=[todo.case_id, todo.target_id])
    return reverse(duty.page, args=[todo.case_id])
