"""Ranks of to-dos: each app declares those of its own kinds, so that units knows nothing of stages."""

from collections.abc import Mapping
from typing import Any

_ranks: dict[str, int] = {}


def register(ranks: Mapping[Any, int]) -> None:
    """Add an app's kinds; called from `AppConfig.ready`."""
    _ranks.update({str(kind): rank for kind, rank in ranks.items()})


def rank_of(kind: str) -> int:
    """The rank of a declared kind; KeyError for one that no app declared."""
    return _ranks[str(kind)]
