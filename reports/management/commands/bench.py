"""`make bench`: what documents, the publisher and pages cost on this machine, in one run."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from reports.bench import documents, publisher
from reports.bench.http import measuring, seeding

PARTS = ("documents", "publisher", "pages")


class Command(BaseCommand):
    help = (
        "Measure the review beside bare WeasyPrint, the publisher with a live, a refused and a silent broker, "
        "and pages beside plain views."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--child", choices=documents.WAYS, help="Measure one way in this process (for itself).")
        parser.add_argument("--seed", type=int, help="Fill the database with so many cases (for itself).")
        parser.add_argument("--only", choices=PARTS, help="Measure this part only.")

    def handle(self, *args: Any, child: str | None, seed: int | None, only: str | None, **options: Any) -> None:
        if child:
            self.stdout.write(documents.as_child(child))
        elif seed:
            call_command("migrate", verbosity=0)
            self.stdout.write(json.dumps(seeding.seed(seed)))
        else:
            for part in [only] if only else PARTS:
                getattr(self, part)()

    def documents(self) -> None:
        ours, bare = documents.measure("ours"), documents.measure("bare")
        self.stdout.write("Transition review         seconds/page   peak MB")
        for name, measured in (("as the platform makes it", ours), ("bare WeasyPrint", bare)):
            self.stdout.write(f"  {name:<24}{measured.seconds_per_page:>12.3f}{measured.peak_mb:>10.0f}")
        time = ours.seconds_per_page / bare.seconds_per_page
        self.stdout.write(f"  {'ratio':<24}{time:>12.2f}{ours.peak_mb / bare.peak_mb:>10.2f}")

    def publisher(self) -> None:
        self.stdout.write("Ringing for a job, worst of a few      seconds")
        live = settings.CELERY_BROKER_URL
        self.stdout.write(f"  live ({live.split(':')[0]}){publisher.seconds_to_ring(live):>25.3f}")
        with publisher.refused() as url:
            self.stdout.write(f"  refused (redis){publisher.seconds_to_ring(url):>29.3f}")
        with publisher.silent() as url:
            self.stdout.write(f"  silent (redis){publisher.seconds_to_ring(url):>30.3f}")

    def pages(self) -> None:
        if connection.vendor != "postgresql":
            self.stdout.write("Pages are left out: they are measured on PostgreSQL, named by DATABASE_URL.")
            return
        found = measuring.measure()
        few, many = measuring.FEW, measuring.MANY
        self.stdout.write(f"Requests per second {f'{few} cases':>18}{f'{many} cases':>14}   of one row   of lean list")
        for page in dict.fromkeys(page for _cases, page in found):
            per_second = found[few, page]
            of_plain = (per_second / found[few, plain] for plain in ("one row", "lean list"))
            ratios = "".join(f"{ratio:>13.2f}" for ratio in of_plain)
            self.stdout.write(f"  {page:<18}{per_second:>18.1f}{found[many, page]:>14.1f}{ratios}")
        listed = found[many, "case list"] / found[few, "case list"]
        self.stdout.write(f"  case list, {many} cases to {few}: {listed:.2f}")
