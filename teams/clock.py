"""The one seam of time: every act asks here what time it is, so that the demo can act under a set clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_set_to: ContextVar[datetime | None] = ContextVar("clock_set_to", default=None)


def now() -> datetime:
    """The moment of an act, aware."""
    return _set_to.get() or timezone.now()


def today() -> date:
    """The date in the office's time zone; facts are dates, due dates end with the day."""
    return timezone.localdate(now())


@contextmanager
def set_to(moment: datetime) -> Iterator[None]:
    """Act as if it were `moment` (aware); used by the seeder of the demo and by tests."""
    if timezone.is_naive(moment):
        raise ValueError("The clock is set to aware moments only.")
    token = _set_to.set(moment)
    try:
        yield
    finally:
        _set_to.reset(token)
