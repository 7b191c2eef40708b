"""Which documents each side may read, and who may have one prepared again."""

from django.utils.translation import gettext_lazy as _

from teams.rulings import Ruling, unless
from units.enums import DocumentKind
from units.standing import CaseStanding

# The team's review is the team's and the office's; the unit reads what was answered to it.
UNIT_READS = frozenset({DocumentKind.TRANSITION_REPLY})


def kinds_visible_to(standing: CaseStanding) -> list[str]:
    """Kinds of documents that this role may read."""
    if standing.is_team or standing.is_office:
        return list(DocumentKind.values)
    return [str(kind) for kind in UNIT_READS] if standing.is_unit else []


def may_try_again(standing: CaseStanding) -> Ruling:
    """A document that could not be prepared is tried again by the team's leader or the office."""
    return unless(
        standing.may_lead or standing.is_office,
        "not_leader_or_office",
        _("Only the team's leader or the office has a document prepared again."),
    )
