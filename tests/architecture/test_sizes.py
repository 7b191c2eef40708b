"""Files stay small enough to be read in one go: a file that outgrows its measure usually wants to be two."""

import pytest

from tests.architecture.sources import APPS, ROOT, python_files

MEASURES = {
    "code": (300, lambda: python_files(*APPS, "config", "scripts")),
    "tests": (400, lambda: python_files("tests")),
    "templates": (120, lambda: (ROOT / "templates").rglob("*.html")),
    "styles": (400, lambda: (ROOT / "static").rglob("*.css")),
    "scripts": (400, lambda: (ROOT / "static").rglob("*.js")),
}


@pytest.mark.parametrize("kind", MEASURES)
def test_it_is_no_longer_than_its_measure(kind):
    most, files = MEASURES[kind]
    lengths = {path.relative_to(ROOT): len(path.read_text(encoding="utf-8").splitlines()) for path in files()}
    assert lengths, f"no {kind} found: the test looks in the wrong place"
    assert {str(path): lines for path, lines in lengths.items() if lines > most} == {}
