"""Real Celery workers for tests: started, killed without warning, and gone at the end."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

ROOT = Path(__file__).parents[2]


@contextmanager
def worker(**environment: str) -> Iterator[subprocess.Popen]:
    """A worker with one child on this test's database, broker and files; killed with its children at the end."""
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "celery", "--app=config", "--quiet", "worker", "--loglevel=error"),
            *("--concurrency=1", "--without-gossip", "--without-mingle", "--without-heartbeat"),
        ],
        cwd=ROOT,
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "tests.workers.settings",
            "WORKER_DATABASE": str(connection.settings_dict["NAME"]),
            "MEDIA_ROOT": str(settings.MEDIA_ROOT),
            "JOB_LEASE_SECONDS": str(settings.JOB_LEASE_SECONDS),
            "PYTHONWARNINGS": "ignore",
        }
        | environment,
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        kill(process)


def kill(process: subprocess.Popen) -> None:
    """SIGKILL to the worker and all its children: no clean-up of any kind."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait(timeout=30)


def wait_for(what: Callable[[], object], *, seconds: float = 60, every: float = 0.02) -> bool:
    """Ask until it is so, or the time is up."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if what():
            return True
        time.sleep(every)
    return False
