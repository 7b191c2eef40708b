"""Settings of a worker that a test starts: the test's own database, which only the running test knows by name."""

import os

from config.settings.test import *  # noqa: F403 — a settings module extends its base
from config.settings.test import DATABASES

DATABASES["default"]["NAME"] = os.environ["WORKER_DATABASE"]
