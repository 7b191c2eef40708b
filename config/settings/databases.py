"""Two engines, one code: SQLite in the data folder, or PostgreSQL named by DATABASE_URL."""

from pathlib import Path
from typing import Any

import environ

# IMMEDIATE takes the write lock when a transaction opens, so that a reader never has to upgrade and fail;
# recursive_triggers makes the ledger's triggers fire for REPLACE too.
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON; PRAGMA foreign_keys=ON"
)


def sqlite(path: Path) -> dict[str, Any]:
    """Settings of the embedded database at `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {"transaction_mode": "IMMEDIATE", "timeout": 20, "init_command": SQLITE_PRAGMAS},
    }


def postgresql(url: str) -> dict[str, Any]:
    """Settings of the PostgreSQL database at `url`, with limits so that no statement waits for ever.

    What the address asks for besides (`?sslmode=verify-full`) holds.
    """
    settings = environ.Env.db_url_config(url)
    limits = "-c statement_timeout=15s -c lock_timeout=5s -c idle_in_transaction_session_timeout=30s"
    return {
        **settings,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": limits} | settings.get("OPTIONS", {}),
    }
