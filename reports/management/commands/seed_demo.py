"""`manage.py seed_demo [--if-empty]`: the demo's campaign, its people and its cases."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import translation

from reports.demo.accounts import account_groups
from reports.demo.seed import agree_on_password, new_password, seed
from teams.exceptions import Refusal
from teams.models import Campaign


class Command(BaseCommand):
    help = "Seed the demo and print its accounts; every account has DEMO_PASSWORD, or one made now and printed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="Do nothing where a campaign exists, but let the demo's accounts agree with DEMO_PASSWORD",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_MODE:
            raise CommandError("All accounts of the demo share a password: it is seeded with DEMO_MODE=1 only.")
        try:
            if not Campaign.objects.exists():
                self._seed()
            elif options["if_empty"]:
                self._leave()
            else:
                raise CommandError("There is a campaign already: the demo is seeded into an empty database.")
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal

    def _seed(self) -> None:
        self.stdout.write("Seeding the demo: six teams and twenty-four units, each on its way; this takes a minute ...")
        password = settings.DEMO_PASSWORD or new_password()
        seed(password)
        self._print_accounts(password)

    def _leave(self) -> None:
        agreed = bool(settings.DEMO_PASSWORD) and agree_on_password(settings.DEMO_PASSWORD)
        self.stdout.write(
            "There is a campaign already; the demo's accounts have the new DEMO_PASSWORD."
            if agreed
            else "There is a campaign already: nothing to seed."
        )

    def _print_accounts(self, password: str) -> None:
        # Commands speak English; the unit's name stands in it as on the English pages.
        with translation.override("en"):
            for group in account_groups():
                self.stdout.write(f"\n{group['title']}")
                for account in group["accounts"]:
                    self.stdout.write(f"  {account['username']:32}{account['what']}")
        self.stdout.write(f"\nEvery account has the password  {password}")
