"""Two servers, one with few cases and one with many, measured in turn: requests per second of each page."""

from __future__ import annotations

import json
import os
import secrets
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.db import connection

from reports.bench.http.load import Task
from reports.bench.http.words import WORDS
from teams import clock

FEW, MANY = 300, 10_000
WORKERS, THREADS, AT_A_TIME = 2, 4, 4
ROUNDS, SECONDS, WARM_UP = 3, 2.0, 1.0
BY_MEMBER = {"home", "form shown", "finding saved"}
SAVED = "finding saved"

Figures = dict[tuple[int, str], float]


@dataclass(frozen=True)
class Site:
    """A server with so many cases; `known` is what its seeding told."""

    cases: int
    host: str
    known: dict[str, Any]

    def task(self, page: str, seconds: float) -> Task:
        """One page, asked by the person whose page it is."""
        session = self.known["member" if page in BY_MEMBER else "director"]
        token = secrets.token_hex(16)
        return Task(
            host=self.host,
            path=self.known["pages"][page],
            headers={"Cookie": f"sessionid={session}; csrftoken={token}", "X-CSRFToken": token},
            expected=302 if page == SAVED else 200,
            threads=AT_A_TIME,
            seconds=seconds,
            fields=_finding() if page == SAVED else None,
            fresh="client_uuid",
        )


def _finding() -> dict[str, str]:
    today = clock.today().isoformat()
    return {"kind": "PROBLEM", "scope": "CAMPAIGN", "text": WORDS["finding"], "observed_on": today}


def measure() -> Figures:
    """The median of several rounds, by number of cases and page; in each round every page of both servers in turn."""
    taken: dict[tuple[int, str], list[float]] = defaultdict(list)
    with ExitStack() as stack:
        sites = [stack.enter_context(_site(number)) for number in (FEW, MANY)]
        pages = [(site, page) for page in sites[0].known["pages"] for site in sites]
        for site, page in pages:
            _per_second(site.task(page, WARM_UP))
        for _round in range(ROUNDS):
            for site, page in pages:
                taken[site.cases, page].append(_per_second(site.task(page, SECONDS)))
    return {key: statistics.median(found) for key, found in taken.items()}


def _per_second(task: Task) -> float:
    command = [sys.executable, "-m", "reports.bench.http.load"]
    done = subprocess.run(
        command, cwd=settings.BASE_DIR, input=json.dumps(asdict(task)), check=True, stdout=subprocess.PIPE, text=True
    )
    return float(json.loads(done.stdout)["per_second"])


@contextmanager
def _site(cases: int) -> Iterator[Site]:
    """The site on a database of its own, which is gone at the end."""
    given = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings.bench", "BENCH_CASES": str(cases)}
    with _database(f"{connection.settings_dict['NAME']}_bench_{cases}"):
        seeding = [sys.executable, "manage.py", "bench", f"--seed={cases}"]
        told = subprocess.run(
            seeding, cwd=settings.BASE_DIR, env=given, check=True, stdout=subprocess.PIPE, text=True
        ).stdout
        host = f"127.0.0.1:{_free_port()}"
        serving = [
            *(sys.executable, "-m", "gunicorn", "config.wsgi", f"--bind={host}", "--no-control-socket"),
            *("--worker-class=gthread", f"--workers={WORKERS}", f"--threads={THREADS}", "--log-level=error"),
        ]
        server = subprocess.Popen(serving, cwd=settings.BASE_DIR, env=given)
        try:
            _wait_for(host)
            yield Site(cases, host, json.loads(told.splitlines()[-1]))
        finally:
            server.terminate()
            server.wait()


@contextmanager
def _database(name: str) -> Iterator[None]:
    quoted = connection.ops.quote_name(name)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {quoted}")
        cursor.execute(f"CREATE DATABASE {quoted}")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {quoted} WITH (FORCE)")


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def _wait_for(host: str) -> None:
    for _ in range(240):
        try:
            urllib.request.urlopen(f"http://{host}/login/").close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.25)
        else:
            return
    raise SystemExit(f"The site at {host} does not answer.")
