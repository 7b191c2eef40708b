"""Dates on pages: the year is said only where it is not this one."""

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format

from teams import clock

register = template.Library()


@register.filter
def day(value: date | None) -> str:
    """The date of a fact or a deadline; a datetime is taken in the office's time zone."""
    if not value:
        return ""
    on = _local(value)
    return date_format(on, "SHORT_DATE_FORMAT" if on.year == clock.today().year else "DATE_FORMAT")


@register.filter
def moment(value: datetime | None) -> str:
    """The date and minute of an act, in the office's time zone."""
    if not value:
        return ""
    at = _local(value)
    return date_format(at, "SHORT_DATETIME_FORMAT" if at.year == clock.today().year else "DATETIME_FORMAT")


@register.filter
def weekday(value: date | None) -> str:
    """The name of the day of the week."""
    return date_format(_local(value), "l") if value else ""


def _local(value: date) -> date:
    return timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value
