from django.apps import AppConfig

from teams import registry
from units import ledger, ranks
from units.enums import TODO_RANKS


class UnitsConfig(AppConfig):
    name = "units"

    def ready(self) -> None:
        # Django lets models be imported only once every app is there, which is now.
        from units.selectors import accounts, mandates  # noqa: PLC0415
        from units.services import memberships  # noqa: PLC0415

        ranks.register(TODO_RANKS)
        registry.register_acts(ledger.ACTS)
        registry.register_notices(ledger.NOTICES)
        registry.register_accounts("units", accounts.SOURCE)
        registry.register_mandates("units", mandates.SOURCE)
        registry.register_appointment_rule("units", memberships.appointment_ruling)
