"""`make run` leaves nothing behind, however its terminal goes."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from django.conf import settings

from tests.pictures import free_port
from tests.workers.running import kill, wait_for

ROOT = Path(__file__).parents[1]


class Run:
    """The platform in a terminal of its own, from which all that it says is read."""

    def __init__(self, data: Path) -> None:
        self.port = free_port()
        self.terminal, inside = os.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "scripts.run"],
            cwd=ROOT,
            env=os.environ
            | {"DATA_DIR": str(data), "FONTS_DIR": str(settings.FONTS_DIR), "PORT": str(self.port)}
            | {"DATABASE_URL": "", "CELERY_BROKER_URL": ""},
            start_new_session=True,
            # Whoever runs the suite under nohup would hand the deafness down.
            preexec_fn=hear_hang_ups,
            stdin=inside,
            stdout=inside,
            stderr=inside,
        )
        os.close(inside)
        self.said = ""

    def says(self, words: str) -> str:
        """Read until these words have been said; returns everything said."""
        while words not in self.said:
            self.said += os.read(self.terminal, 65536).decode()
        return self.said

    def says_to_the_end(self) -> str:
        """Read until nobody is left to say anything; a terminal without writers is an error on Linux."""
        with suppress(OSError):
            while said := os.read(self.terminal, 65536):
                self.said += said.decode()
        return self.said

    def pid_of(self, name: str) -> int:
        start = self.says(f"{name} started (pid=").partition(f"{name} started (pid=")[2]
        return int(start.partition(")")[0])

    def sends(self, number: signal.Signals) -> None:
        """As a terminal or a shell does: to every process of the job."""
        os.killpg(self.process.pid, number)

    def hangs_up(self) -> None:
        os.close(self.terminal)
        self.terminal = -1

    def listens(self) -> bool:
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    def shut(self, pids: list[int]) -> None:
        if self.terminal >= 0:
            self.hangs_up()
        kill(self.process)
        for pid in filter(alive, pids):
            os.killpg(pid, signal.SIGKILL)


def hear_hang_ups() -> None:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def alive(pid: int) -> bool:
    return Path(f"/proc/{pid}").exists()


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """The demo is made once."""
    return tmp_path_factory.mktemp("run")


def ctrl_c(run: Run, pids: list[int]) -> None:
    run.sends(signal.SIGINT)
    run.says("SIGINT received")


def closed_window(run: Run, pids: list[int]) -> None:
    run.hangs_up()
    run.sends(signal.SIGHUP)


def lost_line(run: Run, pids: list[int]) -> None:
    """No signal comes: what tells is that the next word cannot be said."""
    run.hangs_up()
    os.kill(pids[0], signal.SIGTERM)


@pytest.mark.parametrize("ending", [ctrl_c, closed_window, lost_line])
def test_nothing_is_left(data, ending):
    run, pids = Run(data), []
    try:
        run.says("Ready: ")
        pids += [run.pid_of(name) for name in ("beat", "worker", "web")]
        assert run.listens()
        ending(run, pids)
        run.process.wait(timeout=180)
        assert wait_for(lambda: not any(map(alive, pids)))
        assert not run.listens()
    finally:
        run.shut(pids)


def test_ctrl_c_is_no_error_of_the_worker(data):
    run, pids = Run(data), []
    try:
        run.says("Ready: ")
        pids += [run.pid_of(name) for name in ("beat", "worker", "web")]
        assert wait_for(lambda: children_of(pids[1]))
        run.sends(signal.SIGINT)
        by_the_worker = [line for line in run.says_to_the_end().splitlines() if "worker" in line]
        assert by_the_worker
        assert not any("ERROR" in line or "Traceback" in line for line in by_the_worker)
        assert run.process.wait(timeout=60) == 0
    finally:
        run.shut(pids)


def children_of(pid: int) -> str:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text()
