"""`make run` leaves nothing behind, however its terminal goes."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from scripts.run import Orderly
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


# Says whether it was asked to end as well, which waits until it is looked at.
CHILD = """import signal
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGTERM})
print("ready", flush=True)
input()
print(signal.SIGTERM in signal.sigpending(), flush=True)"""
PARENT = "import subprocess, sys; subprocess.run([sys.executable, '-c', sys.argv[1]])"


def test_a_process_is_asked_to_end_and_its_children_are_left_to_it():
    """A worker whose child is gone reports an error."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True, "start_new_session": True}
    with subprocess.Popen([sys.executable, "-c", PARENT, CHILD], **pipes) as parent:
        assert parent.stdout.readline() == "ready\n"
        Orderly().terminate(parent.pid)
        assert parent.wait(timeout=60) == -signal.SIGTERM
        parent.stdin.write("\n")
        parent.stdin.flush()
        assert parent.stdout.readline() == "False\n"
