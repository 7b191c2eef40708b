"""What `manage.py bench` serves: the site as in production without TLS, with views to compare with, on data of its own.

BENCH_CASES says how many cases there are; each number has its database beside that of DATABASE_URL.
"""

from config.settings import base, environment
from config.settings.base import *  # noqa: F403 — a settings module extends its base

SECRET_KEY = "a-secret-for-measuring-only-on-the-loopback-address-of-one-machine"
ALLOWED_HOSTS = ["127.0.0.1"]
ROOT_URLCONF = "reports.bench.http.urls"
STATIC_ROOT = None
WHITENOISE_AUTOREFRESH = True

BENCH_CASES = environment.env.int("BENCH_CASES", default=300)
DATABASES = base.DATABASES
if environment.DATABASE_URL:
    DATABASES["default"]["NAME"] = f"{DATABASES['default']['NAME']}_bench_{BENCH_CASES}"
