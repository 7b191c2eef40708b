"""`manage.py reset_code USERNAME`: a one-time code for an account of the office, issued at the server."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from teams.exceptions import Refusal
from teams.models import User
from teams.services.codes import issue_code


class Command(BaseCommand):
    help = "Print a one-time code for an account; the directors are told, and the account at its next login."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, **options: Any) -> None:
        user = User.objects.filter(username=options["username"], is_active=True).first()
        if user is None:
            raise CommandError(f"There is no account {options['username']}.")
        try:
            printed = issue_code(user_id=user.pk, acting_user=None)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"Account {user.username} ({user.name})")
        self.stdout.write(f"One-time code, valid until {printed.row.expires_at:%Y-%m-%d}: {printed.plain}")
