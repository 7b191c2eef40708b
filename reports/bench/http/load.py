"""A process of its own that asks one address again and again: `python -m reports.bench.http.load`, the task as JSON.

Each thread keeps its connection. It knows nothing of Django, so that it costs the server's machine as little as it can.
"""

from __future__ import annotations

import http.client
import json
import sys
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True)
class Task:
    """What is asked, by how many at a time, for how long; `fields` are posted, with the field `fresh` new each time."""

    host: str
    path: str
    headers: dict[str, str]
    expected: int
    threads: int
    seconds: float
    fields: dict[str, str] | None = None
    fresh: str = ""


def asked(task: Task) -> int:
    """How often one thread was answered as expected; anything else is an error."""
    connection = http.client.HTTPConnection(task.host, timeout=60)
    until, count = time.monotonic() + task.seconds, 0
    while time.monotonic() < until:
        _ask(connection, task)
        count += 1
    connection.close()
    return count


def _ask(connection: http.client.HTTPConnection, task: Task) -> None:
    if task.fields is None:
        connection.request("GET", task.path, headers=task.headers)
    else:
        body = urlencode(task.fields | {task.fresh: str(uuid.uuid4())})
        headers = task.headers | {"Content-Type": "application/x-www-form-urlencoded"}
        connection.request("POST", task.path, body=body, headers=headers)
    response = connection.getresponse()
    response.read()
    if response.status != task.expected:
        raise SystemExit(f"{task.path} answers {response.status}")


def main() -> None:
    task = Task(**json.load(sys.stdin))
    start = time.monotonic()
    with ThreadPoolExecutor(task.threads) as threads:
        count = sum(threads.map(asked, [task] * task.threads))
    json.dump({"per_second": count / (time.monotonic() - start)}, sys.stdout)


if __name__ == "__main__":
    main()
