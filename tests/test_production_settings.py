"""What production does not start without: read in a process of its own, which connects to nothing."""

import os
import subprocess
import sys

import pytest

WHOLE = {
    "DJANGO_SETTINGS_MODULE": "config.settings.production",
    "SECRET_KEY": "0123456789abcdef" * 4,
    "ALLOWED_HOSTS": "casework.example.org",
    "CSRF_TRUSTED_ORIGINS": "https://casework.example.org",
    "DATABASE_URL": "postgres://casework@db.example.org/casework",
    "CELERY_BROKER_URL": "redis://broker.example.org:6379/0",
    "DEMO_MODE": "",
}


def start(**changes):
    """What the settings say against starting; nothing when they are content."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    run = subprocess.run(
        [sys.executable, "-c", "import config.settings.production"],
        env=kept | WHOLE | changes,
        capture_output=True,
        text=True,
        check=False,
    )
    return run.stderr if run.returncode else ""


def test_it_starts_on_postgresql_and_redis():
    assert start() == ""
    assert start(DATABASE_URL="postgresql://db/casework", CELERY_BROKER_URL="rediss://broker/0") == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "sqlite:////srv/casework.sqlite3"),
        ("DATABASE_URL", "mysql://db/casework"),
        ("DATABASE_URL", ""),
        ("CELERY_BROKER_URL", "filesystem://"),
        ("CELERY_BROKER_URL", "amqp://broker"),
        ("CELERY_BROKER_URL", ""),
    ],
)
def test_it_insists_on_them(name, value):
    assert name in start(**{name: value})
