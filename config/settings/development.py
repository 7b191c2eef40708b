"""The embedded default (`make run`): SQLite, filesystem broker, loopback only, a generated secret."""

from config.settings import base
from config.settings.base import *  # noqa: F403 — a settings module extends its base
from config.settings.environment import DATA_DIR, SECRET_KEY, env, generated_secret

SECRET_KEY = SECRET_KEY or generated_secret(DATA_DIR / "secret_key")
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
DEBUG = env.bool("DEBUG", default=False)
# Static files are served from where they lie, so that a changed stylesheet needs no collecting.
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
STORAGES = base.STORAGES
