"""`make bench`: what documents and the publisher cost on this machine, in one run."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from reports.bench import documents, publisher


class Command(BaseCommand):
    help = "Measure the review beside bare WeasyPrint, and the publisher with a live, a refused and a silent broker."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--child", choices=documents.WAYS, help="Measure one way in this process (for itself).")

    def handle(self, *args: Any, child: str | None, **options: Any) -> None:
        if child:
            self.stdout.write(documents.as_child(child))
            return
        self.documents()
        self.publisher()

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
