from django.apps import AppConfig

from teams import registry


class ReportsConfig(AppConfig):
    name = "reports"

    def ready(self) -> None:
        # Django lets models be imported only once every app is there, which is now.
        from reports.demo.accounts import account_groups  # noqa: PLC0415

        registry.register_demo_accounts(account_groups)
