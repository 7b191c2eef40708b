"""Many activities recorded at once: looked at row by row, then a draft for each row that can be (row 4)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from teams.exceptions import Conflict, Invalid, Text
from teams.models import User
from teams.rulings import require
from units.campaign_terms import not_yet
from units.enums import ActivityState
from units.models import Activity, Case
from units.rules import activities as rules
from units.rules.plausibility import Entered, Errors
from units.rules.series import Key, key_of, what_to_notice
from units.selectors import standing_of
from units.selectors.activities import entered_of
from units.services.activities import save_draft
from units.services.activity_entries import require_new
from units.services.bulk import Row, one_by_one
from units.services.locks import locked_case

_ALREADY = _("This is recorded already: the same kind, title, date and beginning.")


@dataclass(frozen=True)
class Entry:
    """One row of many: what was read of it, or why it cannot be read, and its cells as somebody wrote them."""

    number: int
    entered: Entered | None
    errors: Errors = field(default_factory=dict)
    cells: Mapping[str, str] = field(default_factory=dict)
    notes: Sequence[Text] = ()


def looked_at(*, case: Case, entries: Sequence[Entry], acting_user: User) -> list[Row[Entry]]:
    """What would come of each row, by the rules for a single record; nothing is written.

    A row that is recorded already, or that stands twice in the same table, is refused. Rows that may be written carry
    notes on what they will count for.
    """
    require(rules.may_record(standing_of(acting_user, case), case))
    known = [entered_of(each) for each in _recorded(case).prefetch_related("figures")]
    seen = {key_of(each) for each in known}
    rows = one_by_one(entries, partial(_look_at, case, not_yet(case), seen))
    return [_noticed(row, known, rows) for row in rows]


def draft_each(*, case_id: int, entries: Sequence[Entry], acting_user: User) -> list[Row[Entry]]:
    """A draft for each row, each in a transaction of its own; what cannot be is refused alone."""
    return one_by_one(entries, lambda entry: _draft_once(case_id, _readable(entry), acting_user))


def _look_at(case: Case, later: Collection[str], seen: set[Key], entry: Entry) -> None:
    entered = _readable(entry)
    require_new(case, entered, later)
    if key_of(entered) in seen:
        raise Conflict(_ALREADY)
    seen.add(key_of(entered))


@transaction.atomic
def _draft_once(case_id: int, entered: Entered, acting_user: User) -> Activity:
    """A draft, unless it is recorded already: a table that is sent twice leaves one draft a row."""
    case = locked_case(case_id)
    kind, title, held_on, starts_at = key_of(entered)
    if _recorded(case).filter(kind=kind, title=title, held_on=held_on, starts_at=starts_at).exists():
        raise Conflict(_ALREADY)
    return save_draft(case_id=case_id, entered=entered, acting_user=acting_user)


def _readable(entry: Entry) -> Entered:
    if entry.entered is None:
        raise Invalid(entry.errors)
    return entry.entered


def _recorded(case: Case) -> QuerySet[Activity]:
    return Activity.objects.filter(case=case).exclude(state=ActivityState.WITHDRAWN)


def _noticed(row: Row[Entry], known: Sequence[Entered], rows: Sequence[Row[Entry]]) -> Row[Entry]:
    entered = row.subject.entered
    if not row.done or entered is None:
        return row
    beside = [each.subject.entered for each in rows if each.done and each is not row and each.subject.entered]
    return replace(row, subject=replace(row.subject, notes=what_to_notice(entered, [*known, *beside])))
