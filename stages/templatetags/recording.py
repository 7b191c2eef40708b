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

# Sessions by which a quantity of the first stage grows; study itself is what the form opens with.
_SESSIONS: dict[str, ActivityKind] = {
    Quantity.DISCUSSIONS: ActivityKind.DISCUSSION,
    Quantity.LEADERS_BRANCH_STUDY: ActivityKind.BRANCH_STUDY,
    Quantity.CENTRAL_GROUP_STUDY: ActivityKind.CENTRAL_GROUP,
    Quantity.MOBILISATION: ActivityKind.MOBILISATION,
}


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
    kind = RECORDED_AS.get(Quantity(quantity)) or _SESSIONS.get(quantity)
    return f"{new}?kind={kind.value}" if kind else new


def label_of(quantity: str) -> str:
    """What the link says; the rule beside it names what is recorded."""
    if quantity == Counted.REGULATION_OUTPUTS:
        return _("Record a regulation")
    return _("Record it")
