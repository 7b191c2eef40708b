"""Who lets whom act in whose place: the holder of the post, or the office that has the written basis before it."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

from teams.enums import TeamKind
from teams.exceptions import Text
from teams.models import Mandate, Membership, Team
from teams.rulings import Ruling, unless, unless_moved_on
from teams.standing import Standing


def may_read(standing: Standing, team: Team) -> bool:
    """The team itself, and the office that sent it."""
    return standing.role_in(team.pk) is not None or standing.office_role_in(team.campaign_id) is not None


def may_delegate(standing: Standing, membership: Membership) -> Ruling:
    """A leader lets another act in the own place, or the office records it; for a director nobody else speaks."""
    own = membership.user_id == standing.user.pk
    if membership.team.kind == TeamKind.OFFICE:
        return unless(own, "director_only", _("Only the director lets another act in the director's place."))
    return unless(
        own or standing.office_role_in(membership.team.campaign_id),
        "leader_or_office",
        _("The leader lets another act in the leader's place, or the leading group office records it."),
    )


def may_end(standing: Standing, membership: Membership, mandate: Mandate) -> Ruling:
    return may_be_ended(standing, mandate, may_delegate(standing, membership))


def may_be_ended(standing: Standing, mandate: Mandate, recording: Ruling) -> Ruling:
    """Who could record it ends it; whoever acts by it may lay it down."""
    right = Ruling() if mandate.delegate_id == standing.user.pk else recording
    return right & is_open(mandate)


def is_open(mandate: Mandate) -> Ruling:
    return unless_moved_on(mandate.ended_at is None, _("This delegation has ended already."))


def wrong_period(starts_on: date, ends_on: date, *, today: date) -> dict[str, list[Text]]:
    """What is wrong with a period, by field: both days are included, and it has not run out before it is recorded."""
    if ends_on < starts_on:
        return {"ends_on": [_("The last day lies before the first.")]}
    return {"ends_on": [_("This date has passed.")]} if ends_on < today else {}
