"""Which documents each side may read."""

from units.enums import DocumentKind
from units.standing import CaseStanding

# The team's review is the team's and the office's; the unit reads what was answered to it.
UNIT_READS = frozenset({DocumentKind.TRANSITION_REPLY})


def kinds_visible_to(standing: CaseStanding) -> list[str]:
    """Kinds of documents that this role may read."""
    if standing.is_team or standing.is_office:
        return list(DocumentKind.values)
    return [str(kind) for kind in UNIT_READS] if standing.is_unit else []
