"""Jobs as rows: queued in an act's transaction, claimed with a lease, published under a token.

Losing the broker or killing a worker loses nothing: a lease runs out, the reconciler rings again.
"""

from __future__ import annotations

import json
import uuid
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from teams import audit, canonical, clock, doorbell
from teams.enums import Act, JobState
from teams.exceptions import Conflict
from teams.models import Job, User


def queue(*, kind: str, key: str, **payload: Any) -> Job:
    """Insert a job in the caller's transaction and ring for it after the commit; `key` is used once."""
    job = Job.objects.create(kind=kind, key=key, payload=canonical.dumps(payload), created_at=clock.now())
    doorbell.ring_on_commit(job.pk)
    return job


def claim(job_id: int) -> Job | None:
    """Take the job for the length of a lease, or None if it is done, void, or in another worker's hands."""
    now = clock.now()
    token = uuid.uuid4()
    waiting = Q(state=JobState.QUEUED) | Q(state=JobState.RUNNING, lease_until__lt=now)
    taken = Job.objects.filter(waiting, pk=job_id, tries__lt=settings.JOB_MAX_TRIES).update(
        state=JobState.RUNNING,
        token=token,
        lease_until=now + timedelta(seconds=settings.JOB_LEASE_SECONDS),
        tries=F("tries") + 1,
    )
    return Job.objects.get(pk=job_id) if taken else None


def payload_of(job: Job) -> dict[str, Any]:
    payload: dict[str, Any] = json.loads(job.payload)
    return payload


def finish(job: Job, state: JobState = JobState.DONE) -> bool:
    """Close the job if it is still ours; False means that another try has taken over and our work is void."""
    stamps = {"done_at": clock.now()} if state == JobState.DONE else {}
    return (
        Job.objects.filter(pk=job.pk, token=job.token, state=JobState.RUNNING).update(
            state=state, token=None, lease_until=None, error="", **stamps
        )
        == 1
    )


@transaction.atomic
def give_back(job: Job, error: str) -> JobState | None:
    """After an error: queue the job again, or fail it for good after the last try.

    Returns the new state, or None if another try has taken over: then the error is no longer the job's.
    """
    state = JobState.FAILED if job.tries >= settings.JOB_MAX_TRIES else JobState.QUEUED
    changed = Job.objects.filter(pk=job.pk, token=job.token, state=JobState.RUNNING).update(
        state=state, token=None, lease_until=None, error=error[-2000:]
    )
    if not changed:
        return None
    if state == JobState.FAILED:
        audit.record(None, Act.JOB_FAILED, job, kind=job.kind)
    return state


@transaction.atomic
def fail_exhausted() -> list[Job]:
    """Fail jobs whose last lease ran out after the last try: their worker died each time."""
    now = clock.now()
    exhausted = list(Job.objects.filter(state=JobState.RUNNING, lease_until__lt=now, tries__gte=settings.JOB_MAX_TRIES))
    failed = []
    for job in exhausted:
        if Job.objects.filter(pk=job.pk, token=job.token, state=JobState.RUNNING).update(
            state=JobState.FAILED, token=None, lease_until=None, error="The worker was lost on every try."
        ):
            audit.record(None, Act.JOB_FAILED, job, kind=job.kind)
            failed.append(job)
    return failed


# The reconciler rings for so many at a time: a long queue must not drown the broker in repeated bells.
RUNG_AT_ONCE = 50


def waiting_jobs() -> list[int]:
    """The oldest jobs that nobody works on: queued, or with a lease that ran out."""
    now = clock.now()
    lost = Q(state=JobState.RUNNING, lease_until__lt=now, tries__lt=settings.JOB_MAX_TRIES)
    waiting = Job.objects.filter(Q(state=JobState.QUEUED) | lost).order_by("pk")
    return list(waiting.values_list("pk", flat=True)[:RUNG_AT_ONCE])


@transaction.atomic
def try_again(*, job_id: int, acting_user: User) -> Job:
    """Queue a failed job anew, with fresh tries; the caller has asked whether the person may."""
    changed = Job.objects.filter(pk=job_id, state=JobState.FAILED).update(
        state=JobState.QUEUED, tries=0, error="", token=None, lease_until=None
    )
    if changed != 1:
        raise Conflict(_("This is being prepared already."))
    job = Job.objects.get(pk=job_id)
    audit.record(acting_user, Act.JOB_RETRIED, job, kind=job.kind)
    doorbell.ring_on_commit(job.pk)
    return job
