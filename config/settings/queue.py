"""Celery's settings for both brokers: the filesystem transport under the data folder, or Redis."""

from pathlib import Path
from typing import Any

TASK_TIME_LIMIT = 300


def filesystem_broker(folder: Path) -> tuple[str, dict[str, Any]]:
    """Broker URL and transport options of the embedded broker, whose messages are files under `folder`."""
    inbox, processed, control = folder / "queue", folder / "processed", folder / "control"
    for path in (inbox, processed, control):
        path.mkdir(parents=True, exist_ok=True)
    return "filesystem://localhost", {
        "data_folder_in": str(inbox),
        "data_folder_out": str(inbox),
        # kombu moves messages through the system's temporary folder unless it may keep them on the same disk.
        "store_processed": True,
        "processed_folder": str(processed),
        "control_folder": str(control),
    }


def redis_options(prefix: str) -> dict[str, Any]:
    """Transport options for workers on Redis; the visibility timeout outlasts the longest task threefold."""
    options: dict[str, Any] = {
        "visibility_timeout": 3 * TASK_TIME_LIMIT,
        "unacked_restore_interval": 10,
        "unacked_restore_throttle": 1,
        "socket_timeout": 5,
        "socket_connect_timeout": 2,
        "socket_keepalive": True,
        "health_check_interval": 30,
    }
    return options | ({"global_keyprefix": prefix} if prefix else {})


# The publisher waits a third of a second at most: the job is a row, and the reconciler rings again.
PUBLISHER_OPTIONS: dict[str, Any] = {
    "socket_timeout": 0.3,
    "socket_connect_timeout": 0.3,
    "max_retries": 0,
    "interval_start": 0,
    "interval_step": 0,
    "interval_max": 0,
}
