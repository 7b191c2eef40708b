"""Minutes on pages: as hours and minutes, never rounded."""

from django import template
from django.utils.translation import gettext as _

NO_BREAK_SPACE = "\u00a0"

register = template.Library()


@register.filter
def duration(minutes: int | None) -> str:
    """3 h 30 min; a dash where there is no figure."""
    if minutes is None:
        return "—"
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(_("%(hours)s h") % {"hours": hours})
    if rest or not hours:
        parts.append(_("%(minutes)s min") % {"minutes": rest})
    return " ".join(part.replace(" ", NO_BREAK_SPACE) for part in parts)
