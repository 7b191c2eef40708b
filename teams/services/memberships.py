"""Appointing people to teams and to the office, and ending it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from teams import audit, clock, registry
from teams.enums import Act, NoticeKind, Role
from teams.exceptions import Conflict
from teams.models import Membership, Team, User
from teams.rules import memberships as rules
from teams.rulings import all_of, require
from teams.selectors import standing_of
from teams.services.accounts import acting_as
from teams.services.notices import tell


@transaction.atomic
def appoint_member(
    *, team: Team, user: User, role: Role, acting_user: User | None, planned_end: date | None = None
) -> Membership:
    """Give `user` a role in a team or in the office; `None` acts for a command at the server.

    Refused for whoever would supervise and sit in the office of one campaign, or supervise the home unit (row
    90, asked of the app above that knows it). `Conflict` for a second leader or a second membership.
    """
    team = Team.objects.select_for_update(of=("self",)).get(pk=team.pk)
    user = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if acting_user is not None:
        require(rules.may_appoint(standing_of(acting_user), team))
    require(
        all_of(
            [
                rules.may_be_appointed(standing_of(user), team, role),
                *(rule(user, team) for rule in registry.appointment_rules()),
            ]
        )
    )
    live = Membership.live.filter(team=team)
    if live.filter(user=user).exists():
        raise Conflict(_("This person is a member already. End that membership first."))
    if role is Role.LEADER and live.filter(role=Role.LEADER).exists():
        raise Conflict(_("This team has a leader already. End that membership first."))
    membership = Membership.objects.create(
        team=team, user=user, role=role, started_at=clock.now(), planned_end=planned_end
    )
    words: dict[str, Any] = {"team": team, "role": role.label}
    audit.record(
        acting_user,
        Act.MEMBER_APPOINTED,
        membership,
        scope=team,
        acting_as=acting_as(acting_user),
        name=user.name,
        **words,
    )
    tell([user], NoticeKind.APPOINTED, key=f"appointed:{membership.pk}", **words)
    return membership


@transaction.atomic
def end_membership(*, membership_id: int, acting_user: User | None) -> Membership:
    """End a membership from now on; `Conflict` if it has ended. The office keeps at least one director."""
    membership = Membership.objects.select_related("team", "user").get(pk=membership_id)
    team = Team.objects.select_for_update(of=("self",)).get(pk=membership.team_id)
    role = Role(membership.role)
    if acting_user is not None:
        directors = Membership.live.filter(team=team, role=Role.DIRECTOR).exclude(pk=membership.pk).count()
        require(rules.may_end(standing_of(acting_user), team, role, other_directors=directors))
    now = clock.now()
    if not Membership.live.filter(pk=membership.pk).update(ended_at=now):
        raise Conflict(_("This membership has ended already."))
    membership.ended_at = now
    words: dict[str, Any] = {"team": team, "role": role.label}
    audit.record(
        acting_user,
        Act.MEMBER_ENDED,
        membership,
        scope=team,
        acting_as=acting_as(acting_user),
        name=membership.user.name,
        **words,
    )
    tell([membership.user], NoticeKind.MEMBERSHIP_ENDED, key=f"ended:{membership.pk}", **words)
    return membership
