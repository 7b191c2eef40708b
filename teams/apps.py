from django.apps import AppConfig
from django.db.models.signals import post_migrate

from teams import triggers


class TeamsConfig(AppConfig):
    name = "teams"

    def ready(self) -> None:
        post_migrate.connect(triggers.create_after_migrate, sender=self)
