"""Fetches what the documents need from the system: their fonts, and WeasyPrint's libraries."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from reports.rendering.font_packages import CannotInstall, install_fonts, install_pango


class Command(BaseCommand):
    help = "Fetches the documents' fonts into FONTS_DIR, and WeasyPrint's libraries; does nothing twice."
    # It runs before the first migration, and where a check might import what is still missing.
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            install_pango(self.stdout.write)
            install_fonts(Path(settings.FONTS_DIR), self.stdout.write)
        except CannotInstall as error:
            raise CommandError(str(error)) from error
