"""`make run`: the platform on this machine alone, with the demo: `python -m scripts.run`.

PORT (8000), DATA_DIR (var) and DEMO_PASSWORD (made and kept on the first run) may be set. Everything listens
on the loopback only; Ctrl-C stops all of it, and so does closing the terminal.
"""

import contextlib
import fcntl
import os
import secrets
import shlex
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from honcho.compat import ProcessManager
from honcho.manager import Manager

ROOT = Path(__file__).parents[1]
HOST = "127.0.0.1"
PORT = int(os.environ.get("PORT") or 8000)
DATA_DIR = Path(os.environ.get("DATA_DIR") or ROOT / "var").resolve()
PYTHON = sys.executable

# One child for rendering: it can be timed out and replaced, which a worker without children cannot.
WORKER = "worker --loglevel=warning --concurrency=1 --without-gossip --without-mingle --without-heartbeat"
PROCESSES = {
    "web": f"gunicorn config.wsgi --bind={HOST}:{PORT} --worker-class=gthread --workers=1 --threads=8"
    " --no-control-socket --log-level=warning",
    "worker": f"celery --app=config --quiet {WORKER}",
    "beat": "celery --app=config --quiet beat --loglevel=warning",
}
ACCOUNTS = """
  office.director, office.clerk                 the leading group's office
  team1.leader, team1.member ... team6.member   the six supervision teams
  u01.secretary, u01.liaison ... u24.liaison    the twenty-four units"""


def main() -> int:
    refuse_taken_port()
    os.umask(0o077)  # what this run writes is for this account alone
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    with (DATA_DIR / "run.lock").open("w") as lock:
        refuse_second_run(lock.fileno())
        password = demo_password()
        os.environ |= {
            "DJANGO_SETTINGS_MODULE": "config.settings.development",
            "DATA_DIR": str(DATA_DIR),
            "DEMO_MODE": "1",
            "DEMO_PASSWORD": password,
        }
        # Root is who tries a demo in a container; Celery's advice for servers would bury the address.
        os.environ.setdefault("PYTHONWARNINGS", "ignore:You're running the worker with superuser")
        manage("migrate", "--verbosity=0")
        manage("seed_demo", "--if-empty")
        return serve(password)


def refuse_taken_port() -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, PORT))
        except OSError as error:
            sys.exit(f"Port {PORT} cannot be used ({error.strerror}). Choose another: make run PORT={PORT + 1}")


def refuse_second_run(lock: int) -> None:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        sys.exit(f"The platform runs already on the data in {DATA_DIR}. Choose others: make run DATA_DIR=...")


def demo_password() -> str:
    """DEMO_PASSWORD, or the one that the first run made and keeps in the data folder, for its owner only."""
    kept = DATA_DIR / "demo_password"
    password = os.environ.get("DEMO_PASSWORD") or (kept.read_text().strip() if kept.exists() else "")
    password = password or secrets.token_urlsafe(12)
    kept.touch(mode=0o600)
    kept.write_text(password + "\n")
    return password


def manage(*command: str) -> None:
    done = subprocess.run([PYTHON, "manage.py", *command], cwd=ROOT, check=False)
    if done.returncode:
        sys.exit(done.returncode)


class Orderly(ProcessManager):  # type: ignore[misc]  # honcho has no types
    """Asks each process to end and leaves its children to it: a worker whose child is gone reports an error."""

    def terminate(self, pid: int) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGTERM)


def serve(password: str) -> int:
    """Runs all processes until one ends or Ctrl-C, which is no failure; returns the exit code."""
    manager = Manager()
    manager._procmgr = Orderly()  # what is still there after honcho's five seconds is killed with its children
    for name, command in PROCESSES.items():
        manager.add_process(name, f"exec {shlex.quote(PYTHON)} -m {command}", cwd=str(ROOT))
    threading.Thread(target=announce, args=[password], daemon=True).start()
    if signal.getsignal(signal.SIGHUP) is signal.SIG_DFL:  # and not nohup
        signal.signal(signal.SIGHUP, stop_unheard)
    try:
        manager.loop()
    except OSError:  # The terminal went without a signal, and nobody reads the processes any more.
        stop_unheard()
    stopped_by_ctrl_c = 130
    return 0 if manager.returncode == stopped_by_ctrl_c else int(manager.returncode or 0)


def stop_unheard(*_signal: object) -> None:
    """The terminal is closed: stop everything, and say the rest to nobody."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.dup2(nowhere, sys.stderr.fileno())
    os.kill(os.getpid(), signal.SIGTERM)


def announce(password: str) -> None:
    """Say where to go as soon as the site answers there."""
    while not answers():
        time.sleep(0.2)
    print(f"\nReady: http://{HOST}:{PORT}/", ACCOUNTS, f"\nEach has the password  {password}", sep="\n")
    print("Ctrl-C stops everything.\n", flush=True)


def answers() -> bool:
    try:
        with urllib.request.urlopen(f"http://{HOST}:{PORT}/", timeout=10):
            return True
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main())
