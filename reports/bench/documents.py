"""The review as the platform makes it, beside bare WeasyPrint on the same HTML and the same style sheets."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import weasyprint
from django.conf import settings
from weasyprint.text.fonts import FontConfiguration

from reports.rendering import fonts
from reports.rendering.fetcher import ASSETS_DIR, fetcher_for
from reports.rendering.pdf import LAYOUTS, render, to_html

SAMPLE = Path(__file__).with_name("review.json")
KIND = "TRANSITION_REVIEW"
TIMES = 5


@dataclass(frozen=True)
class Measured:
    """One way of making the document: seconds per page, warm, and the peak memory of its process in MB."""

    seconds_per_page: float
    peak_mb: float


def ours() -> int:
    """PDF/A, embedded subsets, checked characters, page pictures; returns the number of pages."""
    return render(KIND, _snapshot()).page_count


def bare() -> int:
    """WeasyPrint alone: the same HTML, sheets and fonts, no archive, no pictures."""
    layout, configuration = LAYOUTS[KIND], FontConfiguration()
    fetcher = fetcher_for(Path(settings.FONTS_DIR))
    sheets = [fonts.face_rules(Path(settings.FONTS_DIR), fonts.FACES)]
    sheets += [(ASSETS_DIR / name).read_text(encoding="utf-8") for name in layout.style_sheets]
    document = weasyprint.HTML(string=to_html(layout, _snapshot()), url_fetcher=fetcher).render(
        stylesheets=[weasyprint.CSS(string=sheet, url_fetcher=fetcher, font_config=configuration) for sheet in sheets],
        font_config=configuration,
    )
    document.write_pdf()
    return len(document.pages)


WAYS: dict[str, Callable[[], int]] = {"ours": ours, "bare": bare}


def measure(way: str) -> Measured:
    """Measure one way in a process of its own, so that neither has the other's memory."""
    command = [sys.executable, "manage.py", "bench", "--child", way]
    printed = subprocess.run(command, cwd=settings.BASE_DIR, check=True, capture_output=True, text=True).stdout
    return Measured(**json.loads(printed.splitlines()[-1]))


def as_child(way: str) -> str:
    """In the child: once to warm up, then several times; the result as a line of JSON."""
    make = WAYS[way]
    pages = make()
    start = time.perf_counter()
    for _ in range(TIMES):
        make()
    seconds = (time.perf_counter() - start) / TIMES / pages
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return json.dumps({"seconds_per_page": seconds, "peak_mb": peak_mb})


def _snapshot() -> dict[str, Any]:
    snapshot: dict[str, Any] = json.loads(SAMPLE.read_text(encoding="utf-8"))
    return snapshot
