from django.apps import AppConfig

from stages import ledger
from stages.enums import TODO_RANKS
from teams import registry
from units import campaign_terms, ranks


class StagesConfig(AppConfig):
    name = "stages"

    def ready(self) -> None:
        # Django lets models be imported only once every app is there, which is now.
        from stages.selectors.template import day_minutes_of, kinds_not_yet  # noqa: PLC0415

        registry.register_acts(ledger.ACTS)
        registry.register_notices(ledger.NOTICES)
        ranks.register(TODO_RANKS)
        campaign_terms.register(day_minutes=day_minutes_of, not_yet=kinds_not_yet)
