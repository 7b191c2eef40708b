"""The suite: as the embedded default, with a cheap password hasher and its own test databases."""

from config.settings import base
from config.settings.base import *  # noqa: F403 — a settings module extends its base

SECRET_KEY = "a-secret-for-tests-only-that-is-long-enough-for-the-deploy-check"
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "testserver"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
WHITENOISE_USE_FINDERS = True
STORAGES = base.STORAGES
