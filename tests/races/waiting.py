"""Two acts at once, one after the other: the second is seen to wait for the first."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from django.db import connection, connections, transaction


def second_of(first: Callable, second: Callable) -> Future:
    """`second` begins while `first` is done and not yet committed; what became of it.

    On SQLite it cannot even begin, which says as much.
    """

    def closing():
        try:
            return second()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as pool:
        with transaction.atomic():
            first()
            outcome = pool.submit(closing)
            while connection.vendor == "postgresql" and not outcome.done() and not _somebody_waits():
                pass
        outcome.exception(timeout=60)
    return outcome


def _somebody_waits() -> bool:
    """Whether another connection waits for a lock of ours."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
        )
        return bool(cursor.fetchone()[0])
