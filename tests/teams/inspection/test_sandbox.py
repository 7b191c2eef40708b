"""A file that drives its parser mad takes no more than its own process with it."""

import logging

import pytest

from teams.inspection import Refused, limits, sandbox
from teams.inspection.kinds import Container
from tests.samples import hostile_pdfs
from tests.teams.inspection.asserting import code_of

PROBE_WITH_LESS = """
import resource, runpy
resource.setrlimit(resource.RLIMIT_AS, ({bytes}, {bytes}))
runpy.run_module("teams.inspection.probe", run_name="__main__")
"""


def test_it_stops_a_pdf_that_takes_gigabytes():
    bomb = hostile_pdfs.pdf_bomb()
    assert len(bomb) < 400_000

    assert code_of("plan.pdf", bomb) == "too-complex"


@pytest.mark.parametrize("megabytes", [400, 420, 440, 460])
def test_it_says_so_however_the_parser_takes_the_want_of_memory(monkeypatch, megabytes):
    # Where memory ends is a matter of chance: qpdf dies of it, or leaves objects out and calls the file readable.
    probe = PROBE_WITH_LESS.format(bytes=megabytes * limits.MIB)
    monkeypatch.setattr(sandbox, "_COMMAND", [sandbox.sys.executable, "-c", probe])

    assert code_of("plan.pdf", hostile_pdfs.pdf_bomb(streams=2)) == "too-complex"


def test_it_writes_down_that_a_parser_fell_over(monkeypatch, caplog):
    monkeypatch.setattr(sandbox, "_COMMAND", [sandbox.sys.executable, "-c", "import os; os.abort()"])

    with caplog.at_level(logging.ERROR, "teams.inspection.sandbox"):
        assert code_of("plan.pdf", hostile_pdfs.pdf_bomb(streams=1, nulls=4)) == "too-complex"

    assert "Probe of a PDF ended with" in caplog.text


def test_it_stops_a_parser_that_does_not_come_to_an_end(monkeypatch):
    monkeypatch.setattr(limits, "PROBE_WALL_SECONDS", 0.2)
    monkeypatch.setattr(sandbox, "_COMMAND", [sandbox.sys.executable, "-c", "import time; time.sleep(60)"])

    with pytest.raises(Refused) as caught:
        sandbox.probed(b"%PDF-1.7", Container.PDF)

    assert caught.value.code == "too-complex"


def test_it_gives_the_parser_no_secret_and_no_pen(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "secret")
    script = "import os, sys; sys.stdout.write(str(sorted(os.environ)))"
    monkeypatch.setattr(sandbox, "_COMMAND", [sandbox.sys.executable, "-c", script])

    seen = sandbox.probed(b"", Container.PDF).decode()

    assert "PATH" in seen
    assert "SECRET_KEY" not in seen
    assert "DATABASE_URL" not in seen
