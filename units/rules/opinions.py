"""What was heard, without who said it: who records and withdraws it, and which counts may be shown (rows 26, 62-67)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from teams.rulings import Ruling, unless_moved_on
from units.models import Case, OpinionSummary
from units.rules import activities
from units.standing import CaseStanding

# Fewer than so many of one group could be made out (privacy).
SMALLEST_SHOWN = 5


def may_record(standing: CaseStanding, case: Case) -> Ruling:
    """The unit's own people, from entry until the case is closed."""
    return activities.may_record(standing, case)


def may_withdraw(standing: CaseStanding, opinion: OpinionSummary) -> Ruling:
    """What was recorded in error, or lets somebody be recognised, is withdrawn with a reason."""
    return may_record(standing, opinion.case) & unless_moved_on(
        opinion.withdrawn_at is None, gettext_lazy("This is withdrawn already.")
    )


@dataclass(frozen=True)
class Heard:
    """How often something was heard of one group, as far as it may be shown."""

    count: int
    is_small: bool = False
    is_least: bool = False

    def __str__(self) -> str:
        if self.is_small:
            return _("fewer than %(n)d") % {"n": SMALLEST_SHOWN}
        return _("%(n)d or more") % {"n": self.count} if self.is_least else str(self.count)


def heard(count: int) -> Heard:
    """One gist's count; a small one is not said."""
    return Heard(0, is_small=True) if count < SMALLEST_SHOWN else Heard(count)


def heard_in_all(counts: Sequence[int]) -> Heard:
    """The sum over one group's gists, without letting the one small count be reckoned from the others."""
    if sum(counts) < SMALLEST_SHOWN:
        return Heard(0, is_small=True)
    shown = [count for count in counts if count >= SMALLEST_SHOWN]
    if len(counts) - len(shown) == 1:
        return Heard(sum(shown), is_least=True)
    return Heard(sum(counts))
