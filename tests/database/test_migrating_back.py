"""Migrating back to nothing and forward again leaves the ledger as it was: append-only, on both engines."""

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.db.utils import IntegrityError

from tests.teams.factories import UserFactory


@pytest.fixture
def migrated_back(committed):
    """The schema was taken down to before the first migration and built again; nothing else of the run sees it."""
    call_command("migrate", "teams", "zero", verbosity=0)
    tables = connection.introspection.table_names()
    call_command("migrate", verbosity=0)
    return tables


@pytest.mark.requirement(91)
def test_the_ledger_is_append_only_again(migrated_back):
    assert "teams_auditentry" not in migrated_back
    entry = (
        "INSERT INTO teams_auditentry (at, act, actor_id, actor_name, acting_as, scope, target, target_id, details)"
        " VALUES ('2005-03-01 09:00:00', 'teams.team_created', %s, 'x', '', '', 'teams.team', 1, '{}')"
    )
    with connection.cursor() as cursor:
        cursor.execute(entry, [UserFactory().pk])
    for sql in ("UPDATE teams_auditentry SET actor_name = 'y'", "DELETE FROM teams_auditentry"):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    with connection.cursor() as cursor:
        cursor.execute("SELECT actor_name FROM teams_auditentry")
        assert cursor.fetchall() == [("x",)]
