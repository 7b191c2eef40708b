"""Nobody has a say over the unit from which they come or for which they act (row 90)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from teams.rulings import ALLOWED, Ruling, refuse
from units.models import Unit


@dataclass(frozen=True)
class Tie:
    """A person and the unit from which the person comes, or for which the person acts."""

    name: str
    unit: Unit
    acts_for_it: bool


def may_supervise(ties: Iterable[Tie], units: Collection[Unit]) -> Ruling:
    """Nobody supervises the unit to which they are tied, nor one above or below it (row 90)."""
    for tie in ties:
        for unit in units:
            if unit.is_kin_of(tie.unit):
                message = _("%(name)s comes from %(home)s and cannot supervise %(unit)s.")
                return refuse("home_unit", message % {"name": tie.name, "home": tie.unit, "unit": unit}, row=90)
    return ALLOWED


def may_decide_on(ties: Iterable[Tie], units: Collection[Unit]) -> Ruling:
    """Nobody acts for a unit and sits in the office that decides on it, or on one above or below it."""
    for tie in ties:
        if tie.acts_for_it and any(unit.is_kin_of(tie.unit) for unit in units):
            message = _("%(name)s acts for %(unit)s and cannot sit in the office that decides on it.")
            return refuse("acts_for_unit", message % {"name": tie.name, "unit": tie.unit}, row=90)
    return ALLOWED
