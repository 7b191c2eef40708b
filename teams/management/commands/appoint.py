"""`manage.py appoint USERNAME NAME --campaign CODE`: the first director of a campaign's office."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from teams.enums import Role, TeamKind
from teams.exceptions import Refusal
from teams.models import Campaign, Membership, Team, User
from teams.services.accounts import create_account
from teams.services.codes import PrintedCode, issue_code
from teams.services.memberships import appoint_member
from teams.services.teams import create_office


class Command(BaseCommand):
    help = "Appoint the first director of a campaign's office and print the code that activates the account."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("name", help="The person's name, as it will stand on every record")
        parser.add_argument("--campaign", required=True, help="The campaign's code")

    def handle(self, *args: Any, **options: Any) -> None:
        campaign = Campaign.objects.filter(code=options["campaign"]).first()
        if campaign is None:
            raise CommandError(f"There is no campaign {options['campaign']}.")
        try:
            with transaction.atomic():
                office = self._office(campaign)
                user, printed = self._appoint(office, options["username"], options["name"])
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{user.name} ({user.username}) is director of {office.name}.")
        if printed:
            self.stdout.write(f"One-time code, valid until {printed.row.expires_at:%Y-%m-%d}: {printed.plain}")

    def _office(self, campaign: Campaign) -> Team:
        """The office, made now if the campaign is new; locked, so that of two commands one finds a director."""
        offices = Team.objects.select_for_update(of=("self",)).filter(campaign=campaign, kind=TeamKind.OFFICE)
        return offices.first() or create_office(campaign=campaign)

    def _appoint(self, office: Team, username: str, name: str) -> tuple[User, PrintedCode | None]:
        if Membership.live.filter(team=office, role=Role.DIRECTOR).exists():
            raise CommandError("This office has a director, who appoints everybody else.")
        user = User.objects.filter(username=username).first()
        if user is None:
            user = create_account(username=username, name=name, acting_user=None)
        elif user.name != name:
            raise CommandError(f"The account {username} belongs to somebody else.")
        printed = None if user.has_usable_password() else issue_code(user_id=user.pk, acting_user=None)
        appoint_member(team=office, user=user, role=Role.DIRECTOR, acting_user=None)
        return user, printed
