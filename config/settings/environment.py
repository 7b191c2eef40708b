"""The one place that reads the process environment; every other settings module imports from here."""

import os
from pathlib import Path

import environ

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent.parent
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()
FONTS_DIR = Path(env.str("FONTS_DIR", default=str(BASE_DIR / "var" / "fonts"))).resolve()

DATABASE_URL = env.str("DATABASE_URL", default="")
CELERY_BROKER_URL = env.str("CELERY_BROKER_URL", default="")
BROKER_PREFIX = env.str("BROKER_PREFIX", default="")
SECRET_KEY = env.str("SECRET_KEY", default="")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
MEDIA_ROOT = env.str("MEDIA_ROOT", default=str(DATA_DIR / "media"))
PROXY_COUNT = env.int("PROXY_COUNT", default=0)
DEMO_MODE = env.bool("DEMO_MODE", default=False)
DEMO_PASSWORD = env.str("DEMO_PASSWORD", default="")
# Set by pytest-xdist in each process of a parallel run.
TEST_PROCESS = env.str("PYTEST_XDIST_WORKER", default="main")


def generated_secret(path: Path) -> str:
    """The secret key kept in `path`, made on first use and readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(descriptor, "w") as file:
        file.write(os.urandom(48).hex())
    return path.read_text().strip()
