"""How long ringing for a job keeps an act waiting: with a live, a refused and a silent broker."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager

from celery import current_app
from django.conf import settings

from teams import doorbell

TIMES = 5
# A job that nobody has: a worker that hears the bell finds nothing to do.
NO_JOB = 0
# How the publisher gives up; the same as in production, whatever broker this machine has.
PATIENCE = {"socket_timeout": 0.3, "socket_connect_timeout": 0.3, "max_retries": 0}


def seconds_to_ring(url: str) -> float:
    """Seconds until the doorbell is done, heard or not: the worst of a few."""
    configured = {name: current_app.conf[name] for name in ("broker_url", "broker_write_url")}
    options = settings.PUBLISHER_TRANSPORT_OPTIONS
    current_app.conf.update(dict.fromkeys(configured, url))
    if url.startswith("redis"):
        settings.PUBLISHER_TRANSPORT_OPTIONS = options | PATIENCE
    logging.disable(logging.WARNING)
    try:
        return max(_once() for _ in range(TIMES))
    finally:
        logging.disable(logging.NOTSET)
        current_app.conf.update(configured)
        settings.PUBLISHER_TRANSPORT_OPTIONS = options


def _once() -> float:
    start = time.perf_counter()
    doorbell.ring(NO_JOB)
    return time.perf_counter() - start


@contextmanager
def refused() -> Iterator[str]:
    """A port at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        yield f"redis://127.0.0.1:{free.getsockname()[1]}/0"


@contextmanager
def silent() -> Iterator[str]:
    """A port that takes calls and never answers."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen(50)
        yield f"redis://127.0.0.1:{listening.getsockname()[1]}/0"
