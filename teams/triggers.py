"""Triggers that keep the ledger append-only against direct SQL, on both engines.

They are (re)created after every migrate: Django's table remake on SQLite drops triggers silently.
"""

from typing import Any

from django.apps import AppConfig
from django.db import connections

_SQLITE = """
CREATE TRIGGER IF NOT EXISTS ledger_no_{verb} BEFORE {VERB} ON teams_auditentry
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END
"""
_POSTGRESQL = """
CREATE OR REPLACE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'integrity_constraint_violation'; END $$;
DROP TRIGGER IF EXISTS ledger_no_change ON teams_auditentry;
CREATE TRIGGER ledger_no_change BEFORE UPDATE OR DELETE ON teams_auditentry
FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only();
DROP TRIGGER IF EXISTS ledger_no_truncate ON teams_auditentry;
CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON teams_auditentry
FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
"""


def create(using: str = "default") -> None:
    """Put the triggers in place; does nothing that was done before."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(_POSTGRESQL)
        else:
            for verb in ("update", "delete"):
                cursor.execute(_SQLITE.format(verb=verb, VERB=verb.upper()))


def drop(using: str = "default") -> None:
    """Take the triggers away: only tests that must empty their tables do this."""
    connection = connections[using]
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for name in ("ledger_no_change", "ledger_no_truncate"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name} ON teams_auditentry")
        else:
            for name in ("ledger_no_update", "ledger_no_delete"):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")


def create_after_migrate(sender: AppConfig, using: str, **kwargs: Any) -> None:
    """Receiver of `post_migrate`, connected in `TeamsConfig.ready`."""
    if "teams_auditentry" in connections[using].introspection.table_names():
        create(using)
