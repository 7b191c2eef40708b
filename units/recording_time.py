"""Which kinds of records a case may not have yet: some campaigns wait for their stage, which an app above knows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from units.models import Case

NotYet = Callable[["Case"], frozenset[str]]

_sources: list[NotYet] = []


def register(source: NotYet) -> None:
    """Name who knows the case's campaign; called from `AppConfig.ready`."""
    _sources[:] = [source]


def not_yet(case: Case) -> frozenset[str]:
    """Kinds that this case records only in a later stage; none where recording may begin early (边学边改)."""
    return frozenset().union(*(source(case) for source in _sources))
