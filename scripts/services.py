"""Finds PostgreSQL and Redis for the suite's second run.

DATABASE_URL and CELERY_BROKER_URL name them; otherwise PGHOST, PGPORT, PGUSER and PGPASSWORD, and REDIS_URL,
with the usual ports of this machine where those are not set.
"""

import getpass
import os
from dataclasses import dataclass
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg2
import redis

SECONDS = 2


@dataclass(frozen=True)
class Services:
    """Where the services are, and what is wrong with each; no problem means that both answer."""

    database_url: str
    broker_url: str
    problems: tuple[str, ...]


def find() -> Services:
    """Ask both services, waiting two seconds at most for each."""
    database_url, broker_url = _database_url(), _broker_url()
    problems = (_problem_of_postgresql(database_url), _problem_of_redis(broker_url))
    return Services(database_url, broker_url, tuple(problem for problem in problems if problem))


def _database_url() -> str:
    if url := os.environ.get("DATABASE_URL"):
        return url
    host, port = os.environ.get("PGHOST", "127.0.0.1"), os.environ.get("PGPORT", "5432")
    user, password = os.environ.get("PGUSER", getpass.getuser()), os.environ.get("PGPASSWORD", "")
    credentials = quote(user, safe="") + (f":{quote(password, safe='')}" if password else "")
    return f"postgres://{credentials}@{host}:{port}/supervision"


def _broker_url() -> str:
    return os.environ.get("CELERY_BROKER_URL") or os.environ.get("REDIS_URL") or "redis://127.0.0.1:6379/0"


def _problem_of_postgresql(url: str) -> str | None:
    """The tests make a database of their own, so the server is asked and not the database of the URL."""
    parts = urlsplit(url)
    try:
        psycopg2.connect(urlunsplit(parts._replace(path="/postgres")), connect_timeout=SECONDS).close()
    except psycopg2.OperationalError as error:
        return f"PostgreSQL at {parts.hostname}:{parts.port}: {_first_line(error)}"
    return None


def _problem_of_redis(url: str) -> str | None:
    parts = urlsplit(url)
    client = redis.Redis.from_url(url, socket_connect_timeout=SECONDS, socket_timeout=SECONDS)
    try:
        client.ping()
    except redis.RedisError as error:
        return f"Redis at {parts.hostname}:{parts.port}: {_first_line(error)}"
    finally:
        client.close()
    return None


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
