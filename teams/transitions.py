"""Moving a row between states: one conditional UPDATE, so that of two racers one loses."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Any, TypeVar

from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from teams.exceptions import Conflict, Invalid
from teams.models.versioned import Versioned

Row = TypeVar("Row", bound=Versioned)
NO_VERSION = _(
    "This form does not say which version it was made from. Compare it with what stands now, then send it again."
)


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

    `expected_version` is the version that the form carried: a form older than the row is refused. A form that carried
    none (0) is not late but incomplete: `Invalid`.
    """
    candidates = _at(row, expected_version).filter(state__in=table.sources(to))
    if candidates.update(state=to, version=F("version") + 1, **stamps) != 1:
        raise Conflict(_("Somebody else has acted on this in the meantime. Read what stands now, then decide again."))
    row.refresh_from_db()
    return row


def touch(row: Row, *, expected_version: int | None = None, **changes: Any) -> Row:
    """Change fields without changing the state, under the same guard against stale forms."""
    if _at(row, expected_version).update(version=F("version") + 1, **changes) != 1:
        raise Conflict(
            _("Somebody else has changed this in the meantime. Your text is still here; compare and save again.")
        )
    row.refresh_from_db()
    return row


def require_carried(version: int | None) -> None:
    """Raise `Invalid` for a form that carried no version: nobody was faster, the form does not say what it is about.

    None is an act that no form stands behind.
    """
    if version == 0:
        raise Invalid({"": [NO_VERSION]})


def _at(row: Row, expected_version: int | None) -> models.QuerySet[Row]:
    """The row, if it is still at the version that the form carried."""
    require_carried(expected_version)
    manager: models.Manager[Row] = type(row)._default_manager
    version = {} if expected_version is None else {"version": expected_version}
    return manager.filter(pk=row.pk, **version)
