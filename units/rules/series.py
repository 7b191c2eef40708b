"""Many sessions at once: the dates of a weekly series, and what is to be noticed before they are written."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, time, timedelta
from itertools import islice

from django.utils.translation import gettext_lazy as _

from teams.exceptions import Text
from units.enums import Measure
from units.rules.counting import MINUTES_PER_DAY, minute_of_day
from units.rules.measures import SESSIONS
from units.rules.plausibility import Entered

Key = tuple[str, str, date, time | None]


def dates_of(first_on: date, weekdays: Collection[int], *, until: date, times: int) -> list[date]:
    """The days from the first on that fall on one of the weekdays (0 is Monday), at most `times`, none after `until`.

    The first day itself counts only if it falls on one of them.
    """
    days = (first_on + timedelta(days=number) for number in range((until - first_on).days + 1))
    return list(islice((day for day in days if day.weekday() in weekdays), times))


def key_of(entered: Entered) -> Key:
    """Two records with the same key are one and the same session, written twice."""
    return entered.kind, entered.title.strip(), entered.held_on, entered.starts_at


def what_to_notice(entered: Entered, others: Iterable[Entered]) -> list[Text]:
    """What speaks against no session, but changes what it counts for (rows 57-59): overlaps, and a full day."""
    if entered.kind not in SESSIONS:
        return []
    of_day = [each for each in others if each.held_on == entered.held_on and each.kind in SESSIONS]
    notes: list[Text] = [
        _("Overlaps “%(title)s” of the same day; what overlaps counts once.") % {"title": each.title}
        for each in of_day
        if _overlap(entered, each)
    ]
    if sum(_minutes(each) for each in (entered, *of_day)) > MINUTES_PER_DAY:
        notes.append(_("The day then has more than 12 hours; no more than 12 count."))
    return notes


def _overlap(one: Entered, other: Entered) -> bool:
    if not (one.starts_at and one.ends_at and other.starts_at and other.ends_at):
        return False
    return minute_of_day(one.starts_at) < minute_of_day(other.ends_at) and minute_of_day(
        other.starts_at
    ) < minute_of_day(one.ends_at)


def _minutes(entered: Entered) -> int:
    return entered.declared.get(Measure.MINUTES, 0)
