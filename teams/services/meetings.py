"""Meetings of a team (rows 95 and 96)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from teams import audit, clock
from teams.enums import Act, MeetingKind
from teams.exceptions import Invalid
from teams.models import Meeting, Membership, Team, User
from teams.rules import meetings as rules
from teams.rulings import require
from teams.selectors import standing_of


@transaction.atomic
def record_meeting(
    *,
    team: Team,
    kind: MeetingKind,
    held_on: date,
    present: Sequence[Membership],
    minutes: str,
    acting_user: User,
) -> Meeting:
    """Record a meeting that was held, with those who were there; the minutes stay with the team.

    `Invalid` for a date to come, for nobody present, and for anyone who is not a live member of this team.
    """
    require(rules.may_record_meeting(standing_of(acting_user), team))
    attendees = {membership.pk for membership in present}
    if held_on > clock.today():
        raise Invalid(held_on=_("A meeting is recorded once it has been held."))
    if not attendees:
        raise Invalid(present=_("Say who was present."))
    if Membership.live.filter(team=team, pk__in=attendees).count() != len(attendees):
        raise Invalid(present=_("Only members of this team can have been present."))
    meeting = Meeting.objects.create(
        team=team,
        kind=kind,
        held_on=held_on,
        minutes=minutes.strip(),
        recorded_by=acting_user,
        recorded_at=clock.now(),
    )
    meeting.present.set(attendees)
    audit.record(
        acting_user,
        Act.MEETING_RECORDED,
        meeting,
        scope=team,
        team=team,
        kind=MeetingKind(kind).label,
        held_on=held_on,
        present=len(attendees),
    )
    return meeting
