"""The team mends its own slips: a verification taken back, a verified figure set right; each with its reason."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from teams.exceptions import Invalid
from teams.models import User
from teams.rulings import require
from teams.services.texts import required
from teams.transitions import move, touch
from units.enums import Act, ActivityState, Measure, NoticeKind
from units.models import Activity
from units.rules import activities as rules
from units.selectors import standing_of
from units.services.activity_figures import FROM_OLD_TO_NEW, figures_of, require_possible, told, write_verified
from units.services.activity_rows import count_piles, locked_activity
from units.services.activity_telling import record, tell_unit


@transaction.atomic
def take_back_verification(
    *, activity_id: int, reason: str, acting_user: User, expected_version: int | None = None
) -> Activity:
    """The activity waits to be verified again, and counts as declared only; the team's figures are gone with it."""
    activity = locked_activity(activity_id)
    standing = standing_of(acting_user, activity.case)
    require(rules.may_take_back(standing, activity))
    text = required({"reason": reason}, _("Say why the verification is taken back."))["reason"]
    move(
        activity,
        ActivityState.SUBMITTED,
        rules.ACTIVITY,
        expected_version=expected_version,
        checked_by=None,
        checked_at=None,
        team_remark="",
    )
    activity.figures.update(verified=None)
    record(acting_user, Act.VERIFICATION_TAKEN_BACK, activity, standing.title, reason=text)
    tell_unit(activity, NoticeKind.VERIFICATION_TAKEN_BACK, reason=text)
    count_piles(activity.case)
    return activity


@transaction.atomic
def correct_figures(
    *,
    activity_id: int,
    verified: Mapping[Measure, int],
    reason: str,
    acting_user: User,
    expected_version: int | None = None,
) -> Activity:
    """Set the team's own figures right; the state stays, and the ledger keeps each old figure beside the new one.

    Raises `Invalid` at the field for a figure that is missing or cannot be, and where nothing is corrected at all.
    """
    activity = locked_activity(activity_id)
    standing = standing_of(acting_user, activity.case)
    require(rules.may_correct(standing, activity))
    text = required({"reason": reason}, _("Say why the figure is corrected."))["reason"]
    figures = figures_of(activity)
    require_possible(activity, figures, verified)
    changed = [(measure, figure.verified, verified[measure]) for measure, figure in figures.items()]
    changed = [(measure, old, new) for measure, old, new in changed if old != new]
    if not changed:
        raise Invalid({"": [_("No figure is different from what stands.")]})
    touch(
        activity,
        expected_version=expected_version,
        team_remark="\n".join(filter(None, [activity.team_remark, text])),
    )
    write_verified(figures, verified)
    words = told(changed, each=FROM_OLD_TO_NEW)
    record(acting_user, Act.FIGURE_CORRECTED, activity, standing.title, figures=words, reason=text)
    tell_unit(activity, NoticeKind.FIGURE_CORRECTED, figures=words, reason=text)
    return activity
