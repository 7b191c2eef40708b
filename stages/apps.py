from django.apps import AppConfig

from stages import ledger
from stages.enums import TODO_RANKS
from teams import registry
from units import ranks


class StagesConfig(AppConfig):
    name = "stages"

    def ready(self) -> None:
        registry.register_acts(ledger.ACTS)
        registry.register_notices(ledger.NOTICES)
        ranks.register(TODO_RANKS)
