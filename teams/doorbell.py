"""Ringing a worker: the job is a row already, so a bell that nobody hears loses nothing."""

import logging
from functools import partial

from celery import current_app
from django.conf import settings
from django.db import transaction

logger = logging.getLogger(__name__)

TASK = "reports.tasks.run_job"


def ring(job_id: int) -> None:
    """Tell the broker that a job waits. A dead or silent broker costs a fraction of a second and no error."""
    try:
        with current_app.connection_for_write(transport_options=settings.PUBLISHER_TRANSPORT_OPTIONS) as connection:
            current_app.send_task(TASK, args=[job_id], connection=connection, retry=False)
    except Exception:  # whatever the transport raises: the reconciler rings again
        logger.warning("The broker did not take job %s; the reconciler will ring again.", job_id)


def ring_on_commit(job_id: int) -> None:
    """Ring after the act's transaction; `robust` keeps one bell from silencing another's."""
    transaction.on_commit(partial(ring, job_id), robust=True)
