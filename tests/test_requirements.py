"""`make requirements` tells the truth: every row has its line, and no test proves a row that is not there."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.requirements import ROWS

ROOT = Path(__file__).parents[1]

PROVING = """
import pytest

@pytest.mark.requirement(57, 58)
def test_it_counts_two_rows():
    raise AssertionError("collected, never run")

@pytest.mark.requirement(57)
@pytest.mark.parametrize("hours", [39, 40])
def test_it_counts_once_however_many_parameters(hours):
    pass

@pytest.mark.requirement(57)
@pytest.mark.skip(reason="proves nothing while it is skipped")
def test_it_is_skipped():
    pass

def test_it_proves_no_row():
    pass
"""


def printed(path):
    """Standard output, standard error and exit code of the command over the tests of one file."""
    command = [sys.executable, "-m", "tests.requirements", "-c", "pyproject.toml", str(path)]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return ran.stdout, ran.stderr, ran.returncode


@pytest.fixture
def tests(tmp_path):
    """Writes a file of tests and returns its path."""

    def write(text):
        path = tmp_path / "test_proving.py"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_it_prints_a_line_for_each_row_and_names_the_tests_that_prove_it(tests):
    out, _, code = printed(tests(PROVING))
    lines = [line.split("\t") for line in out.splitlines()]
    assert code == 0
    assert [int(row) for row, *_ in lines] == list(range(1, 115))
    proofs = {int(row): (number, names) for row, _, number, names in lines}
    assert proofs[57] == ("2", "test_it_counts_two_rows, test_it_counts_once_however_many_parameters")
    assert proofs[58] == ("1", "test_it_counts_two_rows")
    assert proofs[59] == ("0", "-")


def test_it_refuses_a_row_that_does_not_exist(tests):
    out, err, code = printed(tests("import pytest\n@pytest.mark.requirement(115)\ndef test_it(): pass\n"))
    assert code != 0
    assert out == ""
    assert "test_proving.py::test_it: there is no requirement 115" in err


def test_it_refuses_tests_that_cannot_be_collected(tests):
    out, err, code = printed(tests("import nothing_of_that_name\n"))
    assert code != 0
    assert out == ""
    assert "could not be collected" in err


def test_every_row_has_a_title_in_both_languages():
    assert list(ROWS) == list(range(1, 115))
    assert all(title.keys() == {"en", "zh"} and all(title.values()) for title in ROWS.values())
