"""Where the demo is not seeded."""

import io

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from reports.demo.seed import new_password
from teams.models import Campaign


def test_it_refuses_where_no_demo_is_wanted(db):
    with pytest.raises(CommandError, match="DEMO_MODE"):
        call_command("seed_demo")
    assert not Campaign.objects.exists()


def test_it_refuses_a_weak_password(db, settings):
    settings.DEMO_MODE, settings.DEMO_PASSWORD = True, "12345"
    with pytest.raises(CommandError):
        call_command("seed_demo", stdout=io.StringIO())
    assert not Campaign.objects.exists()


def test_a_password_made_here_is_good_enough():
    assert len(new_password()) == 19
