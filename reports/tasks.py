"""The one task that a doorbell rings for, and the reconciler that rings again."""

import logging
import traceback

from celery import shared_task
from django.db import transaction

from reports.handlers import HANDLERS
from teams import doorbell
from teams.enums import JobState
from teams.services import jobs
from teams.services.sweeping import sweep_files

logger = logging.getLogger(__name__)


@shared_task(name=doorbell.TASK)
def run_job(job_id: int) -> None:
    """Do the job, if it still waits. An error gives it back: the reconciler rings again until the last try."""
    job = jobs.claim(job_id)
    if job is None:
        return
    handler = HANDLERS[job.kind]
    try:
        handler.run(job)
    except Exception:  # whatever a handler raises: the job must not stay with us until its lease runs out
        logger.exception("Job %s (%s) failed on try %s.", job.pk, job.kind, job.tries)
        with transaction.atomic():
            if jobs.give_back(job, traceback.format_exc()) == JobState.FAILED:
                handler.failed(job)


@shared_task(name="reports.tasks.reconcile_jobs")
def reconcile_jobs() -> None:
    """Ring for jobs that nobody works on, and fail those whose worker died on every try."""
    with transaction.atomic():
        for job in jobs.fail_exhausted():
            HANDLERS[job.kind].failed(job)
    for job_id in jobs.waiting_jobs():
        doorbell.ring(job_id)


@shared_task(name="reports.tasks.sweep_files")
def sweep() -> None:
    """Take away bytes that a killed process wrote and never committed."""
    sweep_files()
