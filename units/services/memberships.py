"""Those who act for a unit, and the home units of those who supervise (rows 2, 90 and 91)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from teams import audit, clock
from teams.enums import TeamKind
from teams.exceptions import Conflict
from teams.models import Team, User
from teams.rulings import Ruling, require
from teams.selectors import standing_of
from teams.services.accounts import acting_as
from teams.services.notices import tell
from teams.standing import Standing
from units.enums import Act, NoticeKind, UnitRole
from units.models import HomeUnit, Unit, UnitMembership
from units.rules import recusal
from units.rules import registry as rules
from units.rules.recusal import Tie
from units.selectors.ties import campaigns_of, ties_of, units_decided_on, units_supervised_by


def appointment_ruling(user: User, team: Team) -> Ruling:
    """What units have to say against an appointment: registered with teams, which ask it each time (row 90)."""
    ties = ties_of([user.pk])
    if team.kind == TeamKind.OFFICE:
        decided_on = units_decided_on([team.campaign_id], [tie.unit for tie in ties])
        return recusal.may_decide_on(ties, decided_on)
    return recusal.may_supervise(ties, units_supervised_by([team.pk]))


def tie_ruling(standing: Standing, tie: Tie) -> Ruling:
    """Whether a new tie agrees with the posts that the person holds."""
    offices = [post.campaign_id for post in standing.posts if standing.office_role_in(post.campaign_id)]
    supervised = units_supervised_by([post.team_id for post in standing.posts])
    return recusal.may_supervise([tie], supervised) & recusal.may_decide_on(
        [tie], units_decided_on(offices, [tie.unit])
    )


@transaction.atomic
def appoint_unit_member(*, unit: Unit, user: User, role: UnitRole, acting_user: User | None) -> UnitMembership:
    """Let `user` act for the unit; `None` acts for a command at the server.

    Refused for whoever supervises the unit or its kin, or sits in the office that decides on them. `Conflict` for a
    second secretary or a second membership.
    """
    user = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    unit = Unit.objects.select_for_update(of=("self",)).get(pk=unit.pk)
    if acting_user is not None:
        require(rules.may_appoint_unit_member(standing_of(acting_user), campaigns_of(unit)))
    require(rules.may_act_for_unit(user) & tie_ruling(standing_of(user), Tie(user.name, unit, acts_for_it=True)))
    live = UnitMembership.live.filter(unit=unit)
    if live.filter(user=user).exists():
        raise Conflict(_("This person acts for the unit already."))
    if role is UnitRole.SECRETARY and live.filter(role=UnitRole.SECRETARY).exists():
        raise Conflict(_("This unit has its secretary already. End that membership first."))
    membership = UnitMembership.objects.create(unit=unit, user=user, role=role, started_at=clock.now())
    audit.record(
        acting_user,
        Act.UNIT_MEMBER_APPOINTED,
        membership,
        acting_as=acting_as(acting_user),
        name=user.name,
        unit=unit,
        role=role.label,
    )
    tell(
        [user],
        NoticeKind.UNIT_MEMBER_APPOINTED,
        key=f"unit_member:{membership.pk}",
        unit=unit,
        role=role.label,
    )
    return membership


@transaction.atomic
def end_unit_membership(*, membership_id: int, acting_user: User | None) -> UnitMembership:
    """Let a person act for the unit no longer; `Conflict` if that has ended already."""
    membership = UnitMembership.objects.select_related("unit", "user").get(pk=membership_id)
    if acting_user is not None:
        require(rules.may_appoint_unit_member(standing_of(acting_user), campaigns_of(membership.unit)))
    now = clock.now()
    if not UnitMembership.live.filter(pk=membership.pk).update(ended_at=now):
        raise Conflict(_("This membership has ended already."))
    membership.ended_at = now
    audit.record(
        acting_user,
        Act.UNIT_MEMBER_ENDED,
        membership,
        acting_as=acting_as(acting_user),
        name=membership.user.name,
        unit=membership.unit,
        role=UnitRole(membership.role).label,
    )
    return membership


@transaction.atomic
def record_home_unit(*, user: User, unit: Unit, acting_user: User | None) -> HomeUnit:
    """Say from which unit a person is seconded; refused while the person supervises it or its kin (row 90)."""
    user = User.objects.select_for_update(of=("self",)).get(pk=user.pk)
    if acting_user is not None:
        require(rules.may_create_unit(standing_of(acting_user)))
    require(tie_ruling(standing_of(user), Tie(user.name, unit, acts_for_it=False)))
    home, _created = HomeUnit.objects.update_or_create(user=user, defaults={"unit": unit})
    audit.record(
        acting_user,
        Act.HOME_UNIT_RECORDED,
        home,
        acting_as=acting_as(acting_user),
        name=user.name,
        unit=unit,
    )
    return home
