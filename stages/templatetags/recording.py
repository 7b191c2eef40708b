"""Where the unit records what a quantity lacks: the form of the kind of record that the quantity grows by."""

from __future__ import annotations

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from stages.enums import Counted
from stages.models import Criterion
from units.enums import ActivityKind, Quantity
from units.models import Case
from units.rules.counting_appraisal import RECORDED_AS

register = template.Library()


@register.simple_tag
def record_url(case: Case, criterion: Criterion) -> str:
    """The form on which the unit adds to what the criterion counts; empty where it is not the unit that records it."""
    return url_of(case, criterion.quantity)


def url_of(case: Case, quantity: str) -> str:
    """The same by the code of a quantity."""
    if quantity == Counted.REGULATION_OUTPUTS:
        return reverse("regulation_new", args=[case.pk])
    if quantity not in Quantity:
        return ""
    new = reverse("activity_new", args=[case.pk])
    kind = RECORDED_AS.get(Quantity(quantity))
    return f"{new}?kind={kind.value}" if kind else new


def label_of(quantity: str) -> str:
    """What the link says."""
    if quantity == Counted.REGULATION_OUTPUTS:
        return _("Record a regulation")
    kind = RECORDED_AS.get(Quantity(quantity)) if quantity in Quantity else None
    return _("Record: %(kind)s") % {"kind": ActivityKind(kind).label} if kind else _("Record study")
