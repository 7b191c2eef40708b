"""Seeding the demo: all of it or nothing."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator

from django.db import transaction

from reports.demo import campaign, data, people
from reports.demo.days import Days
from reports.demo.stories import LAST_DAYS, STORIES, tell
from reports.demo.story import Story
from teams import clock
from teams.models import Notification, User
from teams.services.accounts import checked_hash
from teams.services.notices import mark_read

# No letter or digit that a reader takes for another.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"
GROUPS, GROUP_LENGTH = 4, 4
# Before the first pilot unit is entered, as the campaign begins.
FOUNDED_ON = "09-01"


def new_password() -> str:
    """A password that can be read out: four groups of four."""
    return "-".join("".join(secrets.choice(ALPHABET) for _letter in range(GROUP_LENGTH)) for _group in range(GROUPS))


def seed(password: str) -> None:
    """Make the campaign, its people and its cases, as of today; every account has this password.

    `Invalid` for a password that is too weak. Documents are printed on the way, which needs the fonts.
    """
    hashed = _hashed(password)
    days = Days(clock.today())
    with transaction.atomic():
        with days.at(FOUNDED_ON, 9):
            batch = campaign.load(days).campaign.batches.get(number=1)
            _director, clerk = people.settle_office(batch.campaign)
            cases = people.open_cases(batch, people.send_teams(batch.campaign, clerk), clerk)
        _set_password(hashed)
        everybody = {user.username: user for user in User.objects.filter(username__in=people.usernames())}
        told = (
            story_of(Story(case=cases[code], unit=data.unit(code), days=days, people=everybody))
            for code, story_of in STORIES.items()
        )
        tell([_reading(everybody.values(), days), *told], days)


def _reading(everybody: Iterable[User], days: Days) -> Iterator[str]:
    """Everybody has read what came before the last days."""
    yield LAST_DAYS
    newest = Notification.objects.order_by("pk").last()
    with days.at(LAST_DAYS, 8):
        for user in everybody:
            mark_read(up_to=newest.pk if newest else 0, acting_user=user)


def agree_on_password(password: str) -> bool:
    """Give the accounts of the demo this password, if they have another; returns whether they had.

    `Invalid` for a password that is too weak.
    """
    director = User.objects.filter(username=people.DIRECTOR).first()
    if director is None or director.check_password(password):
        return False
    _set_password(_hashed(password))
    return True


def _hashed(password: str) -> str:
    """Hashed once for all: eighty times would take a minute, and the password is no secret here."""
    return checked_hash(User(username="", name=""), password, field="password")


def _set_password(hashed: str) -> None:
    """There is no act that sets a known password, and there shall be none: this is the demo's own doing."""
    User.objects.filter(username__in=people.usernames()).update(password=hashed)
