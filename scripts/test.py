"""Runs the suite: `python -m scripts.test [arguments for pytest]`.

Always on the embedded default (SQLite, filesystem broker); then what meets the database or the broker again on
PostgreSQL and Redis, where they answer. With CI=true their absence is an error, so that no run passes there on
one engine alone.
"""

import os
import subprocess
import sys
from pathlib import Path

from scripts import services

ROOT = Path(__file__).parents[1]
NOTHING_TO_RUN = 5  # pytest's code when none of the chosen tests meets the services
# Two processes on two cores; a file's tests stay together, so that what they share is made once.
PARALLEL = ["-n", os.environ.get("TEST_PROCESSES", "2"), "--dist", "loadfile"]


def main(arguments: list[str]) -> int:
    strict = os.environ.get("CI", "").lower() in {"1", "true"}
    codes = [suite("embedded", arguments, DATABASE_URL="", CELERY_BROKER_URL="")]
    found = services.find()
    if not found.problems:
        urls = {"DATABASE_URL": found.database_url, "CELERY_BROKER_URL": found.broker_url}
        code = suite("services", ["--on-services", *arguments], **urls)
        codes.append(0 if code == NOTHING_TO_RUN else code)
    else:
        print("\nNot run on PostgreSQL and Redis:", *found.problems, sep="\n  ")
        if strict:
            print("CI=true: both are needed here.", file=sys.stderr)
            codes.append(1)
    return max(codes)


def suite(mode: str, arguments: list[str], **environment: str) -> int:
    """One run of pytest, with data of its own under build/; returns pytest's exit code."""
    title = {"embedded": "SQLite and filesystem broker", "services": "PostgreSQL and Redis"}[mode]
    print(f"\n== The suite on {title}", flush=True)
    data = Path(os.environ.get("DATA_DIR") or ROOT / "build" / "test") / mode
    command = [sys.executable, "-m", "pytest", *PARALLEL, *arguments]
    given = os.environ | environment | {"DATA_DIR": str(data)}
    return subprocess.run(command, cwd=ROOT, env=given, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
