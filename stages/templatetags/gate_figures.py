"""The figures that a round froze, as pages show figures."""

from __future__ import annotations

from django import template

from stages.models import GateAssessmentItem
from stages.rules.figures import Figures

register = template.Library()


@register.filter
def frozen_figures(item: GateAssessmentItem) -> Figures | None:
    """What was declared, evidenced and verified when the gate was judged; None where nothing is counted."""
    if item.threshold is None:
        return None
    return Figures(
        declared_sum=item.declared or 0,
        evidenced_sum=item.evidenced or 0,
        verified_sum=item.verified or 0,
        threshold=item.threshold,
        shown_per=item.criterion.shown_per,
        unit=item.criterion.unit,
    )
