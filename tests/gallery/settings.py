"""The site as the tests have it, with the gallery's pages before it."""

from config.settings import test
from config.settings.test import *  # noqa: F403 — a settings module extends its base

ROOT_URLCONF = "tests.gallery.urls"
GALLERY_TEMPLATES = test.BASE_DIR / "tests" / "gallery" / "templates"
TEMPLATES = [test.TEMPLATES[0] | {"DIRS": [*test.TEMPLATES[0]["DIRS"], GALLERY_TEMPLATES]}]
