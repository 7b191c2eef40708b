"""Which tests prove which requirement: `python -m tests.requirements [paths of tests]`.

Prints one line for each row of docs/requirements.toml, tab-separated: row, title, number of tests that prove
it, their names ("-" when there are none). Tests are collected, not run, so no database is needed. Nothing
else goes to standard output; whatever pytest says while collecting goes to standard error.
"""

import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterable
from contextlib import redirect_stdout
from pathlib import Path

import pytest

with (Path(__file__).parents[1] / "docs" / "requirements.toml").open("rb") as stream:
    ROWS = {int(number): title for number, title in tomllib.load(stream)["rows"].items()}


class UnknownRowError(Exception):
    """A test claims to prove a requirement that does not exist."""


class Collector:
    """A pytest plugin that keeps every collected test, before -m or -k of the configuration drops any."""

    def __init__(self):
        self.items = []

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, items):
        self.items = list(items)


def collected(paths):
    """The tests under the paths; pytest's exit code is not 0 when one of their files cannot be imported."""
    collector = Collector()
    with redirect_stdout(sys.stderr):
        code = pytest.main(["--collect-only", "-qqq", "--capture=no", *paths], plugins=[collector])
    return collector.items, code


def proofs(items: Iterable[pytest.Item]) -> dict[int, list[str]]:
    """Names of tests by the row they prove. A parametrised test is one proof, a skipped test is none."""
    names = defaultdict(dict)
    for item in items:
        if item.get_closest_marker("skip"):
            continue
        name = item.nodeid.partition("::")[2].partition("[")[0]
        for marker in item.iter_markers("requirement"):
            for row in marker.args:
                if row not in ROWS:
                    raise UnknownRowError(f"{item.path.name}::{name}: there is no requirement {row!r}")
                names[row][item.path, name] = name
    return {row: list(tests.values()) for row, tests in names.items()}


def lines(proved: dict[int, list[str]]) -> Iterable[str]:
    for row, title in ROWS.items():
        tests = proved.get(row, [])
        yield f"{row}\t{title['en']} {title['zh']}\t{len(tests)}\t{', '.join(tests) or '-'}"


def main(paths):
    items, code = collected(paths or ["tests"])
    if code:
        return f"The tests could not be collected (pytest's exit code {int(code)})."
    try:
        proved = proofs(items)
    except UnknownRowError as error:
        return str(error)
    for line in lines(proved):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
