"""Moving a row between states: one conditional UPDATE, so that of two racers one loses."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from teams.exceptions import Conflict
from teams.models.versioned import Versioned

Row = TypeVar("Row", bound=Versioned)


@dataclass(frozen=True)
class StateTable:
    """Which states may follow which; services, pages and the test model read the same table."""

    moves: Mapping[str, Set[str]]

    def sources(self, target: str) -> list[str]:
        """The states from which `target` can be reached, sorted."""
        return sorted(state for state, targets in self.moves.items() if target in targets)

    def allows(self, source: str, target: str) -> bool:
        return target in self.moves.get(source, frozenset())


def move(row: Row, to: str, table: StateTable, *, expected_version: int | None = None, **stamps: Any) -> Row:
    """Bring `row` into state `to` with its stamps, or raise `Conflict` if it is no longer where it was.

    `expected_version` is the version that the form carried: a form older than the row is refused.
    """
    manager: models.Manager[Row] = type(row)._default_manager
    candidates = manager.filter(pk=row.pk, state__in=table.sources(to))
    if expected_version is not None:
        candidates = candidates.filter(version=expected_version)
    if candidates.update(state=to, version=F("version") + 1, **stamps) != 1:
        raise Conflict(_("Somebody else has acted on this in the meantime. Read what stands now, then decide again."))
    row.refresh_from_db()
    return row


def touch(row: Row, *, expected_version: int | None = None, **changes: Any) -> Row:
    """Change fields without changing the state, under the same guard against stale forms."""
    manager: models.Manager[Row] = type(row)._default_manager
    candidates = manager.filter(pk=row.pk)
    if expected_version is not None:
        candidates = candidates.filter(version=expected_version)
    if candidates.update(version=F("version") + 1, **changes) != 1:
        raise Conflict(
            _("Somebody else has changed this in the meantime. Your text is still here; compare and save again.")
        )
    row.refresh_from_db()
    return row
