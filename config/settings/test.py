"""The suite: as the embedded default or as DATABASE_URL and CELERY_BROKER_URL say, in a folder of its own.

Runs with other data folders, and the processes of a parallel run, share neither database nor broker nor
files; a worker that a test starts inherits the environment and so finds the same broker and files.
"""

import hashlib

from config.settings import base, environment, queue
from config.settings.base import *  # noqa: F403 — a settings module extends its base

SECRET_KEY = "a-secret-for-tests-only-that-is-long-enough-for-the-deploy-check"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
# Looks files up when they are asked for: nothing is collected here, and no test waits for a scan of them all.
WHITENOISE_AUTOREFRESH = True

TEST_FOLDER = environment.DATA_DIR / "test" / environment.TEST_PROCESS
TEST_FOLDER.mkdir(parents=True, exist_ok=True)
_own = hashlib.sha256(str(TEST_FOLDER).encode()).hexdigest()[:8]

DATABASES = base.DATABASES
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, because a worker process cannot share a database in memory.
    DATABASES["default"]["TEST"] = {"NAME": TEST_FOLDER / "db.sqlite3"}
else:
    DATABASES["default"]["TEST"] = {"NAME": f"test_{DATABASES['default']['NAME']}_{_own}"}

if environment.CELERY_BROKER_URL:
    CELERY_BROKER_TRANSPORT_OPTIONS = queue.redis_options(environment.BROKER_PREFIX or f"test-{_own}:")
else:
    CELERY_BROKER_URL, CELERY_BROKER_TRANSPORT_OPTIONS = queue.filesystem_broker(TEST_FOLDER / "broker")
PUBLISHER_TRANSPORT_OPTIONS = CELERY_BROKER_TRANSPORT_OPTIONS | queue.PUBLISHER_OPTIONS
CELERY_BEAT_SCHEDULE_FILENAME = str(TEST_FOLDER / "beat")

# A killed worker's job is taken up again after its lease: tests of that do not wait for minutes.
JOB_LEASE_SECONDS = environment.env.int("JOB_LEASE_SECONDS", default=base.JOB_LEASE_SECONDS)

MEDIA_ROOT = environment.env.str("MEDIA_ROOT", default=str(TEST_FOLDER / "media"))
STORAGES = base.STORAGES | {
    "default": base.STORAGES["default"] | {"OPTIONS": base.STORAGES["default"]["OPTIONS"] | {"location": MEDIA_ROOT}},
}
