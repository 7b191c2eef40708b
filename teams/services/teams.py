"""Teams come into being by dispatch of the leading group, never from within a unit (row 2)."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from teams import audit, clock
from teams.enums import Act, TeamKind
from teams.exceptions import Conflict, Invalid
from teams.models import Campaign, Team, User
from teams.rules import memberships as rules
from teams.rulings import require
from teams.selectors import standing_of
from teams.services.accounts import acting_as

OFFICE_NUMBER = 0


@transaction.atomic
def create_office(*, campaign: Campaign) -> Team:
    """Make the campaign's office, under the name that the campaign gives it; done by a command at the server.

    `Conflict` if it is there already: a campaign has one.
    """
    office = Team(
        campaign=campaign,
        kind=TeamKind.OFFICE,
        number=OFFICE_NUMBER,
        name_zh=campaign.office_zh,
        name_en=campaign.office_en,
    )
    return _make(office, acting_user=None)


@transaction.atomic
def create_team(*, campaign: Campaign, number: int, name_zh: str, name_en: str, acting_user: User | None) -> Team:
    """Make a supervision team; `None` acts for a command at the server. `Conflict` if the number is taken."""
    if acting_user is not None:
        require(rules.may_make_teams(standing_of(acting_user), campaign.pk))
    if number <= OFFICE_NUMBER:
        raise Invalid(number=_("Supervision teams are numbered from 1."))
    team = Team(campaign=campaign, kind=TeamKind.SUPERVISION, number=number, name_zh=name_zh, name_en=name_en)
    return _make(team, acting_user=acting_user)


def _make(team: Team, *, acting_user: User | None) -> Team:
    team.created_at = clock.now()
    try:
        with transaction.atomic():
            team.save(force_insert=True)
    except IntegrityError as error:
        raise Conflict(_("There is a team of this number already.")) from error
    audit.record(acting_user, Act.TEAM_CREATED, team, acting_as=acting_as(acting_user), team=team)
    return team
