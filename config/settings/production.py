"""Production: PostgreSQL, Redis, TLS. A weak or missing setting stops the start, and the demo is refused."""

from django.core.exceptions import ImproperlyConfigured

from config.settings import base, environment
from config.settings.base import *  # noqa: F403 — a settings module extends its base

MINIMUM_SECRET_LENGTH = 50


def _required(name: str, value: str) -> str:
    if not value:
        raise ImproperlyConfigured(f"{name} must be set in production.")
    return value


def _of_scheme(name: str, value: str, *schemes: str) -> None:
    """One code runs on both, but only this pair is made for several machines (docs/decisions)."""
    if _required(name, value).partition("://")[0] not in schemes:
        raise ImproperlyConfigured(f"{name} must begin with {schemes[0]}:// in production.")


SECRET_KEY = _required("SECRET_KEY", environment.SECRET_KEY)
if len(SECRET_KEY) < MINIMUM_SECRET_LENGTH or len(set(SECRET_KEY)) < 5 or SECRET_KEY.startswith("django-insecure"):
    raise ImproperlyConfigured(f"SECRET_KEY must be random and at least {MINIMUM_SECRET_LENGTH} characters long.")
_of_scheme("DATABASE_URL", environment.DATABASE_URL, "postgres", "postgresql")
_of_scheme("CELERY_BROKER_URL", environment.CELERY_BROKER_URL, "redis", "rediss")
ALLOWED_HOSTS = environment.ALLOWED_HOSTS
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name this site's hosts.")
CSRF_TRUSTED_ORIGINS = environment.CSRF_TRUSTED_ORIGINS
if environment.DEMO_MODE:
    raise ImproperlyConfigured("DEMO_MODE shows accounts on the login page and is refused in production.")

STORAGES = base.STORAGES | {
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-sessionid"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrftoken"
LANGUAGE_COOKIE_SECURE = True
