"""WSGI entry point for gunicorn; the settings come from DJANGO_SETTINGS_MODULE, development by default."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.development")

application = get_wsgi_application()
