"""Every free text of a case has its canary: whoever adds a text has it watched, or says why not."""

import re
from pathlib import Path

import pytest

from teams.models import AuditEntry, Notification
from tests.permissions import planting
from tests.permissions.planting import CANARY, NOT_OF_A_CASE, UNWRITTEN

pytestmark = [pytest.mark.django_db, pytest.mark.once, pytest.mark.requirement(4)]

ROOT = Path(__file__).parents[2]
LABELS = {planting.label_of(model) for model, _field in planting.free_texts()}
FIELDS = {planting.label_of(model, field) for model, field in planting.free_texts()}


def test_no_free_text_is_forgotten(canaries):
    """A story writes it, or it stands on a list with its reason."""
    assert [label for label, rows in canaries.planted.items() if not rows] == []


def test_ledger_and_notices_speak_of_canaries(canaries):
    case = canaries.world.other.case
    assert AuditEntry.objects.about(case).filter(details__contains=CANARY).count() > 10
    assert Notification.objects.filter(scope_id=case.pk, details__contains=CANARY).exists()


@pytest.mark.parametrize("listed", [*NOT_OF_A_CASE, *UNWRITTEN])
def test_what_is_listed_exists(listed):
    assert listed in LABELS | FIELDS


@pytest.mark.parametrize("listed", UNWRITTEN)
def test_what_no_act_writes_is_named_by_no_service(listed):
    """It leaves the list in the change that adds the act."""
    app, *words = listed.split(".")
    services = (path.read_text() for path in (ROOT / app / "services").rglob("*.py"))
    assert not [text for text in services if all(re.search(rf"\b{word}\b", text) for word in words)]
