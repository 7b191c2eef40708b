"""A quantity asked for, beside the three sums of what was done (rows 57-60)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _


@dataclass(frozen=True)
class Figures:
    """Declared by the unit, evidenced by files, verified by the team, and required; in the quantity's least unit.

    `shown_per` of them make one shown unit: 60 minutes are one hour.
    """

    declared_sum: int
    evidenced_sum: int
    verified_sum: int
    threshold: int
    shown_per: int = 1
    unit: str = ""

    @property
    def declared_suffices(self) -> bool:
        return self.declared_sum >= self.threshold

    @property
    def verified_suffices(self) -> bool:
        return self.verified_sum >= self.threshold

    @property
    def declared(self) -> str:
        return self._shown(self.declared_sum)

    @property
    def evidenced(self) -> str:
        return self._shown(self.evidenced_sum)

    @property
    def verified(self) -> str:
        return self._shown(self.verified_sum)

    @property
    def required(self) -> str:
        return self._shown(self.threshold)

    @property
    def missing(self) -> str:
        """What the verified figure still lacks; empty when it suffices."""
        return "" if self.verified_suffices else self._shown(self.threshold - self.verified_sum)

    @property
    def declared_pct(self) -> int:
        return self._percent(self.declared_sum)

    @property
    def evidenced_pct(self) -> int:
        return self._percent(self.evidenced_sum)

    @property
    def verified_pct(self) -> int:
        return self._percent(self.verified_sum)

    @property
    def required_pct(self) -> int:
        return self._percent(self.threshold)

    @property
    def sentence(self) -> str:
        return _("declared %(declared)s, verified %(verified)s, required %(required)s %(unit)s") % {
            "declared": self.declared,
            "verified": self.verified,
            "required": self.required,
            "unit": self.unit,
        }

    def _shown(self, amount: int) -> str:
        """Whole units as they are, parts with one decimal, rounded down: 39.9 hours are not 40."""
        whole, rest = divmod(amount, self.shown_per)
        tenths = rest * 10 // self.shown_per
        return f"{whole}.{tenths}" if tenths else str(whole)

    def _percent(self, amount: int) -> int:
        """On one scale for the bar: the requirement stands at 90 per cent, or less where more was done."""
        full = max(self.threshold * 10 / 9, self.declared_sum, 1)
        return round(100 * amount / full)
