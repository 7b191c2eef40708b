"""The site as it runs for people: gunicorn, a worker that makes documents, and a browser for each person."""

import os
import shutil
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection
from playwright.sync_api import Browser, sync_playwright

from tests.pictures import FLAGS, free_port
from tests.workers.running import ROOT, kill

SECONDS_TO_START = 60


@contextmanager
def site(log: Path) -> Iterator[str]:
    """The address of a server on this test's database, broker and files; it is gone at the end."""
    address = f"http://127.0.0.1:{free_port()}"
    command = [
        *(sys.executable, "-m", "gunicorn", "config.wsgi", f"--bind={address.removeprefix('http://')}"),
        *("--worker-class=gthread", "--threads=4", "--no-control-socket", "--log-level=warning"),
    ]
    environment = os.environ | {
        # What a worker of a test stands on, a server stands on.
        "DJANGO_SETTINGS_MODULE": "tests.workers.settings",
        "WORKER_DATABASE": str(connection.settings_dict["NAME"]),
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
        "PYTHONWARNINGS": "ignore",
    }
    with log.open("w") as output:
        server = subprocess.Popen(
            command, cwd=ROOT, env=environment, start_new_session=True, stdout=output, stderr=output
        )
    try:
        _wait_until_it_answers(address, server, log)
        yield address
    finally:
        kill(server)


def _wait_until_it_answers(address: str, server: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/login/").close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"The site does not answer:\n{log.read_text()}")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser that talks to nobody by itself."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()
