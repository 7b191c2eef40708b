"""The stage the tests stand on: who sees which case, a ledger that survives emptying, files apart."""

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, connection, transaction
from django.utils import translation

from teams import triggers
from units.models import Case


def _triggers() -> int:
    """How many triggers guard the ledger in the schema as it stands."""
    catalogue = {
        "sqlite": "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'ledger_%'",
        "postgresql": "SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'ledger_%'",
    }
    with connection.cursor() as cursor:
        cursor.execute(catalogue[connection.vendor])
        return cursor.fetchone()[0]


def test_it_shows_each_person_the_cases_of_the_part(cast):
    seen = {part: {case.pk for case in Case.objects.visible_to(user)} for part, user in cast.everybody.items()}
    own, other = {cast.case.pk}, {cast.other_case.pk}
    assert seen == {
        "director": own | other,
        "clerk": own | other,
        "leader": own,
        "deputy": own,
        "member": own,
        "other_leader": other,
        "other_member": other,
        "parent_liaison": set(),
        "secretary": own,
        "liaison": own,
        "other_secretary": other,
        "other_liaison": other,
        "stranger": set(),
    }


def test_it_speaks_chinese_first():
    assert translation.get_language() == "zh-hans"


def test_it_keeps_the_files_of_a_test_apart(media):
    default_storage.save("ab/cd/file", ContentFile(b"bytes"))
    assert [path.name for path in media.rglob("*") if path.is_file()] == ["file"]


@pytest.mark.parametrize("round", [1, 2])
def test_it_guards_the_ledger_again_after_each_emptying(committed, cast, round):
    assert _triggers() == 2
    assert Case.objects.count() == 2


def test_it_lets_a_transaction_roll_back(committed, cast):
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.create(unit=cast.unit, batch=cast.batch)
    assert Case.objects.count() == 2


def test_it_can_take_the_triggers_away_only_on_purpose(db):
    triggers.drop()
    assert _triggers() == 0
    triggers.create()
    assert _triggers() == 2
