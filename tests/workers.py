"""Real workers for tests: a Celery process on the test's own database, broker and files.

Use with the fixture `committed`: what is not committed, another process does not see.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from celery import current_app
from django.core.files.storage import default_storage
from django.db import connection

ROOT = Path(__file__).parents[1]
WORKER = [
    *("worker", "--loglevel=warning", "--concurrency=1"),
    *("--without-gossip", "--without-mingle", "--without-heartbeat"),
]
BEAT = ["beat", "--loglevel=warning"]


def environment(**changes: str) -> dict[str, str]:
    """What another process needs to stand where this test stands, with changes (JOB_LEASE_SECONDS="2")."""
    return (
        os.environ
        | changes
        | {
            "DJANGO_SETTINGS_MODULE": "config.settings.test",
            "DATABASE_URL": _database_url(),
            "MEDIA_ROOT": str(default_storage.location),
        }
    )


@contextmanager
def celery(*arguments: str, log: Path, **changes: str) -> Iterator[subprocess.Popen]:
    """A Celery process (WORKER or BEAT) in a process group of its own, ended with all its children."""
    command = [sys.executable, "-m", "celery", "--app=config", "--quiet", *arguments]
    with log.open("ab") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment(**changes), stdout=output, stderr=output, start_new_session=True
        )
    try:
        yield process
    finally:
        kill(process)


def kill(process: subprocess.Popen) -> None:
    """SIGKILL for the process and its children: no worker gets to tidy up."""
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def forget_messages() -> None:
    """Empty the broker of what earlier tests rang for."""
    current_app.control.purge()


def eventually(happened: Callable[[], bool], *, seconds: float = 60) -> bool:
    """Whether it happened within the time, which is only there so that a failing test ends."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if happened():
            return True
        time.sleep(0.1)
    return happened()


def _database_url() -> str:
    """The test database as a URL; its settings were changed to it when the suite made it."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    credentials = quote(settings["USER"], safe="")
    if settings["PASSWORD"]:
        credentials += ":" + quote(settings["PASSWORD"], safe="")
    return f"postgres://{credentials}@{settings['HOST']}:{settings['PORT']}/{settings['NAME']}"
