"""Recording what the team concluded together, and naming it in an opinion or a verdict (row 96)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from stages.enums import Act, Matter
from stages.models import CollectiveDecision, Template
from stages.rules import quorum as rules
from stages.selectors.collective import decisions_of, team_of
from teams import audit, clock
from teams.enums import MeetingKind
from teams.exceptions import Invalid
from teams.models import User
from teams.rulings import require
from teams.services.meetings import record_meeting
from teams.services.texts import required
from units.models import Case
from units.selectors import standing_of
from units.services.locks import locked_case


@transaction.atomic
def record_decision(
    *,
    case_id: int,
    matter: Matter,
    held_on: date,
    present: Sequence[int],
    minutes: str,
    conclusion: str,
    acting_user: User,
) -> CollectiveDecision:
    """Record a collective discussion of the case's team: `present` are ids of its live memberships.

    The quorum is not asked here, a talk among two is a fact too; it is asked by the verdict that names the decision.
    `Invalid` for an empty conclusion or empty minutes, a date before entry or to come, and for anyone present who is
    not of this team.
    """
    case = locked_case(case_id)
    standing = standing_of(acting_user, case)
    require(rules.may_record_decision(standing, entered=case.entered_on is not None, closed=case.closed_on is not None))
    texts = required({"minutes": minutes, "conclusion": conclusion}, _("Write down what was said and concluded."))
    if case.entered_on is not None and held_on < case.entered_on:
        raise Invalid(held_on=_("The team had not entered the unit on this day."))
    members = team_of(case)
    attendees = [membership for membership in members if membership.pk in set(present)]
    if len(attendees) != len(set(present)):
        raise Invalid(present=_("Only members of this team can have been present."))
    meeting = record_meeting(
        team=members[0].team,
        kind=MeetingKind.COLLECTIVE,
        held_on=held_on,
        present=attendees,
        minutes=texts["minutes"],
        acting_user=acting_user,
    )
    decision = CollectiveDecision.objects.create(
        meeting=meeting,
        case=case,
        matter=matter,
        conclusion=texts["conclusion"],
        members_present=len(attendees),
        members_total=len(members),
        recorded_by=acting_user,
        recorded_at=clock.now(),
    )
    audit.record(
        acting_user,
        Act.COLLECTIVE_DECISION,
        decision,
        scope=case,
        acting_as=standing.title,
        matter=Matter(matter).label,
        held_on=held_on,
        present=decision.members_present,
        total=decision.members_total,
    )
    return decision


def decision_to_name(
    *, case: Case, matter: Matter, decision_id: int | None, template: Template, needed: bool
) -> CollectiveDecision | None:
    """The decision that a verdict names: of this case and matter, and by a quorum (row 96).

    `Invalid` at `collective_decision` when one is `needed` and none is named, or when it is of another case or
    matter; `Denied` without a quorum.
    """
    if decision_id is None:
        if needed:
            raise Invalid(collective_decision=_("The team concludes this together: name the discussion."))
        return None
    decision = decisions_of(case, matter).filter(pk=decision_id).first()
    if decision is None:
        raise Invalid(collective_decision=_("This is not a discussion of this matter of this case."))
    require(rules.quorum_reached(template, decision.members_present, decision.members_total))
    return decision
