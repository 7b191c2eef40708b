from django.apps import AppConfig
from django.db.models.signals import post_migrate

from teams import ledger, registry, triggers


class TeamsConfig(AppConfig):
    name = "teams"

    def ready(self) -> None:
        registry.register_acts(ledger.ACTS)
        registry.register_notices(ledger.NOTICES)
        post_migrate.connect(triggers.create_after_migrate, sender=self)
